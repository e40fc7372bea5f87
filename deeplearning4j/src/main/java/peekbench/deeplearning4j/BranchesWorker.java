package peekbench.deeplearning4j;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import org.deeplearning4j.nn.graph.vertex.GraphVertex;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;
import peekbench.nn.array.Precision;
import peekbench.nn.array.Shape;
import peekbench.nn.layer.Layer;
import peekbench.nn.layer.LayerChain;
import peekbench.nn.layer.LayerSequence;
import peekbench.seed.Seed;

/** A part with branches at work. A node whose output several read gets the sum of their gradients. */
final class BranchesWorker implements Layer {
    private final List<Branches.Node> nodes;
    private final List<LayerSequence> sequences;
    private final List<Worker> workers = new ArrayList<>();
    private final Shape input;
    private final Precision precision;

    BranchesWorker(Branches specification, Shape input, Precision precision) {
        this.nodes = specification.nodes();
        this.sequences = specification.sequences(input);
        this.input = input;
        this.precision = precision;
        for (int i = 0; i < nodes.size(); i++) {
            workers.add(
                    nodes.get(i) instanceof Branches.Joining joining
                            ? new Joint(joining, precision)
                            : new Chain(new LayerChain(sequences.get(i), precision)));
        }
    }

    /** A node at work. */
    private interface Worker {
        INDArray forward(List<INDArray> inputs, boolean training);

        /** The gradients of the inputs, in their order. */
        List<INDArray> backward(INDArray outputGradient);
    }

    private record Chain(LayerChain layers) implements Worker {
        @Override
        public INDArray forward(List<INDArray> inputs, boolean training) {
            return layers.forward(inputs.get(0), training);
        }

        @Override
        public List<INDArray> backward(INDArray outputGradient) {
            return List.of(layers.backward(outputGradient, true));
        }
    }

    private static final class Joint implements Worker {
        private final LayerWorkspaceMgr memory = LayerWorkspaceMgr.noWorkspaces();
        private final GraphVertex vertex;

        Joint(Branches.Joining joining, Precision precision) {
            this.vertex =
                    joining.configuration().instantiate(null, joining.name(), 0, null, false, precision.dataType());
        }

        @Override
        public INDArray forward(List<INDArray> inputs, boolean training) {
            vertex.setInputs(inputs.stream().map(InputTypes::there).toArray(INDArray[]::new));
            return InputTypes.here(vertex.doForward(training, memory));
        }

        @Override
        public List<INDArray> backward(INDArray outputGradient) {
            vertex.setEpsilon(InputTypes.there(outputGradient));
            List<INDArray> gradients = new ArrayList<>();
            for (INDArray gradient : vertex.doBackward(false, memory).getSecond()) {
                gradients.add(InputTypes.here(gradient));
            }
            return gradients;
        }
    }

    /** Hands each chain its run of a flat vector. */
    private void runs(java.util.function.ToIntFunction<LayerSequence> count, BiConsumer<LayerChain, int[]> use) {
        int from = 0;
        for (int i = 0; i < workers.size(); i++) {
            int length = count.applyAsInt(sequences.get(i));
            if (length > 0) {
                use.accept(((Chain) workers.get(i)).layers(), new int[] {from, from + length});
            }
            from += length;
        }
    }

    @Override
    public void bind(INDArray parameters, INDArray gradients) {
        runs(LayerSequence::parameterCount, (chain, run) -> {
            var place = NDArrayIndex.interval(run[0], run[1]);
            chain.bind(parameters.get(place), gradients.get(place));
        });
    }

    @Override
    public void bindBuffers(INDArray buffers) {
        runs(
                LayerSequence::bufferCount,
                (chain, run) -> chain.bindBuffers(buffers.get(NDArrayIndex.interval(run[0], run[1]))));
    }

    @Override
    public void initialize(Seed seed) {
        eachChain((chain, name) -> chain.initialize(seed.child(name)));
    }

    @Override
    public void prepareTrainingPass(Seed pass) {
        eachChain((chain, name) -> chain.prepareTrainingPass(pass.child(name)));
    }

    @Override
    public void inferenceOnly() {
        eachChain((chain, name) -> chain.inferenceOnly());
    }

    private void eachChain(BiConsumer<LayerChain, String> use) {
        for (int i = 0; i < workers.size(); i++) {
            if (workers.get(i) instanceof Chain chain) {
                use.accept(chain.layers(), nodes.get(i).name());
            }
        }
    }

    @Override
    public INDArray forward(INDArray batch, boolean training) {
        List<INDArray> outputs = new ArrayList<>();
        for (int i = 0; i < workers.size(); i++) {
            List<INDArray> inputs = nodes.get(i).inputs().stream()
                    .map(place -> place == Branches.INPUT ? batch : outputs.get(place))
                    .toList();
            outputs.add(workers.get(i).forward(inputs, training));
        }
        return outputs.get(outputs.size() - 1);
    }

    @Override
    public INDArray backward(INDArray outputGradient, boolean inputGradientWanted) {
        @Nullable INDArray[] sums = new INDArray[nodes.size()];
        sums[nodes.size() - 1] = outputGradient;
        INDArray ofInput = Nd4j.zeros(precision.dataType(), input.withBatch(outputGradient.size(0)));
        for (int i = nodes.size() - 1; i >= 0; i--) {
            INDArray gradient = sums[i];
            if (gradient == null) {
                throw new IllegalStateException("nobody reads " + nodes.get(i).name());
            }
            List<INDArray> ofInputs = workers.get(i).backward(gradient);
            List<Integer> places = nodes.get(i).inputs();
            for (int k = 0; k < places.size(); k++) {
                int place = places.get(k);
                if (place == Branches.INPUT) {
                    ofInput.addi(ofInputs.get(k));
                } else {
                    INDArray before = sums[place];
                    sums[place] = before == null ? ofInputs.get(k).dup('c') : before.addi(ofInputs.get(k));
                }
            }
        }
        return ofInput;
    }
}
