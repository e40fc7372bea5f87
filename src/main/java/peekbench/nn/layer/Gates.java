package peekbench.nn.layer;

import peekbench.nn.array.Shape;

/**
 * The size of a recurrent layer whose gates all see input and state, each with a bias of its own.
 *
 * @param count how many there are, the candidate included
 * @param units H, the length of a state
 */
record Gates(int count, int units) {
    /** Activations, products with the state and sums of a step, for each unit. */
    private static final long ELEMENTWISE = 9;

    /** Numbers in weights and biases. */
    int parameterCount(Shape input) {
        return count * units * (input.size(1) + units + 2);
    }

    /** Of all steps {@code T} of an input {@code [T, F]}: {@code T (2 · count · H (F + H) + 2 · count · H + 9 H)}. */
    long forwardFlops(Shape input) {
        long products = 2L * count * units * (input.size(1) + units);
        return input.size(0) * (products + 2L * count * units + ELEMENTWISE * units);
    }
}
