package peekbench.protocol.split;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;
import peekbench.data.IndexSets;
import peekbench.nn.loss.LossFunction;
import peekbench.protocol.TrainingFixture;
import peekbench.protocol.federated.FederatedAveraging;
import peekbench.protocol.schedule.BatchSource;
import peekbench.protocol.schedule.DatasetRecords;
import peekbench.protocol.schedule.LocalBatches;
import peekbench.protocol.schedule.LocalRecords;
import peekbench.protocol.schedule.Participation;
import peekbench.protocol.whole.SanitizedTraining;
import peekbench.threat.defense.Defense;
import peekbench.threat.defense.DefenseContext;
import peekbench.threat.defense.DefenseHooks;
import peekbench.threat.defense.OwnRecords;
import peekbench.training.EpochReport;
import peekbench.training.ProtocolOptions;
import peekbench.training.TrainingSetup;

/** What parties tell the defenses that protect them. */
class DefenseContextTest {
    private static final int CLIENTS = 3;

    @Test
    void whatIsSharedIsTheSameForAllAndTheRestIsEachPartysOwn() {
        Map<String, DefenseContext> contexts = contexts(new SanitizedTraining(CLIENTS, 1));
        assertThat(contexts).containsKeys("client-0", "client-1", "client-2", "server");
        assertThat(contexts.values().stream().map(DefenseContext::shared).distinct())
                .hasSize(1);
        assertThat(contexts.values().stream().map(DefenseContext::seed).distinct())
                .hasSameSizeAs(contexts.keySet());
        assertThat(contexts.values().stream().map(DefenseContext::seed))
                .doesNotContain(contexts.get("server").shared());
    }

    @Test
    void everyClientsRecordsAreItsOwnAndTogetherTheVictims() {
        List<ProtocolOptions> protocols = List.of(
                new SanitizedTraining(CLIENTS, 1),
                new FederatedAveraging(CLIENTS, 1, LocalBatches.MINI_BATCHES, Participation.ALL));
        for (ProtocolOptions protocol : protocols) {
            Map<String, DefenseContext> contexts = contexts(protocol);
            List<String> found = new ArrayList<>();
            for (int client = 0; client < CLIENTS; client++) {
                OwnRecords own = contexts.get("client-" + client).ownRecords().get();
                assertThat(own.loss()).isEqualTo(LossFunction.CROSS_ENTROPY);
                assertThat(own.targets().shape())
                        .isEqualTo(new long[] {own.inputs().size(0), 10});
                found.addAll(texts(own.inputs()));
            }
            int[] victims = fixture().setup().indexSets().of(IndexSets.Part.VICTIM_TRAIN);
            assertThat(found)
                    .as(protocol.label())
                    .containsExactlyInAnyOrderElementsOf(texts(
                            TrainingFixture.DATASET.inputs(victims, fixture().precision())));
        }
    }

    /** The bits of each record, comparable. */
    private static List<String> texts(INDArray records) {
        List<String> texts = new ArrayList<>();
        for (long record = 0; record < records.size(0); record++) {
            texts.add(Arrays.toString(TrainingFixture.bits(records.slice(record))));
        }
        return texts;
    }

    @Test
    void aClientKnowsTheShareThatItSends() {
        OwnRecords own = contexts(new SanitizedTraining(1, .5))
                .get("client-0")
                .ownRecords()
                .get();
        assertThat(own.inputs().size(0)).isEqualTo(49);
    }

    @Test
    void recordsWithoutLabelsAreLeftOut() {
        BatchSource labelled = epoch -> List.of(new int[] {4, 2});
        BatchSource unlabelled = epoch -> List.of(new int[] {1, 3});
        LocalRecords records = new DatasetRecords(
                TrainingFixture.DATASET, fixture().precision(), new PartlyLabelled(labelled, unlabelled));
        LocalRecords.Batch own = records.labelled();
        INDArray expected =
                TrainingFixture.DATASET.inputs(new int[] {2, 4}, fixture().precision());
        assertThat(TrainingFixture.bits(own.inputs())).isEqualTo(TrainingFixture.bits(expected));
    }

    @Test
    void theServerHasNoRecords() {
        DefenseContext server = contexts(new SanitizedTraining(1, 1)).get("server");
        assertThatThrownBy(() -> server.ownRecords().get())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("server has no records");
    }

    private static TrainingFixture fixture() {
        return TrainingFixture.of(TrainingFixture.PLAIN, 1);
    }

    /** The first context of each party of one training. */
    private static Map<String, DefenseContext> contexts(ProtocolOptions protocol) {
        Map<String, DefenseContext> found = new TreeMap<>();
        Defense recording = context -> {
            found.putIfAbsent(context.party(), context);
            return new DefenseHooks() {};
        };
        TrainingFixture plain = fixture();
        TrainingSetup setup = new TrainingFixture(
                        plain.architecture(),
                        plain.cut(),
                        plain.records(),
                        plain.training(),
                        List.of(recording),
                        plain.precision(),
                        plain.seed())
                .setup();
        protocol.create().train(setup, new ArrayList<EpochReport>()::add);
        return found;
    }
}
