package peekbench.report.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import peekbench.metric.Interval;
import peekbench.report.RunSample;
import peekbench.report.estimate.Column;
import peekbench.report.estimate.Estimate;
import peekbench.report.estimate.NaturalOrder;
import peekbench.result.StoredTrial;
import peekbench.result.TrialSetting;

class SummaryTableTest {
    @TempDir
    Path folder;

    @Test
    void agreesWithStudentsTables() {
        // R 4.2: t.test(c(.80, .82, .84))$conf.int gives 0.7703172 0.8696828.
        Estimate estimate = Estimate.of(new double[] {.80, .82, .84, Double.NaN}, Optional.empty())
                .orElseThrow();

        assertThat(estimate.mean()).isCloseTo(.82, within(1e-12));
        assertThat(estimate.seeds()).isEqualTo(3);
        assertThat(estimate.over()).isEqualTo(Estimate.Spread.SEEDS);
        assertThat(estimate.interval().orElseThrow().low()).isCloseTo(.7703172, within(1e-7));
        assertThat(estimate.interval().orElseThrow().high()).isCloseTo(.8696828, within(1e-7));
        assertThat(Estimate.of(new double[] {Double.NaN}, Optional.empty())).isEmpty();
        Estimate infinite = Estimate.of(new double[] {30, Double.POSITIVE_INFINITY}, Optional.empty())
                .orElseThrow();
        assertThat(infinite.interval()).isEmpty();
        assertThat(Column.PSNR.write(infinite)).isEqualTo("\u221e");
    }

    @Test
    void showsArmsAboveFloorsAndCeilingsAndEachBoundOnce() {
        SummaryTable table = SummaryTable.of(new RunSample(folder).attacked(3));

        assertThat(table.rows())
                .filteredOn(row -> row.records().equals("unseen"))
                .extracting(row -> row.arm() + " / " + row.who())
                .containsExactly(
                        "no defense / decoder",
                        "NoPeek <2> / decoder",
                        "no defense / mean image (floor)",
                        "no defense / identity client (ceiling)");
        assertThat(table.rows()).hasSize(8);
        assertThat(table.columns())
                .containsExactly(Column.ACCURACY, Column.BIAS_CORRECTED_DISTANCE_CORRELATION, Column.SSIM);
        Estimate ssim = cell(table, 0, Column.SSIM).orElseThrow();
        assertThat(ssim.mean()).isCloseTo(.82, within(1e-12));
        assertThat(ssim.over()).isEqualTo(Estimate.Spread.SEEDS);
        assertThat(table.text())
                .contains("0.820\u00b10.050")
                .contains("\u00b1 is half of a 95 % interval over 3 seeds (Student's t).")
                .contains("All rows: protocol vanilla-split, cut pool1.");
        assertThat(table.markdown()).startsWith("| Arm | Attack or reference | Records | Accuracy |");
    }

    @Test
    void showsIntervalsOverImagesForOneSeedButNoneOfANullHypothesis() {
        SummaryTable table = SummaryTable.of(new RunSample(folder).attacked(1));

        Estimate ssim = cell(table, 0, Column.SSIM).orElseThrow();
        assertThat(ssim.interval()).contains(new Interval(.79, .81, .95));
        assertThat(ssim.over()).isEqualTo(Estimate.Spread.IMAGES);
        assertThat(cell(table, 0, Column.BIAS_CORRECTED_DISTANCE_CORRELATION)
                        .orElseThrow()
                        .interval())
                .isEmpty();
        assertThat(table.text()).contains("One seed: \u00b1 is half of a 95 % interval over images (bootstrap; Wilson");
    }

    @Test
    void keepsFailedTrialsInTheTable() {
        RunSample run = new RunSample(folder);
        run.attacked(2);
        run.failed("NoPeek <2>", 3);
        SummaryTable table = SummaryTable.of(run.failed("NoPeek 9", 1));

        assertThat(table.rows()).extracting(SummaryRow::arm).contains("NoPeek 9");
        assertThat(table.notes())
                .contains(
                        "1 of 3 trials failed: vanilla-split, pool1, NoPeek <2>.",
                        "1 of 1 trials failed: vanilla-split, pool1, NoPeek 9.");
    }

    @Test
    void showsTrainingWhenNobodyAttacked() {
        RunSample run = new RunSample(folder);
        run.trainedOnly("centralized");
        List<StoredTrial> trials = run.trainedOnly("vanilla-split");
        SummaryTable table = SummaryTable.of(trials);

        assertThat(table.title()).isEqualTo("Training");
        assertThat(table.rows()).extracting(SummaryRow::protocol).containsExactly("centralized", "vanilla-split");
        assertThat(cell(table, 0, Column.TRAINING_SECONDS).orElseThrow().mean()).isEqualTo(5);
        assertThat(cell(table, 0, Column.SENT_TO_SERVER).orElseThrow().mean()).isEqualTo(.002);
        assertThat(cell(table, 0, Column.ACCURACY).orElseThrow().mean()).isEqualTo(.8);
    }

    @Test
    void ordersNumbersInNamesByValue() {
        List<String> names = Stream.of("nopeek 10", "nopeek 0.5", "nopeek 2", "nopeek 0.25")
                .sorted(new NaturalOrder())
                .toList();

        assertThat(names).containsExactly("nopeek 0.25", "nopeek 0.5", "nopeek 2", "nopeek 10");
    }

    private static Optional<Estimate> cell(SummaryTable table, int row, Column column) {
        return table.rows().get(row).cells().get(table.columns().indexOf(column));
    }

    @Test
    void hasAColumnForEachKeyThatAxesVaryAndADashWhereItDoesNotMatter() {
        SummaryTable table = new SummaryTable(
                "Training",
                List.of(),
                List.of(varied(List.of(new TrialSetting("training.epochs", "5"))), varied(List.of())));

        assertThat(table.leading().headings()).containsExactly("Arm", "training.epochs");
        assertThat(table.rows())
                .extracting(table.leading()::of)
                .containsExactly(List.of("no defense", "5"), List.of("no defense", "\u2013"));
    }

    private static SummaryRow varied(List<TrialSetting> settings) {
        return new SummaryRow(
                "vanilla split", "pool1", "no defense", settings, Optional.empty(), "", "", 1, 0, List.of(), List.of());
    }
}
