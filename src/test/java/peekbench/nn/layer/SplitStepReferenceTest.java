package peekbench.nn.layer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import peekbench.nn.Optimizer;
import peekbench.nn.OptimizerState;
import peekbench.nn.Segment;
import peekbench.nn.array.Precision;
import peekbench.nn.array.Shape;
import peekbench.nn.loss.LossAndGradient;
import peekbench.nn.loss.LossFunction;
import peekbench.seed.Seed;

/** Three training steps against PyTorch's values, split after the pooling layer and whole. */
class SplitStepReferenceTest {
    private static final List<NamedLayer> CLIENT = List.of(
            new NamedLayer("conv", new Convolution(2, 3, 1, 0)),
            new NamedLayer("relu", Activation.RELU),
            new NamedLayer("pool", new MaxPooling(2, 2)));
    private static final List<NamedLayer> SERVER =
            List.of(new NamedLayer("flatten", new Flatten()), new NamedLayer("fc", new Dense(3)));
    private static final Optimizer SGD = new Optimizer.Sgd(.1, .9, 5e-4);

    @ParameterizedTest
    @CsvSource({"FLOAT64, 1e-9", "FLOAT32, 1e-5"})
    void splitTrainingFollowsTheReference(Precision precision, double tolerance) throws IOException {
        JsonNode reference = reference();
        INDArray x = tensor(reference.get("x"), precision, 4, 1, 8, 8);
        INDArray targets = oneHot(reference.get("labels"), precision);
        Segment client = Segment.create(CLIENT, Shape.of(1, 8, 8), precision, Seed.of(1));
        Segment server = Segment.create(SERVER, Shape.of(2, 3, 3), precision, Seed.of(1));
        JsonNode start = reference.get("params");
        client.parameters().assign(tensor(clientNumbers(start), precision));
        server.parameters().assign(tensor(serverNumbers(start), precision));
        OptimizerState clientOptimizer = SGD.start(client);
        OptimizerState serverOptimizer = SGD.start(server);

        for (JsonNode step : reference.get("steps")) {
            INDArray smashed = client.forward(x);
            assertClose(smashed, numbers(step.get("smashed")), tolerance);
            LossAndGradient loss = LossFunction.CROSS_ENTROPY.of(server.forward(smashed), targets);
            assertThat(loss.loss()).isCloseTo(step.get("loss").asDouble(), within(tolerance));
            INDArray cutGradient = server.backward(loss.gradient());
            assertClose(cutGradient, numbers(step.get("gradWrtSmashed")), tolerance);
            client.backwardParameters(cutGradient);
            assertClose(client.gradients(), clientNumbers(step.get("grads")), tolerance);
            assertClose(server.gradients(), serverNumbers(step.get("grads")), tolerance);
            serverOptimizer.step();
            clientOptimizer.step();
            assertClose(client.parameters(), clientNumbers(step.get("paramsAfter")), tolerance);
            assertClose(server.parameters(), serverNumbers(step.get("paramsAfter")), tolerance);
        }
    }

    @ParameterizedTest
    @CsvSource({"FLOAT64, 1e-9", "FLOAT32, 1e-5"})
    void wholeTrainingFollowsTheReference(Precision precision, double tolerance) throws IOException {
        JsonNode reference = reference();
        INDArray x = tensor(reference.get("x"), precision, 4, 1, 8, 8);
        INDArray targets = oneHot(reference.get("labels"), precision);
        List<NamedLayer> layers = new ArrayList<>(CLIENT);
        layers.addAll(SERVER);
        Segment whole = Segment.create(layers, Shape.of(1, 8, 8), precision, Seed.of(1));
        whole.parameters().assign(tensor(allNumbers(reference.get("params")), precision));
        OptimizerState optimizer = SGD.start(whole);

        for (JsonNode step : reference.get("steps")) {
            LossAndGradient loss = LossFunction.CROSS_ENTROPY.of(whole.forward(x), targets);
            assertThat(loss.loss()).isCloseTo(step.get("loss").asDouble(), within(tolerance));
            whole.backwardParameters(loss.gradient());
            optimizer.step();
            assertClose(whole.parameters(), allNumbers(step.get("paramsAfter")), tolerance);
        }
    }

    private static JsonNode reference() throws IOException {
        try (InputStream in = SplitStepReferenceTest.class.getResourceAsStream("/reference/split_step.json")) {
            return new ObjectMapper().readTree(in);
        }
    }

    private static List<Double> clientNumbers(JsonNode parameters) {
        List<Double> numbers = numbers(parameters.get("convW"));
        numbers.addAll(numbers(parameters.get("convB")));
        return numbers;
    }

    /** PyTorch keeps dense weights as [outputs, inputs], a segment as [inputs, outputs]. */
    private static List<Double> serverNumbers(JsonNode parameters) {
        JsonNode weights = parameters.get("fcW");
        List<Double> numbers = new ArrayList<>();
        for (int input = 0; input < weights.get(0).size(); input++) {
            for (JsonNode output : weights) {
                numbers.add(output.get(input).asDouble());
            }
        }
        numbers.addAll(numbers(parameters.get("fcB")));
        return numbers;
    }

    private static List<Double> allNumbers(JsonNode parameters) {
        List<Double> numbers = clientNumbers(parameters);
        numbers.addAll(serverNumbers(parameters));
        return numbers;
    }

    private static List<Double> numbers(JsonNode nested) {
        List<Double> numbers = new ArrayList<>();
        if (nested.isArray()) {
            nested.forEach(part -> numbers.addAll(numbers(part)));
        } else {
            numbers.add(nested.asDouble());
        }
        return numbers;
    }

    private static INDArray tensor(JsonNode nested, Precision precision, long... shape) {
        return tensor(numbers(nested), precision).reshape('c', shape);
    }

    private static INDArray tensor(List<Double> numbers, Precision precision) {
        return Nd4j.createFromArray(
                        numbers.stream().mapToDouble(Double::doubleValue).toArray())
                .castTo(precision.dataType());
    }

    private static INDArray oneHot(JsonNode labels, Precision precision) {
        INDArray targets = Nd4j.zeros(precision.dataType(), labels.size(), 3);
        for (int i = 0; i < labels.size(); i++) {
            targets.putScalar(i, labels.get(i).asInt(), 1);
        }
        return targets;
    }

    private static void assertClose(INDArray actual, List<Double> expected, double tolerance) {
        double[] numbers = actual.dup('c').data().asDouble();
        assertThat(numbers).hasSize(expected.size());
        for (int i = 0; i < numbers.length; i++) {
            assertThat(numbers[i]).as("number %d", i).isCloseTo(expected.get(i), within(tolerance));
        }
    }
}
