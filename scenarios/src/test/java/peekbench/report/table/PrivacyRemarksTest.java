package peekbench.report.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import peekbench.report.estimate.Column;
import peekbench.result.EpochMetrics;
import peekbench.result.Finding;
import peekbench.result.ResultSamples;
import peekbench.result.ResultStore;
import peekbench.result.StoredTrial;
import peekbench.result.TrialKey;
import peekbench.result.TrialWriter;

class PrivacyRemarksTest {
    @TempDir
    private Path folder;

    private StoredTrial write(String protocol, OptionalDouble epsilon, List<String> coverage) {
        TrialKey key = new TrialKey(protocol + "-seed1", protocol, protocol, "pool1", "DP-SGD", true, 1);
        EpochMetrics epoch = ResultSamples.epoch(1).withPrivacySpent(epsilon);
        try (TrialWriter writer = ResultStore.open(folder).begin(key, ResultSamples.provenance())) {
            writer.epoch(epoch);
            writer.findings(Finding.OF_PRIVACY, coverage);
            return writer.complete(1, 1);
        }
    }

    @Test
    void besideEachEpsilonStandsWhatItCovers() {
        SummaryTable table = SummaryTable.training(List.of(
                write("split-2", OptionalDouble.of(1), List.of("It covers the client's layers.")),
                write("split-10", OptionalDouble.of(2), List.of("It covers the client's layers.")),
                write("federated", OptionalDouble.of(3), List.of("It covers the whole network.")),
                write("older", OptionalDouble.of(4), List.of())));

        assertThat(table.columns()).contains(Column.PRIVACY);
        assertThat(table.notes())
                .endsWith(
                        "ε of split-2; split-10: It covers the client's layers.",
                        "ε of federated: It covers the whole network.",
                        "ε of older: What it covers was not stored with these trials, which an earlier version wrote.",
                        "Values of ε that cover different things are not to be compared.");
        assertThat(table.withoutTimes().notes())
                .endsWith(table.notes().get(table.notes().size() - 1));
    }

    @Test
    void infinityIsStoredAndShown() {
        StoredTrial trial = write("split", OptionalDouble.of(Double.POSITIVE_INFINITY), List.of("It covers little."));

        assertThat(TrainingFigures.of(trial, Column.PRIVACY)).hasValue(Double.POSITIVE_INFINITY);
        assertThat(SummaryTable.training(List.of(trial)).markdown()).contains("| ∞ |");
    }

    @Test
    void withoutAnEpsilonThereIsNeitherColumnNorRemark() {
        SummaryTable table = SummaryTable.training(List.of(write("split", OptionalDouble.empty(), List.of())));

        assertThat(table.columns()).doesNotContain(Column.PRIVACY);
        assertThat(table.remarks()).isEmpty();
    }
}
