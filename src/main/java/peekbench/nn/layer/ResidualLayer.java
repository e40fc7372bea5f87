package peekbench.nn.layer;

import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.indexing.NDArrayIndex;
import peekbench.nn.array.Precision;
import peekbench.nn.array.Shape;
import peekbench.nn.memory.Arithmetic;
import peekbench.nn.memory.Chunks;
import peekbench.nn.memory.Memory;
import peekbench.seed.Seed;

/** A residual block at work. Neither path may compute in the place of what both of them read: input and gradient. */
final class ResidualLayer implements Layer {
    private final LayerSequence mainLayers;
    private final LayerSequence shortcutLayers;
    private final LayerChain main;
    private final LayerChain shortcut;
    private final LayerChain activation;
    private final Chunks chunks;
    private final BatchBuffer sums;
    private final BatchBuffer inputGradients;

    ResidualLayer(Residual specification, Shape input, Precision precision) {
        this.mainLayers = new LayerSequence(specification.main(), input);
        this.shortcutLayers = new LayerSequence(specification.shortcut(), input);
        this.main = new LayerChain(mainLayers, precision);
        this.shortcut = new LayerChain(shortcutLayers, precision);
        Shape output = mainLayers.output();
        List<NamedLayer> last = specification.activation().stream()
                .map(function -> new NamedLayer("activation", function))
                .toList();
        this.activation = new LayerChain(new LayerSequence(last, output), precision);
        this.activation.mayOverwrite(true, false);
        this.chunks = Chunks.of(precision);
        this.sums = new BatchBuffer(output, precision);
        this.inputGradients = new BatchBuffer(input, precision);
    }

    @Override
    public void mayOverwrite(boolean input, boolean outputGradient) {
        activation.mayOverwrite(true, outputGradient);
    }

    @Override
    public void bind(INDArray parameters, INDArray gradients) {
        bind(main, parameters, gradients, 0, mainLayers.parameterCount());
        bind(shortcut, parameters, gradients, mainLayers.parameterCount(), shortcutLayers.parameterCount());
    }

    private static void bind(LayerChain path, INDArray parameters, INDArray gradients, int from, int count) {
        if (count > 0) {
            var place = NDArrayIndex.interval(from, from + count);
            path.bind(parameters.get(place), gradients.get(place));
        }
    }

    @Override
    public void bindBuffers(INDArray buffers) {
        bindBuffers(main, buffers, 0, mainLayers.bufferCount());
        bindBuffers(shortcut, buffers, mainLayers.bufferCount(), shortcutLayers.bufferCount());
    }

    private static void bindBuffers(LayerChain path, INDArray buffers, int from, int count) {
        if (count > 0) {
            path.bindBuffers(buffers.get(NDArrayIndex.interval(from, from + count)));
        }
    }

    @Override
    public void initialize(Seed seed) {
        main.initialize(seed.child("main"));
        shortcut.initialize(seed.child("shortcut"));
    }

    @Override
    public void prepareTrainingPass(Seed pass) {
        main.prepareTrainingPass(pass.child("main"));
        shortcut.prepareTrainingPass(pass.child("shortcut"));
    }

    @Override
    public void inferenceOnly() {
        main.inferenceOnly();
        shortcut.inferenceOnly();
    }

    @Override
    public INDArray forward(INDArray input, boolean training) {
        Memory sum = sums.of(Math.toIntExact(input.size(0)));
        Memory ofMain = Memory.of(main.forward(input, training));
        chunks.run(Arithmetic.SUM, ofMain, Memory.of(shortcut.forward(input, training)), sum);
        return activation.forward(sum.array(), training);
    }

    @Override
    public INDArray backward(INDArray outputGradient, boolean inputGradientWanted) {
        INDArray gradient = activation.backward(outputGradient, true);
        INDArray ofMain = main.backward(gradient, inputGradientWanted);
        INDArray ofShortcut = shortcut.backward(gradient, inputGradientWanted);
        if (!inputGradientWanted) {
            return outputGradient;
        }
        Memory inputGradient = inputGradients.of(Math.toIntExact(outputGradient.size(0)));
        chunks.run(Arithmetic.SUM, Memory.of(ofMain), Memory.of(ofShortcut), inputGradient);
        return inputGradient.array();
    }
}
