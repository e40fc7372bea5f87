package peekbench.nn;

import org.apiguardian.api.API;

/** What an optimiser remembers about one segment between steps. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1.0")
public interface OptimizerState {

    /** Applies the segment's gradients to its parameters. */
    void step();

    /** Multiplies the step size from now on, for learning-rate schedules; 1 at the start. */
    void scaleLearningRate(double factor);

    /** A copy of what is remembered, to hand on with the weights. */
    OptimizerSnapshot snapshot();

    /** Continues from a snapshot of the same optimiser and number of parameters. */
    void restore(OptimizerSnapshot snapshot);
}
