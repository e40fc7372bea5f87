package peekbench.report.table;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import peekbench.report.estimate.Column;
import peekbench.report.estimate.NaturalOrder;
import peekbench.result.Finding;
import peekbench.result.StoredTrial;

/** What the ε of trials covers: one sentence for all protocols of which it is true, so that nobody compares what is not alike. */
final class PrivacyRemarks {
    private static final String UNKNOWN =
            "What it covers was not stored with these trials, which an earlier version wrote.";

    private PrivacyRemarks() {}

    static List<String> of(List<StoredTrial> trials) {
        Map<String, SortedSet<String>> covered = new LinkedHashMap<>();
        for (StoredTrial trial : trials) {
            if (trial.completed() && TrainingFigures.of(trial, Column.PRIVACY).isPresent()) {
                covered.computeIfAbsent(coverage(trial), text -> new TreeSet<>(new NaturalOrder()))
                        .add(trial.key().protocol());
            }
        }
        List<String> remarks = new ArrayList<>();
        covered.forEach((text, protocols) -> remarks.add("\u03b5 of " + String.join("; ", protocols) + ": " + text));
        if (covered.size() > 1) {
            remarks.add("Values of \u03b5 that cover different things are not to be compared.");
        }
        return remarks;
    }

    private static String coverage(StoredTrial trial) {
        return trial.info().findings().stream()
                .filter(finding -> finding.attack().equals(Finding.OF_PRIVACY))
                .map(Finding::text)
                .findFirst()
                .orElse(UNKNOWN);
    }
}
