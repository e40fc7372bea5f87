package peekbench.query.filter;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import peekbench.problem.ConfigurationException;

/** Reads the text of a filter, part by part. */
final class FilterParser {
    private static final String EXAMPLE = " Write it as: protocol:\"vanilla split\" arm:nopeek seed:1 accuracy>0.7";

    private final String text;
    private int at;

    FilterParser(String text) {
        this.text = text;
    }

    Filter parse() {
        List<Filter.Condition> conditions = new ArrayList<>();
        skipBlanks();
        while (at < text.length()) {
            conditions.add(condition());
            skipBlanks();
        }
        return new Filter(conditions);
    }

    private Filter.Condition condition() {
        int start = at;
        boolean negated = text.charAt(at) == '-';
        if (negated) {
            at++;
        }
        if (at < text.length() && text.charAt(at) == '"') {
            return new Filter.Condition("", Filter.Operator.CONTAINS, quoted(), negated);
        }
        int from = at;
        while (at < text.length()
                && !Character.isWhitespace(text.charAt(at))
                && operator().isEmpty()) {
            at++;
        }
        String word = text.substring(from, at);
        Optional<Filter.Operator> operator = operator();
        if (operator.isEmpty()) {
            if (word.isEmpty()) {
                throw mistake(start, "a hyphen alone; put it right before what must not hold");
            }
            return new Filter.Condition("", Filter.Operator.CONTAINS, word, negated);
        }
        if (word.isEmpty()) {
            throw mistake(start, "no key before (" + operator.get().sign() + ")");
        }
        at += operator.get().sign().length();
        String value = value();
        if (value.isBlank()) {
            throw mistake(start, "nothing behind (" + word + operator.get().sign() + ")");
        }
        return new Filter.Condition(word.toLowerCase(Locale.ROOT), operator.get(), value, negated);
    }

    /** The operator that begins here: of two that do, the longer. */
    private Optional<Filter.Operator> operator() {
        for (Filter.Operator operator : List.of(
                Filter.Operator.AT_LEAST,
                Filter.Operator.AT_MOST,
                Filter.Operator.CONTAINS,
                Filter.Operator.EQUAL,
                Filter.Operator.ABOVE,
                Filter.Operator.BELOW)) {
            if (text.startsWith(operator.sign(), at)) {
                return Optional.of(operator);
            }
        }
        return Optional.empty();
    }

    private String value() {
        if (at < text.length() && text.charAt(at) == '"') {
            return quoted();
        }
        int from = at;
        while (at < text.length() && !Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        return text.substring(from, at);
    }

    /** Up to the closing quote; a backslash takes the next character as it is. */
    private String quoted() {
        int start = at;
        StringBuilder value = new StringBuilder();
        for (at++; at < text.length(); at++) {
            char next = text.charAt(at);
            if (next == '"') {
                at++;
                return value.toString();
            }
            if (next == '\\' && at + 1 < text.length()) {
                at++;
            }
            value.append(text.charAt(at));
        }
        throw mistake(start, "a quote that is not closed");
    }

    private void skipBlanks() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
    }

    private ConfigurationException mistake(int place, String what) {
        return new ConfigurationException(
                "The filter (" + text + ") has, at character " + (place + 1) + ", " + what + "." + EXAMPLE);
    }
}
