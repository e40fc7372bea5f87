package peekbench.binding;

import peekbench.problem.Problems;

/**
 * What a document's outermost record checks when some of its components could not be read, so that these mistakes are
 * reported along with the others.
 */
@FunctionalInterface
public interface PartialCheck {
    void check(Parts parts, Problems problems);
}
