package peekbench.problem;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import org.apache.commons.text.similarity.LevenshteinDistance;

/** Finds the valid name that a mistyped one was probably meant to be. */
public final class NearestName {
    private NearestName() {}

    /**
     * The candidate with the smallest edit distance, when at most half of the given name had to change. Of two that are as
     * near, the one with the nearer letters: {@code pool2} for {@code pool3}.
     */
    public static Optional<String> of(String given, Collection<String> candidates) {
        LevenshteinDistance distance = LevenshteinDistance.getDefaultInstance();
        String lower = given.toLowerCase(Locale.ROOT);
        return candidates.stream()
                .min(Comparator.<String>comparingInt(name -> distance.apply(lower, name.toLowerCase(Locale.ROOT)))
                        .thenComparingInt(name -> letterDistance(lower, name.toLowerCase(Locale.ROOT))))
                .filter(name ->
                        distance.apply(lower, name.toLowerCase(Locale.ROOT)) <= Math.max(1, given.length() / 2));
    }

    private static int letterDistance(String first, String second) {
        int sum = 0;
        for (int i = 0; i < Math.min(first.length(), second.length()); i++) {
            sum += Math.abs(first.charAt(i) - second.charAt(i));
        }
        return sum;
    }

    /**
     * What to say of a name that stands for nothing, and what there is in its place.
     *
     * @param kind of what is named, in the singular
     */
    public static String noSuch(String kind, String given, Collection<String> names) {
        return "There is no " + kind + " (" + given + "); there are " + String.join(", ", names) + "."
                + hint(given, names);
    }

    /** {@code " Maybe you meant X."}, or nothing when no candidate is near. */
    public static String hint(String given, Collection<String> candidates) {
        return of(given, candidates)
                .map(name -> " Maybe you meant " + name + ".")
                .orElse("");
    }
}
