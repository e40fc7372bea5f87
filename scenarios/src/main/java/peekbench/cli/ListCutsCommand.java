package peekbench.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import peekbench.catalogue.Catalogue;
import peekbench.cli.console.Console;
import peekbench.cli.console.ExitCode;
import peekbench.cli.console.Output;
import peekbench.cli.console.PluginOptions;
import peekbench.deeplearning4j.DeepLearning4jModel;
import peekbench.deeplearning4j.InitialWeights;
import peekbench.nn.Architecture;
import peekbench.nn.array.Shape;
import peekbench.nn.model.ModelOptions;
import peekbench.nn.model.ModelProvider;
import peekbench.problem.ConfigurationException;
import peekbench.problem.NearestName;
import peekbench.registry.Entry;
import peekbench.scenario.ScenarioReader;
import peekbench.scenario.ScenarioSource;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code peekbench list cuts}. */
@Command(
        name = "cuts",
        description = {
            "Lists where a network can be cut, and the shape of one example of smashed data there.",
            "",
            "Examples: peekbench list cuts lenet5 --input 1x28x28",
            "          peekbench list cuts net.zip",
            ""
        },
        mixinStandardHelpOptions = true)
final class ListCutsCommand implements Callable<Integer> {
    /** What networks for images take, tried in this order where nobody says. */
    private static final List<Shape> USUAL =
            List.of(Shape.of(3, 32, 32), Shape.of(1, 28, 28), Shape.of(1, 32, 32), Shape.of(3, 224, 224), Shape.of(10));

    private final Console console;

    @Parameters(
            paramLabel = "NETWORK",
            description = "A model of the catalogue, a zip of DeepLearning4J, or a scenario, whose model is meant.")
    private String network = "";

    @Option(
            names = "--input",
            paramLabel = "SHAPE",
            description = "The shape of one example, as 1x28x28 or 10 (default: the first usual one that fits).")
    private Optional<String> input = Optional.empty();

    @Mixin
    private PluginOptions plugins;

    @Mixin
    private Output output;

    ListCutsCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        output.configureLogging();
        ModelOptions model = model();
        Optional<Shape> given = input.map(ListCutsCommand::shape);
        Stream<Shape> tried = given.map(Stream::of).orElseGet(USUAL::stream);
        Optional<Shape> fitting =
                tried.filter(shape -> given.isPresent() || fits(model, shape)).findFirst();
        if (fitting.isEmpty()) {
            console.err()
                    .println("No usual input fits, so there are names only. Say what one example is, as in --input"
                            + " 3x64x64.");
        }
        ArrayNode cuts = fitting.map(shape -> withShapes(model, shape)).orElseGet(() -> names(model));
        if (output.json()) {
            console.json(cuts);
            return ExitCode.DONE;
        }
        fitting.ifPresent(shape -> console.out().println("For examples of " + shape + ":"));
        cuts.forEach(cut -> console.out()
                .println(String.format(
                                Locale.ROOT,
                                "%-24s %s",
                                cut.path("name").asText(),
                                cut.path("smashed").asText())
                        .stripTrailing()));
        return ExitCode.DONE;
    }

    private ModelOptions model() {
        String lower = network.toLowerCase(Locale.ROOT);
        if (lower.endsWith(".zip")) {
            return new DeepLearning4jModel(network, InitialWeights.DRAWN);
        }
        Catalogue catalogue = plugins.catalogue(console);
        ScenarioReader reader = new ScenarioReader(catalogue);
        if (lower.endsWith(".yaml") || lower.endsWith(".yml")) {
            return reader.read(ScenarioSource.of(Path.of(network))).scenario().model();
        }
        var models = catalogue.of(ModelProvider.KIND);
        Entry<ModelProvider> entry = models.find(network)
                .orElseThrow(() -> new ConfigurationException(
                        NearestName.noSuch("model", network, models.names()) + " A file must end in .zip or .yaml."));
        return reader.withDefaults(entry.provider().options().asSubclass(Record.class))
                .map(ModelOptions.class::cast)
                .orElseThrow(() -> new ConfigurationException("The model (" + network
                        + ") has options without a default. Give a scenario that has them: peekbench list cuts"
                        + " scenario.yaml."));
    }

    private static Shape shape(String text) {
        if (!text.matches("[1-9][0-9]{0,8}(x[1-9][0-9]{0,8}){0,3}")) {
            throw new ConfigurationException(
                    "--input (" + text + ") is no shape; write sizes with x between them, as in"
                            + " 1x28x28 for channels, height and width.");
        }
        return new Shape(Stream.of(text.split("x", -1)).map(Long::valueOf).toList());
    }

    private static boolean fits(ModelOptions model, Shape shape) {
        try {
            return !model.anyOutputs(shape).layers().isEmpty();
        } catch (ConfigurationException e) {
            return false;
        }
    }

    private static ArrayNode withShapes(ModelOptions model, Shape shape) {
        Architecture whole = model.anyOutputs(shape);
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        whole.cuts().stream().filter(model.cuts()::contains).forEach(cut -> {
            ObjectNode node = list.addObject();
            node.put("name", cut).put("smashed", whole.smashedShape(cut).toString());
        });
        return list;
    }

    private static ArrayNode names(ModelOptions model) {
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        model.cuts().forEach(cut -> list.addObject().put("name", cut));
        return list;
    }
}
