package peekbench.attack.decoder;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import peekbench.nn.Architecture;
import peekbench.nn.array.Shape;
import peekbench.nn.layer.NamedLayer;
import peekbench.nn.model.ReconstructionNetwork;

class DecoderNetworkTest {
    @ParameterizedTest
    @CsvSource({
        "6x28x28, 1x28x28",
        "6x14x14, 1x28x28",
        "16x10x10, 1x28x28",
        "16x5x5, 1x28x28",
        "400, 1x28x28",
        "6x28x28, 3x32x32",
        "6x14x14, 3x32x32",
        "16x10x10, 3x32x32",
        "8x64x64, 1x128x128",
        "8x40x40, 3x40x41",
        "120, 3x30x41",
        "1x28x28, 1x28x28",
        "64, 10",
        "4x3x3, 10"
    })
    void everyCapacityEndsInTheShapeOfTheInput(String smashed, String input) {
        for (Capacity capacity : Capacity.values()) {
            List<NamedLayer> layers = ReconstructionNetwork.layers(capacity.width(), shape(smashed), shape(input));
            Architecture network = new Architecture("decoder", shape(smashed), layers);
            assertThat(network.output()).as(capacity.label()).isEqualTo(shape(input));
        }
    }

    @ParameterizedTest
    @CsvSource({"6x28x28, 1x28x28", "6x14x14, 1x28x28", "16x5x5, 1x28x28", "120, 1x28x28", "64, 10"})
    void capacitiesGrow(String smashed, String input) {
        List<Integer> parameters = new ArrayList<>();
        for (Capacity capacity : Capacity.values()) {
            Shape shape = shape(smashed);
            int count = 0;
            for (NamedLayer layer : ReconstructionNetwork.layers(capacity.width(), shape(smashed), shape(input))) {
                count += layer.spec().parameterCount(shape);
                shape = layer.spec().outputShape(shape);
            }
            parameters.add(count);
        }
        assertThat(parameters).isSorted().doesNotHaveDuplicates();
    }

    private static Shape shape(String text) {
        String[] sizes = text.split("x", -1);
        long[] dimensions = new long[sizes.length];
        for (int i = 0; i < sizes.length; i++) {
            dimensions[i] = Long.parseLong(sizes[i]);
        }
        return Shape.of(dimensions);
    }
}
