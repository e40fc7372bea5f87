package peekbench.report.estimate;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import peekbench.report.chart.Chart;
import peekbench.report.table.SummaryTable;
import peekbench.result.ResultSamples;
import peekbench.result.ResultStore;
import peekbench.result.StoredTrial;
import peekbench.result.TrialKey;
import peekbench.result.TrialWriter;

class SeedGroupTest {
    private static final TrialKey PLAIN = ResultSamples.key("no defense", false, 1);

    @TempDir
    private Path folder;

    private StoredTrial write(TrialKey key) {
        return write(key, 3);
    }

    /** @param epochs of its scenario */
    private StoredTrial write(TrialKey key, int epochs) {
        try (TrialWriter writer = ResultStore.open(folder).begin(key, ResultSamples.provenance(epochs))) {
            writer.epoch(ResultSamples.epoch(1));
            return writer.complete(1, 1);
        }
    }

    /** As after a run of the same scenario with other settings, which no axis names. */
    @Test
    void groupsOfOneLabelAreToldApartInChartsAndTables() {
        List<StoredTrial> trials = List.of(
                write(PLAIN),
                write(PLAIN.inGroup(PLAIN.group() + ".14c5e6e9")),
                write(ResultSamples.key("NoPeek", true, 1)));

        assertThat(SeedGroup.of(trials))
                .extracting(group -> group.key().arm())
                .containsExactly("no defense (" + PLAIN.group() + ")", "no defense (settings 14c5e6e9)", "NoPeek");
        assertThat(Chart.CURVES.of(trials)).isPresent();
        assertThat(SummaryTable.training(trials).markdown()).contains("no defense (settings 14c5e6e9)");
    }

    @Test
    void groupsOfOneLabelAreToldApartByTheSettingsThatDiffer() {
        TrialKey later = PLAIN.inGroup(PLAIN.group() + ".14c5e6e9");
        TrialKey other = new TrialKey("other-seed1", "other", "federated", "pool1", "no defense", false, 1);
        List<StoredTrial> trials = List.of(write(PLAIN, 3), write(later, 5), write(other, 3));

        assertThat(SeedGroup.of(trials))
                .extracting(group -> group.key().arm())
                .containsExactly("no defense", "no defense (epochs 3)", "no defense (epochs 5)");
        for (Chart chart : List.of(Chart.COST, Chart.CURVES)) {
            assertThat(chart.of(trials)).as(chart.title()).isPresent();
        }
    }
}
