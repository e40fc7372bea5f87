package peekbench.protocol.engine;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.nd4j.linalg.api.ndarray.INDArray;
import peekbench.threat.defense.DefenseChain;
import peekbench.threat.defense.ExampleGradientFilter;

/**
 * Lets a party's defense form the gradients of its layers out of those of single examples, between backward pass and step.
 * Without such a defense nothing is computed.
 *
 * @param defenses of the party
 * @param meter takes note of what the steps cost in privacy
 */
public record ExampleFiltering(DefenseChain defenses, TrainingMeter meter) {

    /**
     * A learner that has made its backward pass.
     *
     * @param outputGradient {@code [N, …]} of that pass, of a mean over the batch's N examples
     */
    public record Part(Learner learner, INDArray outputGradient) {}

    /** Replaces the gradients of layers that learn from the same batch in the same step; none learns while weights are frozen. */
    public void apply(Part... parts) {
        if (Arrays.stream(parts).anyMatch(part -> part.learner().isFrozen())) {
            return;
        }
        Optional<ExampleGradientFilter> filter = defenses.exampleGradientFilter();
        if (filter.isPresent()) {
            apply(filter.get(), List.of(parts));
            filter.get().privacySpent().ifPresent(meter::privacySpent);
        }
    }

    /** Identity is meant: a filter that does nothing returns the very array that it was given. */
    @SuppressWarnings("ReferenceEquality")
    private static void apply(ExampleGradientFilter filter, List<Part> parts) {
        int examples = Math.toIntExact(parts.get(0).outputGradient().size(0));
        double[] squares = new double[examples];
        for (Part part : parts) {
            double[] own = part.learner().squaredExampleNorms(part.outputGradient());
            Arrays.setAll(squares, example -> squares[example] + own[example]);
        }
        double[] factors = filter.factors(Arrays.stream(squares)
                .map(square -> examples * Math.sqrt(square))
                .toArray());
        boolean untouched = Arrays.stream(factors).allMatch(factor -> factor == 1);
        for (Part part : parts) {
            if (!untouched) {
                part.learner().weighExamples(part.outputGradient(), factors);
            }
            INDArray gradient = part.learner().parameterGradient();
            INDArray filtered = gradient.length() == 0 ? gradient : filter.filter(gradient, examples);
            if (filtered != gradient) {
                gradient.assign(filtered);
            }
        }
    }
}
