package peekbench.ui.model.look;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import peekbench.evaluation.Claims;
import peekbench.result.record.StoredClaim;

/**
 * How often an attack inferred which class of records of which class.
 *
 * @param attack who
 * @param classes names of rows and columns
 * @param counts by true class, then by inferred class
 * @param renamed whether classes are named to fit best
 */
public record ConfusionModel(String attack, List<String> classes, List<List<Integer>> counts, boolean renamed) {
    public ConfusionModel {
        classes = List.copyOf(classes);
        counts = List.copyOf(counts);
    }

    /** One an attack, in the order in which they were mounted. */
    public static List<ConfusionModel> of(List<StoredClaim<Claims.Label>> claims, List<String> names) {
        return claims.stream()
                .map(StoredClaim::attack)
                .distinct()
                .map(attack -> of(
                        attack,
                        claims.stream()
                                .filter(claim -> claim.attack().equals(attack))
                                .map(StoredClaim::claim)
                                .toList(),
                        names))
                .toList();
    }

    private static ConfusionModel of(String attack, List<Claims.Label> claims, List<String> names) {
        int size = names.size();
        for (Claims.Label claim : claims) {
            size = Math.max(size, Math.max(claim.actual(), claim.inferred()) + 1);
        }
        int[][] counts = new int[size][size];
        boolean renamed = false;
        for (Claims.Label claim : claims) {
            counts[claim.actual()][claim.inferred()]++;
            renamed |= claim.given() != claim.inferred();
        }
        List<List<Integer>> rows = new ArrayList<>();
        List<String> classes = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            List<Integer> row = new ArrayList<>();
            for (int count : counts[i]) {
                row.add(count);
            }
            rows.add(List.copyOf(row));
            classes.add(i < names.size() ? names.get(i) : "class " + i);
        }
        return new ConfusionModel(attack, classes, rows, renamed);
    }

    /** How many records. */
    public int all() {
        return counts.stream()
                .mapToInt(row -> row.stream().mapToInt(Integer::intValue).sum())
                .sum();
    }

    /** How many are inferred rightly. */
    public int right() {
        int right = 0;
        for (int i = 0; i < counts.size(); i++) {
            right += counts.get(i).get(i);
        }
        return right;
    }

    /** The share of the records that an attacker gets right who always says the most frequent class. */
    public double majority() {
        return counts.stream()
                        .mapToInt(
                                row -> row.stream().mapToInt(Integer::intValue).sum())
                        .max()
                        .orElse(0)
                / (double) Math.max(1, all());
    }

    /** In a sentence. */
    public String words() {
        return String.format(
                Locale.ROOT,
                "%s inferred %d of %d labels rightly (%.1f %%); always answering with the most frequent class gives %.1f %%.%s",
                attack,
                right(),
                all(),
                100.0 * right() / Math.max(1, all()),
                100 * majority(),
                renamed ? " Classes are named to fit best, since the attack does not know which is which." : "");
    }
}
