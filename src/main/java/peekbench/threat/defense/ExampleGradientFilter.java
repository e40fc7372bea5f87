package peekbench.threat.defense;

import java.util.OptionalDouble;
import org.apiguardian.api.API;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Forms the gradient of a party's training step out of the gradients {@code g_i} of single examples: of {@code 1/N Σ g_i} it
 * makes {@code filter(1/N Σ factor_i g_i)}. It may remember what it did; each party has one of its own.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1.0")
public interface ExampleGradientFilter {

    /**
     * Begins a step.
     *
     * @param norms {@code |g_i|}, over all parameters that the party learns in this step, one an example
     * @return a factor for each; where all are exactly 1 the gradient keeps its bits
     */
    double[] factors(double... norms);

    /**
     * Ends a step, or a part of it where a party's parameters lie in several arrays.
     *
     * @param gradient {@code [P]}, {@code 1/N Σ factor_i g_i}
     * @param examples N
     * @return what the optimiser takes; the very array that was given where nothing is changed
     */
    INDArray filter(INDArray gradient, int examples);

    /**
     * The ε that the steps so far have spent for the filter's δ: infinite where they promise nothing, or more than a double
     * holds; empty where no account is kept.
     */
    default OptionalDouble privacySpent() {
        return OptionalDouble.empty();
    }
}
