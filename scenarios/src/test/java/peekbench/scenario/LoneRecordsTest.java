package peekbench.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import peekbench.defense.nopeek.NoPeek;
import peekbench.nn.Optimizer;
import peekbench.protocol.adasplit.AdaSplit;
import peekbench.protocol.federated.FederatedAveraging;
import peekbench.protocol.schedule.ClientOrder;
import peekbench.protocol.schedule.LocalBatches;
import peekbench.protocol.schedule.Participation;
import peekbench.protocol.split.VanillaSplit;
import peekbench.protocol.weights.HandOver;
import peekbench.threat.defense.DefenseOptions;
import peekbench.training.ProtocolOptions;
import peekbench.training.TrainingOptions;

class LoneRecordsTest {
    private static final ProtocolOptions SPLIT =
            new VanillaSplit(3, ClientOrder.ROUND_ROBIN_BY_BATCH, HandOver.WITH_OPTIMIZER_STATE);
    private static final List<DefenseOptions> NOPEEK = List.of(new NoPeek(NoPeek.Form.ADDED, 2));

    private static LoneRecords of(ProtocolOptions protocol, List<DefenseOptions> arm, int batchSize) {
        return new LoneRecords(protocol, arm, new TrainingOptions(1, batchSize, new Optimizer.Sgd(.1, 0, 0)));
    }

    @Test
    void onlyWhatComparesRecordsMindsBatchesOfOne() {
        assertThat(of(SPLIT, NOPEEK, 1).reasonAgainst())
                .hasValue(
                        "NoPeek CE + 2·dCor compares the records of a batch with each other, and every batch has one");
        assertThat(of(SPLIT, NOPEEK, 2).reasonAgainst()).isEmpty();
        assertThat(of(SPLIT, NOPEEK, 8).reasonAgainst(1, 1)).isPresent();
        assertThat(of(SPLIT, NOPEEK, 8).reasonAgainst(1, 2)).isEmpty();
        assertThat(of(SPLIT, List.of(), 1).reasonAgainst()).isEmpty();
        assertThat(of(SPLIT, List.of(new NoPeek(NoPeek.Form.ADDED, 0)), 1).reasonAgainst())
                .isEmpty();
        assertThat(of(new AdaSplit(2), List.of(), 1).reasonAgainst())
                .hasValueSatisfying(
                        reason -> assertThat(reason).startsWith("the clients' loss of AdaSplit, 2 clients"));
    }

    @Test
    void clientsThatTakeAllTheirRecordsAtOnceHaveNoLastBatch() {
        ProtocolOptions whole = new FederatedAveraging(2, 1, LocalBatches.ALL_RECORDS, Participation.ALL);
        assertThat(of(whole, NOPEEK, 1).reasonAgainst()).isEmpty();
        assertThat(of(whole, NOPEEK, 10).remark(List.of(new int[21]))).isEmpty();
    }

    @Test
    void namesTheClientsWhoseLastBatchIsOneRecord() {
        assertThat(of(SPLIT, NOPEEK, 10).remark(List.of(new int[21], new int[20], new int[22])))
                .hasValueSatisfying(text -> assertThat(text).contains("one record at client 0 (1 of 3), so it did"));
        assertThat(of(SPLIT, NOPEEK, 10).remark(List.of(new int[20]))).isEmpty();
        assertThat(of(SPLIT, List.of(), 10).remark(List.of(new int[21]))).isEmpty();
    }
}
