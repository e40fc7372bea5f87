package example;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import peekbench.nn.array.Shape;

class SmallNetworkTest {
    @Test
    void hasNamedCutsAndTheOutputsThatDataNeed() {
        SmallNetwork network = new SmallNetwork(4);

        assertThat(network.cuts()).containsExactly("conv1", "relu1", "pool1", "flatten");
        assertThat(network.architecture(Shape.of(1, 16, 16), 2).output()).isEqualTo(Shape.of(2));
    }
}
