package peekbench.protocol.split;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;
import peekbench.data.IndexSets;
import peekbench.nn.Rows;
import peekbench.protocol.TrainingFixture;
import peekbench.protocol.party.TestedClient;
import peekbench.protocol.schedule.Participation;
import peekbench.threat.defense.DefenseHooks;
import peekbench.threat.defense.LossTerm;
import peekbench.threat.observation.Sent;
import peekbench.threat.observation.SmashedObservation;
import peekbench.threat.observation.TargetSet;
import peekbench.training.TrainedNetwork;
import peekbench.training.TrainingObserver;
import peekbench.training.TrainingSetup;

class ParallelSplitTest {
    private static final int CLIENTS = 4;

    /** What a client adds to its loss: {@code weight / 2 mean z²}, whose gradient is {@code weight z / numbers}. */
    private record Shrinking(double weight) implements DefenseHooks {
        @Override
        public Optional<LossTerm> addToLoss(INDArray input, INDArray smashed) {
            return weight == 0
                    ? Optional.empty()
                    : Optional.of(new LossTerm(0, smashed.mul(weight / smashed.length())));
        }
    }

    /** Three steps, each of all clients, in float64. */
    private static INDArray front(ClientLosses losses, double weight) {
        return TrainingFixture.of(TrainingFixture.PLAIN, 1)
                .float64()
                .records(3 * 16 * CLIENTS)
                .defended(new Shrinking(weight))
                .train(new ParallelSplit(CLIENTS, TestedClient.LAST, Participation.ALL, losses))
                .client()
                .parameters();
    }

    /** In the joint loss {@code task + a/I Σ own_i} a weight is I times as large as in {@code task + a Σ own_i}; to 1e-12. */
    @Test
    void theMeanOfOwnLossesIsTheirSumAtAWeightDividedByTheClients() {
        INDArray mean = front(ClientLosses.MEAN, 50);
        INDArray sum = front(ClientLosses.SUM, 50.0 / CLIENTS);
        assertThat(mean.distance2(sum)).isCloseTo(0, within(1e-12));
        assertThat(mean.distance2(front(ClientLosses.SUM, 50))).isGreaterThan(1e-3);
    }

    @Test
    void withoutOwnLossesBothAreTheSameBits() {
        assertThat(TrainingFixture.bits(front(ClientLosses.MEAN, 0)))
                .isEqualTo(TrainingFixture.bits(front(ClientLosses.SUM, 0)));
    }

    /** A record that was trained on comes from its owner, who makes the same of it when it is asked; unseen ones are the tested client's. */
    @Test
    void eachRecordComesFromItsOwnersLayers() {
        TrainingSetup setup = TrainingFixture.of(TrainingFixture.PLAIN, 1)
                .records(16 * CLIENTS)
                .setup();
        TrainedNetwork network = new ParallelSplit(CLIENTS, TestedClient.LAST, Participation.ALL, ClientLosses.SUM)
                .create()
                .train(setup, TrainingObserver.silent());
        int[] trained = setup.indexSets().of(IndexSets.Part.VICTIM_TRAIN);
        int[] unseen = setup.indexSets().of(IndexSets.Part.VICTIM_TEST);
        SmashedObservation seen = network.observe(
                setup.dataset(), Map.of(TargetSet.VICTIM_TRAIN, trained, TargetSet.VICTIM_TEST, unseen));
        List<Sent> senders = seen.bySender();
        assertThat(senders).extracting(Sent::client).containsExactlyInAnyOrder(0, 1, 2, 3);
        assertThat(senders.get(0).client()).isEqualTo(CLIENTS - 1);
        assertThat(senders.get(0).places().get(TargetSet.VICTIM_TEST)).hasSize(unseen.length);
        List<int[]> parts = setup.clientRecords(CLIENTS);
        for (Sent sent : senders) {
            int[] places = sent.places().get(TargetSet.VICTIM_TRAIN);
            int[] records = Arrays.stream(places).map(place -> trained[place]).toArray();
            assertThat(records).containsExactlyInAnyOrder(parts.get(sent.client()));
            INDArray answer = network.encode(sent.client(), setup.dataset().inputs(records, setup.precision()));
            assertThat(answer.distance2(Rows.of(seen.of(TargetSet.VICTIM_TRAIN), places)))
                    .isZero();
            INDArray others = network.encode(
                    (sent.client() + 1) % CLIENTS, setup.dataset().inputs(records, setup.precision()));
            assertThat(others.distance2(answer)).isGreaterThan(1e-3);
        }
    }
}
