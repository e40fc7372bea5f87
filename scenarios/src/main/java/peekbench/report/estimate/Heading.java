package peekbench.report.estimate;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import peekbench.result.StoredTrial;
import peekbench.result.TrialKey;

/** What figures say about themselves: scenario above, what all their trials share below. */
public record Heading(String title, String subtitle) {

    public static Heading of(List<StoredTrial> trials) {
        StoredTrial first = trials.get(0);
        List<String> shared = new ArrayList<>();
        shared.add(first.info().provenance().data().dataset());
        if (same(trials.stream().map(StoredTrial::key).map(TrialKey::protocol))) {
            shared.add(first.key().protocol());
        }
        if (same(trials.stream().map(StoredTrial::key).map(TrialKey::cut))) {
            shared.add("cut " + first.key().cut());
        }
        List<Long> seeds = trials.stream()
                .map(trial -> trial.key().seed())
                .distinct()
                .sorted()
                .toList();
        shared.add(seeds.size() == 1 ? "seed " + seeds.get(0) : seeds.size() + " seeds");
        return new Heading(first.info().provenance().scenario().title(), String.join(" \u00b7 ", shared));
    }

    /** Short name of a group in a legend: what tells it from the others. */
    public static String legend(SeedGroup group, List<SeedGroup> all) {
        List<String> parts = new ArrayList<>();
        if (!same(all.stream().map(other -> other.key().protocol()))) {
            parts.add(group.key().protocol());
        }
        if (!same(all.stream().map(other -> other.key().cut()))) {
            parts.add(group.key().cut());
        }
        if (!same(all.stream().map(other -> other.key().arm())) || parts.isEmpty()) {
            parts.add(group.key().arm());
        }
        if (!same(all.stream().map(other -> other.key().settingsText()))) {
            parts.add(group.key().settingsText());
        }
        parts.removeIf(String::isEmpty);
        return String.join(", ", parts);
    }

    private static boolean same(Stream<String> values) {
        return values.distinct().count() == 1;
    }
}
