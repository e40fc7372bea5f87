package peekbench.defense.sanitizer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;
import peekbench.data.Dataset;
import peekbench.nn.layer.Activation;
import peekbench.problem.ConfigurationException;
import peekbench.threat.defense.DefenseHooks;

class LocalLayerTest {
    private static final LocalLayer TRAINED = new LocalLayer(3, Activation.TANH, 2, 16, .01);
    private static final LocalLayer UNTRAINED = new LocalLayer(3, Activation.TANH, 0, 16, .01);

    @Test
    void everyClientHasItsOwnLayerOfTheInputsShape() {
        for (Dataset dataset : List.of(Contexts.IMAGES, Contexts.TABLE)) {
            INDArray inputs = Contexts.inputs(dataset);
            INDArray first = hooks(TRAINED, 0, dataset, 11).sanitizeInput(inputs);
            INDArray second = hooks(TRAINED, 1, dataset, 11).sanitizeInput(inputs);
            assertThat(first.shape()).isEqualTo(inputs.shape());
            assertThat(first.sub(second).amaxNumber().doubleValue()).isGreaterThan(1e-3);
            assertThat(first.sub(inputs).amaxNumber().doubleValue()).isGreaterThan(1e-3);
        }
    }

    @Test
    void withoutTrainingAllClientsHaveTheLayerThatTheNonceGives() {
        INDArray inputs = Contexts.inputs(Contexts.IMAGES);
        byte[] first = bits(hooks(UNTRAINED, 0, Contexts.IMAGES, 11), inputs);
        assertThat(bits(hooks(UNTRAINED, 1, Contexts.IMAGES, 11), inputs)).isEqualTo(first);
        assertThat(bits(hooks(UNTRAINED, 0, Contexts.IMAGES, 12), inputs)).isNotEqualTo(first);
        assertThat(bits(hooks(TRAINED, 0, Contexts.IMAGES, 11), inputs)).isNotEqualTo(first);
    }

    @Test
    void theSameSeedGivesTheSameBitsAndTheLayerIsFrozen() {
        for (Dataset dataset : List.of(Contexts.IMAGES, Contexts.TABLE)) {
            INDArray inputs = Contexts.inputs(dataset);
            byte[] before = Contexts.bits(inputs);
            DefenseHooks hooks = hooks(TRAINED, 0, dataset, 11);
            byte[] sent = bits(hooks, inputs);
            assertThat(bits(hooks, inputs)).isEqualTo(sent);
            assertThat(bits(hooks(TRAINED, 0, dataset, 11), inputs)).isEqualTo(sent);
            assertThat(Contexts.bits(inputs)).isEqualTo(before);
        }
    }

    @Test
    void badOptionsAreNamedAllAtOnce() {
        assertThatThrownBy(() -> new LocalLayer(4, Activation.RELU, -1, 0, 0))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("kernel: is 4; it must be odd")
                .hasMessageContaining("epochs: is -1")
                .hasMessageContaining("batch-size: is 0")
                .hasMessageContaining("learning-rate: is 0.0");
        assertThatThrownBy(() -> new LocalLayer(0, Activation.RELU, 1, 1, 1))
                .hasMessageContaining("kernel: is 0; it must be at least 1");
    }

    @Test
    void labelsNameTheCase() {
        assertThat(new LocalLayer().label()).isEqualTo("Case 3: local layer");
        assertThat(UNTRAINED.label()).isEqualTo("Case 3: local layer, untrained");
    }

    private static DefenseHooks hooks(LocalLayer options, int client, Dataset dataset, long trial) {
        return options.create().attach(Contexts.client(client, dataset, trial));
    }

    private static byte[] bits(DefenseHooks hooks, INDArray inputs) {
        return Contexts.bits(hooks.sanitizeInput(inputs));
    }
}
