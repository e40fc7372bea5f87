package peekbench.report.estimate;

import java.util.Comparator;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Orders names as people do, numbers in them by value: {@code nopeek-0.5, nopeek-2.0, nopeek-10.0}. */
public final class NaturalOrder implements Comparator<String> {
    private static final Pattern PARTS = Pattern.compile("\\d+(\\.\\d+)?|\\D");

    @Override
    public int compare(String left, String right) {
        String[] leftParts = parts(left);
        String[] rightParts = parts(right);
        for (int i = 0; i < Math.min(leftParts.length, rightParts.length); i++) {
            int order = compareParts(leftParts[i], rightParts[i]);
            if (order != 0) {
                return order;
            }
        }
        return Integer.compare(leftParts.length, rightParts.length);
    }

    private static String[] parts(String name) {
        return PARTS.matcher(name).results().map(MatchResult::group).toArray(String[]::new);
    }

    private static int compareParts(String left, String right) {
        if (Character.isDigit(left.charAt(0)) && Character.isDigit(right.charAt(0))) {
            return Double.compare(Double.parseDouble(left), Double.parseDouble(right));
        }
        return left.compareTo(right);
    }
}
