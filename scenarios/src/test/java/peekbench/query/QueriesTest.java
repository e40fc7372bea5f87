package peekbench.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.indexing.NDArrayIndex;
import peekbench.evaluation.Subject;
import peekbench.metric.Metric;
import peekbench.problem.ConfigurationException;
import peekbench.query.filter.Filter;
import peekbench.report.RunSample;
import peekbench.report.estimate.Column;
import peekbench.report.estimate.Estimate;
import peekbench.report.table.SummaryRow;
import peekbench.report.table.SummaryTable;
import peekbench.result.StoredTrial;
import peekbench.result.record.Reconstructions;
import peekbench.threat.observation.TargetSet;

/** Filters and queries over two arms of three seeds, one of which failed. */
class QueriesTest {
    @TempDir
    private static Path temporary;

    private static List<StoredTrial> trials = List.of();
    private static WorkspaceIndex index;

    @BeforeAll
    static void fill() {
        RunSample sample = new RunSample(temporary.resolve("results"));
        sample.attacked(3);
        trials = sample.failed("NoPeek <2>", 4);
        index = WorkspaceIndex.open(temporary, temporary.resolve(".cache"));
    }

    @AfterAll
    static void close() {
        index.close();
    }

    @Test
    void estimatesAreTheReportsToTheLastDigit() {
        SummaryTable table = SummaryTable.leakage(trials);
        List<ArmRow> arms = index.arms(Filter.ALL, Order.OF_REPORTS, Measure.SSIM, 0, 10);

        assertThat(arms).extracting(ArmRow::arm).containsExactly("no defense", "NoPeek <2>");
        for (ArmRow arm : arms) {
            assertThat(arm.leak())
                    .contains(new ArmRow.Leak(
                            "decoder", cell(table, arm, Column.SSIM).orElseThrow()));
            assertThat(arm.accuracy()).isPresent().isEqualTo(cell(table, arm, Column.ACCURACY));
        }
        assertThat(arms.get(1).completed()).isEqualTo(3);
        assertThat(arms.get(1).failed()).isEqualTo(1);
    }

    @Test
    void withOneSeedTheIntervalIsTheReportsOverImages() {
        Filter one = Filter.parse("seed:1");
        SummaryTable table = SummaryTable.leakage(index.stored(one));

        assertThat(index.arms(one, Order.OF_REPORTS, Measure.SSIM, 0, 10))
                .isNotEmpty()
                .allSatisfy(arm ->
                        assertThat(arm.leak().map(ArmRow.Leak::estimate)).isEqualTo(cell(table, arm, Column.SSIM)));
    }

    @Test
    void armsComeInPagesAndByWhatLeaks() {
        Order least = Order.parse("leak");
        assertThat(index.arms(Filter.ALL, least, Measure.SSIM, 0, 1))
                .extracting(ArmRow::arm)
                .containsExactly("NoPeek <2>");
        assertThat(index.arms(Filter.ALL, least, Measure.SSIM, 1, 1))
                .extracting(ArmRow::arm)
                .containsExactly("no defense");
        assertThat(index.arms(Filter.ALL, Order.parse("-leak"), Measure.SSIM, 0, 1))
                .extracting(ArmRow::arm)
                .containsExactly("no defense");
        assertThat(index.arms(Filter.ALL, least, Measure.SSIM, 2, 1)).isEmpty();
    }

    @Test
    void epochsComeWithoutTheRest() {
        assertThat(index.epochs(Filter.parse("arm:nopeek status:completed")))
                .extracting(TrialEpochs::epochs)
                .containsExactlyElementsOf(trials.stream()
                        .filter(trial -> trial.completed() && trial.key().defended())
                        .map(StoredTrial::epochs)
                        .toList());
        assertThat(index.epochs(Filter.parse("seed:9"))).isEmpty();
    }

    @Test
    void picturesAreReadRowByRow() throws IOException {
        StoredTrial trial =
                trials.stream().filter(StoredTrial::completed).findFirst().orElseThrow();
        Reconstructions stored = trial.reconstructions(TargetSet.VICTIM_TEST).get(0);
        PictureSet set = PictureSet.of(trial).stream()
                .filter(one -> one.targets() == TargetSet.VICTIM_TEST)
                .findFirst()
                .orElseThrow();

        assertThat(set.attack()).isEqualTo("decoder");
        assertThat(set.values(Metric.SSIM)).contains(stored.ssim());
        assertThat(set.values(Metric.PSNR)).isEmpty();
        assertThat(set.read()).isEmpty();
        try (PixelRows originals = set.originals();
                PixelRows made = set.reconstructions()) {
            assertThat(made.rows()).isEqualTo(stored.size());
            assertThat(made.rowShape()).containsExactly(1L, 6L, 5L);
            assertThat(originals.pixels(1, 2))
                    .containsExactly(stored.originals()
                            .get(NDArrayIndex.point(1))
                            .dup()
                            .data()
                            .asFloat());
        }
    }

    @Test
    void anUnknownOrderNamesThoseThereAre() {
        assertThatThrownBy(() -> Order.parse("accurcy"))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("There is no order by (accurcy)")
                .hasMessageContaining("Maybe you meant accuracy");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "seed:1                          | 2",
                "seed:1 seed:2                   | 4",
                "seed>1 seed<=3                  | 4",
                "arm:nopeek                      | 4",
                "arm:NOPEEK status:failed        | 1",
                "-arm:nopeek                     | 3",
                "-status:failed                  | 6",
                "protocol:\"vanilla split\"      | 7",
                "protocol=vanilla-split          | 7",
                "protocol=vanilla                | 0",
                "cut:pool1 scenario:quickstart   | 7",
                "data:fashion-mnist-sample       | 7",
                "attack:decoder                  | 6",
                "pictures:decoder                | 6",
                "attacker:server                 | 6",
                "attacker=\"a curious server\"   | 6",
                "attacker:eavesdropper           | 0",
                "attack:unsplit                  | 0",
                "ssim>0.79                       | 3",
                "accuracy>0.7                    | 7",
                "accuracy>0.9                    | 0",
                "epochs:3                        | 7",
                "epochs>3                        | 0",
                "error:NaN                       | 1",
                "nopeek                          | 4",
                "seed3                           | 2",
                "folder:results                  | 7",
                "started>2000-01-01              | 7",
                "100%                            | 0"
            })
    void filtersLetPassWhatTheySay(String filter, int count) {
        assertThat(index.count(Filter.parse(filter)).trials()).isEqualTo(count);
    }

    @ParameterizedTest
    @ValueSource(strings = {"epoch:3", "-epoch:3"})
    void aKeyThatNoTrialHasIsNamedWithTheNearest(String filter) {
        assertThatThrownBy(() -> index.count(Filter.parse(filter)))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("The filter asks for (epoch), which no trial here has.")
                .hasMessageContaining("Maybe you meant epochs");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "seed:one     | compares seed with (one), which is no number",
                "accuracy>ten | compares accuracy with (ten), which is no number",
                "arm>nopeek   | only numbers and dates have an order",
                "status:done  | a status is one of completed, failed, unreadable"
            })
    void whatCannotBeComparedIsSaid(String filter, String message) {
        assertThatThrownBy(() -> index.count(Filter.parse(filter)))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining(message);
    }

    @Test
    void facetsCountTheTrialsOfEachValue() {
        List<Facet> facets = index.facets(Filter.parse("-status:failed"));

        assertThat(facets)
                .filteredOn(facet -> facet.key() == FilterKeys.ARM)
                .flatExtracting(Facet::values)
                .containsExactlyInAnyOrder(new Facet.Value("no defense", 3), new Facet.Value("NoPeek <2>", 3));
        assertThat(facets)
                .filteredOn(facet -> facet.key() == FilterKeys.ATTACKER)
                .flatExtracting(Facet::values)
                .containsExactly(new Facet.Value("a curious server", 6));
        assertThat(facets)
                .filteredOn(facet -> facet.key() == FilterKeys.STATUS)
                .flatExtracting(Facet::values)
                .containsExactly(new Facet.Value("completed", 6));
        assertThat(facets)
                .filteredOn(facet -> facet.key() == FilterKeys.SEED)
                .flatExtracting(Facet::values)
                .containsExactly(new Facet.Value("1", 2), new Facet.Value("2", 2), new Facet.Value("3", 2));
    }

    @Test
    void trialsOfAnArmComeBySeedAndSayWhyTheyFailed() {
        ArmRow defended = index.arms(Filter.parse("arm:nopeek"), Order.OF_REPORTS, Measure.SSIM, 0, 1)
                .get(0);
        List<TrialRow> rows = index.trials(defended.key());

        assertThat(rows).extracting(row -> row.key().orElseThrow().seed()).containsExactly(1L, 2L, 3L, 4L);
        assertThat(rows.get(3).status()).isEqualTo(TrialRow.Status.FAILED);
        assertThat(rows.get(3).reason())
                .hasValueSatisfying(why -> assertThat(why).contains("The loss became NaN"));
    }

    @Test
    void aTradeOffHasTheEstimatesOfBothMeasures() {
        SummaryTable table = SummaryTable.leakage(trials);
        List<TradeOffPoint> points = index.tradeOff(Filter.ALL, Measure.ACCURACY, Measure.SSIM);

        assertThat(points).extracting(TradeOffPoint::arm).containsExactly("no defense", "NoPeek <2>");
        ArmRow first =
                index.arms(Filter.ALL, Order.OF_REPORTS, Measure.SSIM, 0, 1).get(0);
        assertThat(points.get(0).x())
                .isEqualTo(cell(table, first, Column.ACCURACY).orElseThrow());
        assertThat(points.get(0).y()).isEqualTo(cell(table, first, Column.SSIM).orElseThrow());
        assertThat(index.tradeOff(
                        Filter.ALL,
                        Measure.ACCURACY,
                        new Measure(Column.SSIM, TargetSet.VICTIM_TEST, Optional.of("unsplit"))))
                .as("nobody mounted that attack")
                .isEmpty();
    }

    @Test
    void boundsAreTheFloorsAndCeilingsOfComparableArms() {
        ArmRow first =
                index.arms(Filter.ALL, Order.OF_REPORTS, Measure.SSIM, 0, 1).get(0);
        SummaryTable table = SummaryTable.leakage(trials);

        assertThat(index.bounds(first, Measure.SSIM))
                .filteredOn(bound -> bound.arm().equals(first.key()))
                .filteredOn(bound -> bound.subject().kind() == Subject.Kind.FLOOR)
                .extracting(Bound::estimate)
                .containsExactlyElementsOf(table.rows().stream()
                        .filter(row -> row.kind().equals(Optional.of(Subject.Kind.FLOOR))
                                && row.records().equals("unseen"))
                        .flatMap(row -> row.cells().get(table.columns().indexOf(Column.SSIM)).stream())
                        .toList());
    }

    @Test
    void timesAreTakenFromTrialsThatAreMostAlike() {
        TrialRow.Key known = index.trials(Filter.parse("seed:1"), Order.OF_REPORTS, 0, 1)
                .get(0)
                .key()
                .orElseThrow();
        double seconds = trials.get(0).info().totalSeconds();

        assertThat(index.seconds(known)).contains(new TypicalSeconds(seconds, 3, TypicalSeconds.Like.SAME_GROUP));
        assertThat(index.seconds(like("other group", known.protocol())))
                .contains(new TypicalSeconds(seconds, 6, TypicalSeconds.Like.SAME_PROTOCOL));
        assertThat(index.seconds(like("other group", "other protocol")))
                .contains(new TypicalSeconds(seconds, 6, TypicalSeconds.Like.SAME_SCENARIO));
    }

    private static TrialRow.Key like(String group, String protocol) {
        return new TrialRow.Key("quickstart", group, protocol, "pool1", "no defense", false, 1, "", 0);
    }

    /** The report's cell of an arm's only attack on unseen records. */
    private static Optional<Estimate> cell(SummaryTable table, ArmRow arm, Column column) {
        return table.rows().stream()
                .filter(row -> row.kind().equals(Optional.of(Subject.Kind.ATTACK)))
                .filter(row -> row.arm().equals(arm.arm()) && row.records().equals("unseen"))
                .map(SummaryRow::cells)
                .flatMap(cells -> cells.get(table.columns().indexOf(column)).stream())
                .findFirst();
    }
}
