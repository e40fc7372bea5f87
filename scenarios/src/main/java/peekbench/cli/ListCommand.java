package peekbench.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import peekbench.binding.ValueType.Field;
import peekbench.catalogue.Catalogue;
import peekbench.cli.console.Console;
import peekbench.cli.console.ExitCode;
import peekbench.cli.console.Output;
import peekbench.cli.console.PluginOptions;
import peekbench.metric.Metric;
import peekbench.metric.MetricProvider;
import peekbench.problem.NearestName;
import peekbench.registry.Entry;
import peekbench.registry.Kind;
import peekbench.registry.OptionsProvider;
import peekbench.registry.Paper;
import peekbench.registry.Provider;
import peekbench.registry.Sees;
import peekbench.scenario.ScenarioReader;
import peekbench.threat.attack.AttackOptions;
import peekbench.threat.view.AdversaryView;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** {@code peekbench list}. */
@Command(
        name = "list",
        description = "Lists what a scenario can name, with options, defaults and papers.",
        mixinStandardHelpOptions = true)
final class ListCommand implements Callable<Integer> {
    private static final String METRICS = MetricProvider.KIND.plural();

    private final Console console;

    @Parameters(
            paramLabel = "KIND",
            arity = "0..1",
            converter = KindReader.class,
            completionCandidates = Kinds.class,
            description = "One of ${COMPLETION-CANDIDATES}.")
    private Optional<String> chosen = Optional.empty();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private PluginOptions plugins;

    @Mixin
    private Output output;

    /** What can be listed. */
    static final class Kinds implements Iterable<String> {
        static List<String> all() {
            return Catalogue.KINDS.stream().map(Kind::plural).toList();
        }

        @Override
        public Iterator<String> iterator() {
            return all().iterator();
        }
    }

    /** Names the nearest kind for a mistyped one. */
    private static final class KindReader implements ITypeConverter<String> {
        @Override
        public String convert(String text) {
            if (Kinds.all().contains(text)) {
                return text;
            }
            throw new TypeConversionException("is " + text + "; it must be one of " + String.join(", ", Kinds.all())
                    + "." + NearestName.hint(text, Kinds.all()));
        }
    }

    ListCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        output.configureLogging();
        // Not picocli's own check, which would ask it of the commands below this one, too.
        String listed = chosen.orElseThrow(
                () -> new ParameterException(spec.commandLine(), "Missing required parameter: 'KIND'"));
        Catalogue catalogue = plugins.catalogue(console);
        ArrayNode entries = listed.equals(METRICS)
                ? metrics(catalogue)
                : Catalogue.KINDS.stream()
                        .filter(kind -> kind.plural().equals(listed))
                        .findFirst()
                        .map(kind -> entries(kind, catalogue))
                        .orElseThrow();
        if (output.json()) {
            console.json(entries);
        } else {
            entries.forEach(this::print);
        }
        return ExitCode.DONE;
    }

    private static ArrayNode entries(Kind<?> kind, Catalogue catalogue) {
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        ScenarioReader reader = new ScenarioReader(catalogue);
        for (Entry<?> entry : catalogue.of(kind).entries()) {
            ObjectNode node = list.addObject().put("name", entry.name()).put("summary", entry.summary());
            Provider provider = entry.provider();
            if (provider instanceof OptionsProvider<?> optional) {
                options(node, optional.options().asSubclass(Record.class), reader);
            }
            Optional.ofNullable(provider.described().getAnnotation(Paper.class))
                    .ifPresent(paper -> node.put("paper", citation(paper)));
            entry.jar().ifPresent(jar -> node.put("jar", jar.file()));
        }
        return list;
    }

    private static void options(ObjectNode node, Class<? extends Record> record, ScenarioReader reader) {
        ArrayNode options = node.putArray("options");
        for (Field field : reader.options(record).fields()) {
            options.add(field.key() + ": " + field.summary().orElse("") + " ("
                    + field.defaultText().map(text -> "default " + text).orElse("required") + ")");
        }
        ArrayNode views = node.putArray("sees");
        for (Sees sees : record.getAnnotationsByType(Sees.class)) {
            views.add("the " + sees.role() + " sees " + sees.what());
        }
        role(record, reader).ifPresent(role -> node.put("role", role));
    }

    /** Who mounts an attack, and with what powers; empty for records of other kinds. */
    private static Optional<String> role(Class<? extends Record> record, ScenarioReader reader) {
        return reader.withDefaults(record)
                .filter(AttackOptions.class::isInstance)
                .map(options ->
                        AdversaryView.role(((AttackOptions) options).create().view()));
    }

    private static String citation(Paper paper) {
        String section = paper.section().isEmpty() ? "" : ", " + paper.section();
        return paper.authors() + " " + paper.year() + ", " + paper.title() + ", " + paper.venue() + section;
    }

    /** Ours, also those that no reconstruction has, then those of plug-ins. */
    private static ArrayNode metrics(Catalogue catalogue) {
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        Metric.ours().forEach(metric -> metric(list, metric));
        for (Entry<MetricProvider> entry : catalogue.of(MetricProvider.KIND).entries()) {
            entry.jar().ifPresent(jar -> metric(list, entry.provider().metric()).put("jar", jar.file()));
        }
        return list;
    }

    private static ObjectNode metric(ArrayNode list, Metric metric) {
        ObjectNode node = list.addObject().put("name", metric.label()).put("summary", metric.summary());
        node.putArray("options").add("unit: " + metric.unit() + ", range: " + metric.range() + ", " + meaning(metric));
        return node;
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
        line(entry, "role", "mounted by ");
        line(entry, "paper", "paper: ");
        line(entry, "jar", "from the plug-in ");
    }

    private void line(JsonNode entry, String key, String before) {
        if (entry.has(key)) {
            console.out().println("    " + before + entry.path(key).asText());
        }
    }
}
