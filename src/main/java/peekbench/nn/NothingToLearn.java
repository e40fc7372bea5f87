package peekbench.nn;

import java.util.List;

/** The optimiser of a segment without parameters, such as a client that only flattens. */
record NothingToLearn() implements OptimizerState {
    @Override
    public void step() {
        // There is nothing to change.
    }

    @Override
    public void scaleLearningRate(double factor) {
        // Nothing is changed at any rate.
    }

    @Override
    public OptimizerSnapshot snapshot() {
        return new OptimizerSnapshot(0, List.of());
    }

    @Override
    public void restore(OptimizerSnapshot snapshot) {
        // There is nothing to remember.
    }
}
