package peekbench.deeplearning4j;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.deeplearning4j.nn.api.ParamInitializer;
import org.deeplearning4j.nn.conf.CacheMode;
import org.deeplearning4j.nn.conf.InputPreProcessor;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import peekbench.nn.array.Precision;
import peekbench.nn.array.Shape;
import peekbench.nn.layer.Layer;
import peekbench.seed.Seed;

/**
 * DeepLearning4J's layer at work behind our contract. It computes on copies, since it writes to what it is handed, and on views
 * of the segment's flat vectors, so that nobody need copy weights.
 */
final class DeepLearning4jWorker implements Layer {
    private final LayerWorkspaceMgr memory = LayerWorkspaceMgr.noWorkspaces();

    private final NeuralNetConfiguration configuration;
    private final Optional<InputPreProcessor> preprocessor;
    private final Shape input;
    private final Precision precision;
    private INDArray parameters = Nd4j.empty();
    private org.deeplearning4j.nn.api.Layer layer;
    private int examples;
    private boolean inferenceOnly;

    DeepLearning4jWorker(DeepLearning4jLayer specification, Shape input, Precision precision) {
        this.configuration = specification.configuration().clone();
        this.configuration.setDataType(precision.dataType());
        this.configuration.getLayer().setDataType(precision.dataType());
        this.preprocessor = specification.preprocessor().map(InputPreProcessor::clone);
        this.input = input;
        this.precision = precision;
        this.layer = instance(null);
    }

    private org.deeplearning4j.nn.api.Layer instance(@Nullable INDArray view) {
        if (view == null && configuration.getLayer().initializer().numParams(configuration) > 0) {
            return instance(Nd4j.zeros(
                    precision.dataType(),
                    1,
                    configuration.getLayer().initializer().numParams(configuration)));
        }
        var made = configuration.getLayer().instantiate(configuration, List.of(), 0, view, false, precision.dataType());
        made.setCacheMode(CacheMode.NONE);
        return made;
    }

    @Override
    public void bind(INDArray parameterView, INDArray gradientView) {
        parameters = parameterView.reshape(1, parameterView.length());
        layer = instance(parameters);
        layer.setBackpropGradientsViewArray(gradientView.reshape(1, gradientView.length()));
    }

    /**
     * Weights uniform in {@code ±sqrt(6 / (fanIn + fanOut))}, as our own layers draw them; all others, such as biases, as the
     * configuration says. Kernels are taken as {@code [outputs, inputs, …]}, as DeepLearning4J stores them.
     */
    @Override
    public void initialize(Seed seed) {
        if (parameters.isEmpty()) {
            return;
        }
        ParamInitializer initializer = configuration.getLayer().initializer();
        Map<String, INDArray> named = initializer.init(configuration, parameters, true);
        for (String key : initializer.weightKeys(configuration.getLayer())) {
            INDArray weights = named.get(key);
            if (weights != null) {
                draw(weights, seed.child(key).generator());
            }
        }
    }

    private static void draw(INDArray weights, RandomGenerator generator) {
        long window = weights.length() / (weights.size(0) * (weights.rank() > 1 ? weights.size(1) : 1));
        long channels = weights.size(0) + (weights.rank() > 1 ? weights.size(1) : 0);
        double bound = Math.sqrt(6.0 / (window * channels));
        INDArray drawn = Nd4j.createUninitialized(weights.dataType(), weights.shape(), 'c');
        for (long i = 0; i < drawn.length(); i++) {
            drawn.putScalar(i, generator.nextDouble(-bound, bound));
        }
        weights.assign(drawn);
    }

    @Override
    public void inferenceOnly() {
        inferenceOnly = true;
    }

    @Override
    public INDArray forward(INDArray batch, boolean training) {
        examples = Math.toIntExact(batch.size(0));
        INDArray there = InputTypes.there(batch);
        INDArray prepared = preprocessor
                .map(first -> first.preProcess(there, examples, memory))
                .orElse(there);
        layer.clear();
        layer.setInputMiniBatchSize(examples);
        layer.setInput(prepared, memory);
        return InputTypes.here(layer.activate(training && !inferenceOnly, memory));
    }

    @Override
    public INDArray backward(INDArray outputGradient, boolean inputGradientWanted) {
        INDArray back =
                layer.backpropGradient(InputTypes.there(outputGradient), memory).getSecond();
        if (!inputGradientWanted) {
            return outputGradient;
        }
        if (back == null) { // the input is no number that a gradient could be taken of, such as the index of a word
            return Nd4j.zeros(precision.dataType(), input.withBatch(examples));
        }
        INDArray ofInput = preprocessor
                .map(first -> first.backprop(back, examples, memory))
                .orElse(back);
        return InputTypes.here(ofInput);
    }
}
