package peekbench.protocol.split;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;
import peekbench.protocol.TrainingFixture;
import peekbench.protocol.party.TestedClient;
import peekbench.protocol.schedule.Participation;
import peekbench.threat.defense.DefenseHooks;
import peekbench.threat.defense.LossTerm;

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
}
