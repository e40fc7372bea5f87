package peekbench.defense.learned;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.ops.transforms.Transforms;
import peekbench.nn.Optimizer;
import peekbench.nn.OptimizerState;
import peekbench.nn.Rows;
import peekbench.nn.array.SavedState;
import peekbench.nn.array.Shape;
import peekbench.seed.Seed;

/** The noise tensors of one network, as {@link LearnedNoise} describes them. */
final class NoiseCollection {
    private final LearnedNoise options;
    private final Seed seed;
    private final List<Tensor> tensors = new ArrayList<>();
    private boolean begun;
    private double meanSquare;

    /**
     * One tensor.
     *
     * @param numbers {@code [1, …]}
     * @param gradient of the same shape
     */
    private record Tensor(INDArray numbers, INDArray gradient, OptimizerState optimizer) {}

    NoiseCollection(LearnedNoise options, Seed seed) {
        this.options = options;
        this.seed = seed;
    }

    /** From now on there is noise. */
    void begin() {
        begun = true;
    }

    boolean hasBegun() {
        return begun;
    }

    /** Takes {@code E[z²]} of smashed data {@code [N, …]}; the first set the scale of the noise. */
    void measure(INDArray smashed) {
        meanSquare = smashed.mul(smashed).meanNumber().doubleValue();
        if (tensors.isEmpty()) {
            for (int tensor = 0; tensor < options.tensors(); tensor++) {
                tensors.add(laplace(smashed, seed.child("tensor-" + tensor).generator()));
            }
        }
    }

    /** Laplace noise of scale b has a variance of {@code 2 b²}. */
    private Tensor laplace(INDArray smashed, RandomGenerator generator) {
        double scale = Math.sqrt(options.inverseSnr() * meanSquare / 2);
        Shape shape = Shape.ofExample(smashed.shape());
        double[] drawn = new double[shape.length()];
        for (int i = 0; i < drawn.length; i++) {
            double magnitude = scale * generator.nextExponential();
            drawn[i] = generator.nextBoolean() ? magnitude : -magnitude;
        }
        INDArray numbers =
                Nd4j.createFromArray(drawn).castTo(smashed.dataType()).reshape('c', shape.withBatch(1));
        return tensor(numbers);
    }

    private Tensor tensor(INDArray numbers) {
        INDArray gradient = Nd4j.zerosLike(numbers);
        return new Tensor(
                numbers, gradient, Optimizer.Adam.of(options.learningRate()).start(numbers, gradient));
    }

    /** {@code σ²(n) / E[z²]}; 0 where all smashed data are 0. */
    double inverseSnr() {
        INDArray all = stacked();
        double mean = all.meanNumber().doubleValue();
        double variance = all.mul(all).meanNumber().doubleValue() - mean * mean;
        return meanSquare == 0 ? 0 : variance / meanSquare;
    }

    /**
     * Smashed data {@code [N, …]} with their noise, in new memory.
     *
     * @param drawn the tensor of each example
     */
    INDArray addTo(INDArray smashed, int[] drawn) {
        if (tensors.isEmpty()) {
            measure(smashed);
        }
        return smashed.add(Rows.of(stacked(), drawn));
    }

    /** Writes down, or takes over, whether noise is added and the tensors, which all parties share. */
    void remember(SavedState state) {
        begun = state.number("begun", begun ? 1 : 0) == 1;
        meanSquare = state.decimal("mean-square", meanSquare);
        long count = state.number("tensors", tensors.size());
        for (int number = 0; number < count; number++) {
            if (number == tensors.size()) {
                tensors.add(
                        tensor(state.array("tensor-" + number, Nd4j.zeros(0)).dup('c')));
            } else {
                INDArray numbers = tensors.get(number).numbers();
                INDArray remembered = state.array("tensor-" + number, numbers);
                if (state.isRead()) {
                    numbers.assign(remembered);
                }
            }
        }
    }

    private INDArray stacked() {
        return Nd4j.concat(0, tensors.stream().map(Tensor::numbers).toArray(INDArray[]::new));
    }

    /**
     * A step of every tensor that was drawn.
     *
     * @param gradient {@code [N, …]}, of the mean loss of the batch with respect to what was sent
     * @param drawn the tensor of each example
     */
    void learn(INDArray gradient, int[] drawn) {
        double pull = inverseSnr() < options.inverseSnr() ? options.weight() : 0;
        for (int number = 0; number < tensors.size(); number++) {
            Tensor tensor = tensors.get(number);
            int place = number;
            int[] own = IntStream.range(0, drawn.length)
                    .filter(example -> drawn[example] == place)
                    .toArray();
            if (own.length > 0) {
                tensor.gradient().assign(slope(gradient, own, tensor.numbers(), pull));
                tensor.optimizer().step();
            }
        }
    }

    /**
     * The gradient {@code [1, …]} of {@code L(n)}: the mean loss over n's own examples less {@code λ |n|₁}.
     *
     * @param gradient {@code [N, …]}, of the mean loss over all N examples
     * @param own examples that have n
     */
    static INDArray slope(INDArray gradient, int[] own, INDArray noise, double weight) {
        double share = (double) own.length / gradient.size(0);
        return Rows.of(gradient, own)
                .sum(true, 0)
                .divi(share)
                .subi(Transforms.sign(noise).muli(weight));
    }
}
