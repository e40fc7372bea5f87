package peekbench.defense.sanitizer;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.indexing.NDArrayIndex;
import org.nd4j.linalg.ops.transforms.Transforms;
import peekbench.nn.BatchTrainer;
import peekbench.nn.Optimizer;
import peekbench.nn.Rows;
import peekbench.nn.Segment;
import peekbench.nn.array.Shape;
import peekbench.nn.layer.Convolution;
import peekbench.nn.layer.Dense;
import peekbench.nn.layer.Flatten;
import peekbench.nn.layer.LayerSpec;
import peekbench.nn.layer.NamedLayer;
import peekbench.nn.loss.LossFunction;
import peekbench.seed.Seed;
import peekbench.threat.defense.DefenseContext;
import peekbench.threat.defense.OwnRecords;

/** The small model that one client trains on its own records, as {@link LocalLayer} describes it. */
final class LocalModel {
    private final LocalLayer options;
    private final Shape input;
    private final DefenseContext context;
    private final List<NamedLayer> kept;

    LocalModel(LocalLayer options, Shape input, DefenseContext context) {
        this.options = options;
        this.input = input;
        this.context = context;
        int channels = input.size(0);
        LayerSpec first = input.isImage()
                ? new Convolution(channels, options.kernel(), 1, options.kernel() / 2)
                : new Dense(channels);
        this.kept = List.of(new NamedLayer("local", first), new NamedLayer("activation", options.activation()));
    }

    /** The layers that are kept, trained: {@code [N, …]} to {@code [N, …]} of the same shape. */
    Segment pretrain() {
        Segment layer = segment(kept);
        if (options.epochs() > 0) {
            OwnRecords records = context.ownRecords().get();
            Segment whole = segment(withHead(Math.toIntExact(records.targets().size(1))));
            train(whole, records);
            layer.parameters().assign(whole.parameters().get(NDArrayIndex.interval(0, layer.parameterCount())));
        }
        return layer;
    }

    private Segment segment(List<NamedLayer> layers) {
        return Segment.create(
                layers, input, context.precision(), context.shared().child("local-layer"));
    }

    private List<NamedLayer> withHead(int outputs) {
        List<NamedLayer> layers = new ArrayList<>(kept);
        layers.add(new NamedLayer("flatten", new Flatten()));
        layers.add(new NamedLayer("head", new Dense(outputs)));
        return layers;
    }

    private void train(Segment whole, OwnRecords records) {
        INDArray targets =
                records.loss() == LossFunction.MEAN_SQUARED_ERROR ? standardised(records.targets()) : records.targets();
        BatchTrainer trainer = new BatchTrainer(whole, Optimizer.Adam.of(options.learningRate()), records.loss());
        int size = Math.toIntExact(targets.size(0));
        Seed orders = context.seed().child("local-layer");
        for (int epoch = 1; epoch <= options.epochs(); epoch++) {
            int[] order = orders.child("epoch-" + epoch).permutation(size);
            for (int from = 0; from < size; from += options.batchSize()) {
                int[] batch = Arrays.copyOfRange(order, from, Math.min(from + options.batchSize(), size));
                trainer.step(Rows.of(records.inputs(), batch), Rows.of(targets, batch));
            }
        }
    }

    /** Each column with mean 0 and, unless all its numbers are equal, deviation 1. */
    private static INDArray standardised(INDArray targets) {
        INDArray centred = targets.subRowVector(targets.mean(0));
        INDArray deviation = Transforms.sqrt(centred.mul(centred).mean(0));
        INDArray divisors = deviation.add(deviation.eq(0).castTo(deviation.dataType()));
        return centred.divRowVector(divisors);
    }
}
