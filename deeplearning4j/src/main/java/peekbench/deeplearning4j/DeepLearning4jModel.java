package peekbench.deeplearning4j;

import com.google.auto.service.AutoService;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apiguardian.api.API;
import peekbench.nn.Architecture;
import peekbench.nn.array.Shape;
import peekbench.nn.layer.NamedLayer;
import peekbench.nn.model.ModelOptions;
import peekbench.nn.model.ModelProvider;
import peekbench.problem.ConfigurationException;
import peekbench.registry.Default;
import peekbench.registry.FileName;
import peekbench.registry.Name;
import peekbench.registry.Summary;

/**
 * A network of DeepLearning4J, a {@code MultiLayerNetwork} or a {@code ComputationGraph} with one input and one output, as its
 * {@code ModelSerializer} writes it.
 *
 * <p>Layers that are the same as layers of ours are computed by ours; all others, and what joins branches of a graph, by
 * DeepLearning4J itself. What the file says of training (updaters, regularisation, constraints, normalised gradients) is not
 * taken over: how a network is trained stands in the scenario.
 *
 * @param file the zip
 * @param weights what the network begins with
 * @param sha256 of the zip; where it is left out it is filled in, so that a result says what it was made from, and is not
 *     taken for that of another zip of the same name
 */
@Name("deeplearning4j")
@Summary("a network of DeepLearning4J, from the zip that its ModelSerializer writes")
@API(status = API.Status.EXPERIMENTAL, since = "0.1.0")
public record DeepLearning4jModel(
        @FileName @Summary("the zip, from the scenario's folder")
        String file,

        @Default("kept") @Summary("what the network begins with")
        InitialWeights weights,

        @Summary("hash of the zip, which is filled in; a zip with another is refused")
        Optional<String> sha256)
        implements ModelOptions {
    private static final String NAME = "deeplearning4j";

    /** @throws ConfigurationException when there is no such file, or it has another hash */
    public DeepLearning4jModel {
        sha256 = Optional.of(NetworkHash.checked(file, sha256));
    }

    /** Whatever the zip holds. */
    public DeepLearning4jModel(String file, InitialWeights weights) {
        this(file, weights, Optional.empty());
    }

    @Override
    public List<String> cuts() {
        return layers(false).cuts();
    }

    @Override
    public Architecture anyOutputs(Shape input) {
        return layers(weights == InitialWeights.KEPT).architecture(NAME, input);
    }

    @Override
    public Architecture architecture(Shape input, int outputs) {
        Architecture network = anyOutputs(input);
        if (!network.output().equals(Shape.of(outputs))) {
            NamedLayer last = network.layers().get(network.layers().size() - 1);
            throw new ConfigurationException("The last layer (" + last.name() + ") of network (" + file + ") gives ("
                    + network.output() + ") for examples of (" + input + "), but the data need (" + outputs
                    + "). Give its OutputLayer an nOut of " + outputs + ", or use data with as many classes.");
        }
        return network;
    }

    private NetworkLayers layers(boolean withWeights) {
        return new NetworkLayers(NetworkFile.read(Path.of(file), withWeights));
    }

    /** Puts it into the catalogue. */
    @AutoService(ModelProvider.class)
    public record Provider() implements ModelProvider {}
}
