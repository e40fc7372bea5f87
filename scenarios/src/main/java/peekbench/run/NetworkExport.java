package peekbench.run;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apiguardian.api.API;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import peekbench.data.Task;
import peekbench.deeplearning4j.DeepLearning4jExport;
import peekbench.nn.Segment;
import peekbench.nn.array.Precision;
import peekbench.nn.array.Shape;
import peekbench.nn.layer.NamedLayer;
import peekbench.nn.loss.LossFunction;
import peekbench.nn.model.NamedWeights;
import peekbench.problem.ConfigurationException;
import peekbench.result.StoredTrial;
import peekbench.result.file.AtomicFile;
import peekbench.result.file.Npz;

/** The trained network of a stored trial, or one party's part of it, as files for other programs. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1.0")
public final class NetworkExport {
    private final List<NamedLayer> layers;
    private final Shape input;
    private final Precision precision;
    private final INDArray parameters;
    private final INDArray buffers;
    private final Optional<LossFunction> loss;

    private NetworkExport(List<Segment> segments, Optional<LossFunction> loss) {
        List<NamedLayer> all = new ArrayList<>();
        segments.forEach(segment -> all.addAll(segment.layers()));
        this.layers = List.copyOf(all);
        this.input = segments.get(0).inputShape();
        this.precision = segments.get(0).precision();
        this.parameters = joined(segments.stream().map(Segment::parameters).toList());
        this.buffers = joined(segments.stream().map(Segment::buffers).toList());
        this.loss = loss;
    }

    private static INDArray joined(List<INDArray> parts) {
        INDArray[] filled = parts.stream().filter(part -> !part.isEmpty()).toArray(INDArray[]::new);
        return filled.length == 0 ? Nd4j.empty() : Nd4j.concat(0, filled);
    }

    /** Which layers are written. */
    public enum Part {
        /** The client's and the server's. */
        WHOLE,
        /** Those of the client that is tested. */
        CLIENT,
        /** The server's. */
        SERVER
    }

    /**
     * Takes the network from the victim that the trial keeps.
     *
     * @throws ConfigurationException when it is not kept, or its parts make no whole
     */
    public static NetworkExport of(StoredTrial trial, Part part, RunOptions options, RunListener listener) {
        KeptVictim victim = KeptVictim.of(trial, options, listener);
        Segment client = victim.network().client();
        Segment server = victim.network().server();
        Task task = victim.data().dataset().task();
        boolean givesOutputs = server.outputShape().equals(Shape.of(task.outputs()));
        boolean fits = client.outputShape().equals(server.inputShape());
        if (part == Part.WHOLE && !(givesOutputs && fits)) {
            throw new ConfigurationException("The network of trial "
                    + trial.key().id() + " is not the client's layers"
                    + " followed by the server's: the client gives (" + client.outputShape() + "), the server takes ("
                    + server.inputShape() + ") and gives (" + server.outputShape()
                    + "). Export a part with --part client or --part server.");
        }
        Optional<LossFunction> loss = part != Part.CLIENT && givesOutputs ? Optional.of(loss(task)) : Optional.empty();
        return switch (part) {
            case WHOLE -> new NetworkExport(List.of(client, server), loss);
            case CLIENT -> new NetworkExport(List.of(client), Optional.empty());
            case SERVER -> new NetworkExport(List.of(server), loss);
        };
    }

    private static LossFunction loss(Task task) {
        return task instanceof Task.Classification ? LossFunction.CROSS_ENTROPY : LossFunction.MEAN_SQUARED_ERROR;
    }

    /**
     * Writes a zip that DeepLearning4J restores.
     *
     * @throws ConfigurationException when it has no such layer
     */
    public void deepLearning4j(Path file) {
        var network = new DeepLearning4jExport(layers, input, precision, parameters, buffers, loss);
        AtomicFile.write(file, network::write);
    }

    /** Writes the weights with the names and layouts of {@link NamedWeights}. */
    public void npz(Path file) {
        Npz.write(file, NamedWeights.of(layers, input, parameters, buffers));
    }

    /** The layers that are written, in order. */
    public List<NamedLayer> layers() {
        return layers;
    }
}
