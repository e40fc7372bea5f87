package peekbench.deeplearning4j;

import java.util.Optional;
import org.deeplearning4j.exception.DL4JException;
import org.deeplearning4j.nn.conf.InputPreProcessor;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.GlobalPoolingLayer;
import peekbench.nn.array.Precision;
import peekbench.nn.array.Shape;
import peekbench.nn.layer.ForeignLayer;
import peekbench.nn.layer.Layer;
import peekbench.problem.ConfigurationException;

/**
 * A layer of DeepLearning4J of any kind, computed by DeepLearning4J itself. Parameters are in its order, one flat vector a
 * layer.
 *
 * <p>Costs: where a weight is used at every place of the output, as in convolutions, each use counts as a multiplication and an
 * addition; a layer without weights counts one operation a number of its output. DeepLearning4J does not say what its layers
 * cost, so this is an estimate.
 *
 * @param configuration the layer's, which is never written to
 * @param preprocessor what brings inputs into the layer's form
 */
record DeepLearning4jLayer(NeuralNetConfiguration configuration, Optional<InputPreProcessor> preprocessor)
        implements ForeignLayer {

    String kind() {
        return configuration.getLayer().getClass().getSimpleName();
    }

    @Override
    public Shape outputShape(Shape input) {
        try {
            InputType type = InputTypes.of(input);
            InputType prepared =
                    preprocessor.map(first -> first.getOutputType(type)).orElse(type);
            if (configuration.getLayer() instanceof GlobalPoolingLayer global
                    && global.isCollapseDimensions()
                    && input.rank() == 2) {
                return Shape.of(input.size(1)); // DeepLearning4J says that it is a sequence still, and computes this
            }
            return InputTypes.shape(configuration.getLayer().getOutputType(0, prepared));
        } catch (DL4JException | IllegalStateException | IllegalArgumentException | UnsupportedOperationException e) {
            throw new ConfigurationException(
                    "DeepLearning4J's layer of kind " + kind() + " does not take (" + input + "): " + firstLine(e));
        }
    }

    static String firstLine(Exception e) {
        String message = e.getMessage();
        return message == null
                ? e.getClass().getSimpleName() + "."
                : message.lines().findFirst().orElse("");
    }

    @Override
    public int parameterCount(Shape input) {
        return Math.toIntExact(configuration.getLayer().initializer().numParams(configuration));
    }

    @Override
    public long forwardFlops(Shape input) {
        Shape output = outputShape(input);
        long places =
                output.isImage() ? (long) output.size(1) * output.size(2) : output.rank() == 2 ? output.size(0) : 1;
        long weights = parameterCount(input);
        return weights == 0 ? output.length() : 2 * weights * places;
    }

    @Override
    public Layer create(Shape input, Precision precision) {
        return new DeepLearning4jWorker(this, input, precision);
    }
}
