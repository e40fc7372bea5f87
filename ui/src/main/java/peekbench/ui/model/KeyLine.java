package peekbench.ui.model;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the line of a scenario that a message is about. */
final class KeyLine {
    private static final Pattern PLACE = Pattern.compile("\\.ya?ml:(\\d+)");
    private static final Pattern WORD = Pattern.compile("[a-z][a-z0-9]*(?:-[a-z0-9]+)*");
    private static final int MOST_WORDS = 3;

    private KeyLine() {}

    /**
     * The line that the message states, as {@code quickstart.yaml:12}; else the first line that sets the longest key that it
     * names, as {@code learning-rate} or in plain words (learning rate).
     *
     * @return counted from 0; empty when the message names none
     */
    static OptionalInt of(String yaml, String message) {
        List<String> lines = yaml.lines().toList();
        Matcher place = PLACE.matcher(message);
        if (place.find()) {
            int line = Integer.parseInt(place.group(1)) - 1;
            return line < lines.size() ? OptionalInt.of(line) : OptionalInt.empty();
        }
        int best = -1;
        int longest = 0;
        for (String key : keys(message)) {
            int line = key.length() > longest ? lineOf(lines, key) : -1;
            if (line >= 0) {
                best = line;
                longest = key.length();
            }
        }
        return best < 0 ? OptionalInt.empty() : OptionalInt.of(best);
    }

    private static List<String> keys(String message) {
        List<String> words = new ArrayList<>();
        Matcher found = WORD.matcher(message);
        while (found.find()) {
            words.add(found.group());
        }
        List<String> keys = new ArrayList<>();
        for (int from = 0; from < words.size(); from++) {
            for (int count = 1; count <= MOST_WORDS && from + count <= words.size(); count++) {
                keys.add(String.join("-", words.subList(from, from + count)));
            }
        }
        return keys;
    }

    private static int lineOf(List<String> lines, String key) {
        Pattern sets = Pattern.compile("(^|[\\s{,-])" + Pattern.quote(key) + "\\s*:(\\s|$)");
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).replaceFirst("(^|\\s)#.*", "");
            if (sets.matcher(line).find()) {
                return i;
            }
        }
        return -1;
    }
}
