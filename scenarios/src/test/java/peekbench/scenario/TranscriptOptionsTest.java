package peekbench.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import peekbench.nn.Optimizer;
import peekbench.problem.ConfigurationException;
import peekbench.protocol.schedule.ClientOrder;
import peekbench.protocol.split.VanillaSplit;
import peekbench.protocol.weights.HandOver;
import peekbench.protocol.whole.Centralized;
import peekbench.training.Protocol;
import peekbench.training.TrainingOptions;

class TranscriptOptionsTest {
    private static final Protocol SPLIT =
            new VanillaSplit(2, ClientOrder.ROUND_ROBIN_BY_EPOCH, HandOver.WITH_OPTIMIZER_STATE).create();

    private static TrainingOptions epochs(int count) {
        return new TrainingOptions(count, 16, Optimizer.Adam.of(.001));
    }

    @Test
    void momentsAreSpreadEvenlyFromTheInitialWeightsOn() {
        TranscriptOptions two = new TranscriptOptions(2, List.of(), 1000);
        assertThat(two.of(SPLIT, epochs(3)).epochs()).containsExactlyInAnyOrder(0, 1);
        assertThat(two.of(SPLIT, epochs(10)).epochs()).containsExactlyInAnyOrder(0, 5);
        assertThat(two.of(SPLIT, epochs(1)).epochs()).containsExactly(0);
        assertThat(new TranscriptOptions(3, List.of(), 1000)
                        .of(SPLIT, epochs(9))
                        .epochs())
                .containsExactlyInAnyOrder(0, 3, 6);
        assertThat(new TranscriptOptions(0, List.of(), 1000)
                        .of(SPLIT, epochs(9))
                        .epochs())
                .isEmpty();
    }

    @Test
    void namedEpochsTakeTheirPlace() {
        assertThat(new TranscriptOptions(2, List.of(0, 4), 7)
                        .of(SPLIT, epochs(9))
                        .epochs())
                .containsExactlyInAnyOrder(0, 4);
        assertThat(new TranscriptOptions(2, List.of(), 7).of(SPLIT, epochs(9)).records())
                .isEqualTo(7);
    }

    @Test
    void whereNothingComesToAServerNothingIsKept() {
        assertThat(new TranscriptOptions(2, List.of(), 1000)
                        .of(new Centralized(1).create(), epochs(9))
                        .epochs())
                .isEmpty();
    }

    @Test
    void mistakesAreSaidTogether() {
        assertThatThrownBy(() -> new TranscriptOptions(-1, List.of(2, 2, -3), 0))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("moments: is -1; it must be at least 0.")
                .hasMessageContaining("records: is 0; it must be at least 1.")
                .hasMessageContaining("epochs: is [2, 2, -3]; list each epoch once.")
                .hasMessageContaining("epochs[2]: is -3; it must be at least 0.");
    }
}
