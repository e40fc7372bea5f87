package peekbench.nn;

/** A network of the model catalogue; knows its layers for any input it can take. */
public interface ModelOptions {
    /**
     * The network for inputs and outputs of these sizes.
     *
     * @param input the shape of one example
     * @param outputs how many classes or real numbers are predicted
     * @throws peekbench.problem.ConfigurationException when the input does not fit; names the layer and the size
     */
    Architecture architecture(Shape input, int outputs);
}
