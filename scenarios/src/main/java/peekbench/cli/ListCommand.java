package peekbench.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import peekbench.binding.ValueType.Field;
import peekbench.catalogue.Catalogue;
import peekbench.data.catalogue.DataCatalogue;
import peekbench.data.catalogue.DatasetProvider;
import peekbench.data.catalogue.DatasetStatus;
import peekbench.metric.Metric;
import peekbench.nn.model.ModelProvider;
import peekbench.problem.NearestName;
import peekbench.registry.Entry;
import peekbench.registry.Kind;
import peekbench.registry.OptionsProvider;
import peekbench.registry.Paper;
import peekbench.registry.Sees;
import peekbench.scenario.ScenarioReader;
import peekbench.threat.attack.AttackOptions;
import peekbench.threat.attack.AttackProvider;
import peekbench.threat.defense.DefenseProvider;
import peekbench.threat.view.AdversaryView;
import peekbench.training.ProtocolProvider;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.TypeConversionException;

/** {@code peekbench list}. */
@Command(
        name = "list",
        description = "Lists what a scenario can name, with options, defaults and papers.",
        mixinStandardHelpOptions = true)
final class ListCommand implements Callable<Integer> {
    private final Console console;

    @Parameters(paramLabel = "KIND", converter = KindReader.class, description = "One of ${COMPLETION-CANDIDATES}.")
    private Listed kind;

    @Mixin
    private Output output;

    /** What can be listed. */
    enum Listed {
        PROTOCOLS,
        MODELS,
        ATTACKS,
        DEFENSES,
        DATASETS,
        METRICS;

        /** As on the command line. */
        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Names the nearest kind for a mistyped one. */
    private static final class KindReader implements ITypeConverter<Listed> {
        @Override
        public Listed convert(String text) {
            return Arrays.stream(Listed.values())
                    .filter(kind -> kind.toString().equals(text))
                    .findFirst()
                    .orElseThrow(() -> unknown(text));
        }

        private static TypeConversionException unknown(String text) {
            List<String> names =
                    Arrays.stream(Listed.values()).map(Listed::toString).toList();
            return new TypeConversionException("is " + text + "; it must be one of " + String.join(", ", names) + "."
                    + NearestName.hint(text, names));
        }
    }

    ListCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        output.configureLogging();
        ArrayNode entries = switch (kind) {
            case PROTOCOLS -> registry(ProtocolProvider.KIND);
            case MODELS -> registry(ModelProvider.KIND);
            case ATTACKS -> registry(AttackProvider.KIND);
            case DEFENSES -> registry(DefenseProvider.KIND);
            case DATASETS -> datasets();
            case METRICS -> metrics();
        };
        if (output.json()) {
            console.json(entries);
        } else {
            entries.forEach(this::print);
        }
        return ExitCode.DONE;
    }

    private static ArrayNode registry(Kind<? extends OptionsProvider<?>> kind) {
        Catalogue catalogue = Catalogue.builtIn();
        ScenarioReader reader = new ScenarioReader(catalogue);
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        for (Entry<? extends OptionsProvider<?>> entry : catalogue.of(kind).entries()) {
            Class<?> record = entry.provider().options();
            ObjectNode node = list.addObject().put("name", entry.name()).put("summary", entry.summary());
            ArrayNode options = node.putArray("options");
            for (Field field : reader.options(record.asSubclass(Record.class)).fields()) {
                options.add(field.key() + ": " + field.summary().orElse("") + " ("
                        + field.defaultText().map(text -> "default " + text).orElse("required") + ")");
            }
            ArrayNode views = node.putArray("sees");
            for (Sees sees : record.getAnnotationsByType(Sees.class)) {
                views.add("the " + sees.role() + " sees " + sees.what());
            }
            role(reader, record).ifPresent(role -> node.put("role", role));
            Optional.ofNullable(record.getAnnotation(Paper.class))
                    .ifPresent(paper -> node.put("paper", citation(paper)));
        }
        return list;
    }

    /** Who mounts an attack, and with what powers; empty for entries of other kinds. */
    private static Optional<String> role(ScenarioReader reader, Class<?> record) {
        return reader.withDefaults(record.asSubclass(Record.class))
                .filter(AttackOptions.class::isInstance)
                .map(options ->
                        AdversaryView.role(((AttackOptions) options).create().view()));
    }

    private static String citation(Paper paper) {
        String section = paper.section().isEmpty() ? "" : ", " + paper.section();
        return paper.authors() + " " + paper.year() + ", " + paper.title() + ", " + paper.venue() + section;
    }

    private static ArrayNode datasets() {
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        for (DatasetStatus set : DataCatalogue.of(
                        Catalogue.builtIn().of(DatasetProvider.KIND), Optional.empty(), Optional.empty())
                .list()) {
            list.addObject().put("name", set.name()).put("summary", set.summary());
        }
        return list;
    }

    private static ArrayNode metrics() {
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        for (Metric metric : Metric.values()) {
            list.addObject()
                    .put("name", metric.label())
                    .put("summary", metric.summary())
                    .putArray("options")
                    .add("unit: " + metric.unit() + ", range: " + metric.range() + ", " + meaning(metric));
        }
        return list;
    }

    private static String meaning(Metric metric) {
        return switch (metric.meaning()) {
            case UTILITY -> "about the trained network";
            case MORE_IS_LEAK -> "larger means more leak";
            case LESS_IS_LEAK -> "smaller means more leak";
            case CONDITION -> "a condition of other figures";
        };
    }

    private void print(JsonNode entry) {
        console.out()
                .printf(
                        "%-22s %s%n",
                        entry.path("name").asText(), entry.path("summary").asText());
        entry.path("options").forEach(option -> console.out().println("    " + option.asText()));
        entry.path("sees").forEach(sees -> console.out().println("    " + sees.asText()));
        if (entry.has("role")) {
            console.out().println("    mounted by " + entry.path("role").asText());
        }
        if (entry.has("paper")) {
            console.out().println("    paper: " + entry.path("paper").asText());
        }
    }
}
