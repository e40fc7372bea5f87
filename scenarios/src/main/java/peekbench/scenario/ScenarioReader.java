package peekbench.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import peekbench.binding.Axes;
import peekbench.binding.DocumentSchema;
import peekbench.binding.JsonSchema;
import peekbench.binding.PartialCheck;
import peekbench.binding.RecordBinder;
import peekbench.binding.TypeModel;
import peekbench.binding.ValueType.Form;
import peekbench.binding.YamlDocument;
import peekbench.catalogue.Catalogue;
import peekbench.problem.ConfigurationException;
import peekbench.problem.Problem;

/** Reads scenarios that may name what a catalogue holds. */
public final class ScenarioReader {
    private static final PartialCheck UNCHECKED = (parts, problems) -> {};

    /** What a file that includes another says itself: two files of one name would share a result folder. */
    private static final Set<String> OWN = Set.of("name");
    /** What is said once for all variants. */
    private static final Set<String> UNVARIED =
            Set.of("format", "name", "title", "seeds", "store", "budget", "quick", Axes.KEY, YamlDocument.INCLUDE);

    private final TypeModel types;

    public ScenarioReader(Catalogue catalogue) {
        this.types = catalogue.types();
    }

    /** Reads scenarios that name only what comes with the program. */
    public static ScenarioReader builtIn() {
        return new ScenarioReader(Catalogue.builtIn());
    }

    /**
     * Reads a scenario.
     *
     * @throws ConfigurationException with every mistake in the file and the assignments
     */
    public ScenarioFile read(ScenarioSource source) {
        YamlDocument written = YamlDocument.read(source.file(), OWN);
        YamlDocument document = (source.quick() ? quick(source.file(), written) : written).setAll(source.assignments());
        if (source.seed().isPresent()) {
            document = document.setOnly("--seed", "seeds", source.seed().getAsLong());
        }
        return bind(document);
    }

    private YamlDocument quick(Path file, YamlDocument written) {
        List<String> assignments = bind(written).scenario().quick();
        if (assignments.isEmpty()) {
            throw new ConfigurationException(
                    "The scenario (" + file + ") has no quick version. Leave out --quick, or give"
                            + " the scenario a list of assignments: quick: [training.epochs=1].");
        }
        return written.setAll(assignments);
    }

    /**
     * Reads a scenario from text.
     *
     * @param label shown in place of a file's name
     * @throws ConfigurationException with every mistake
     */
    public ScenarioFile parse(String label, String yaml) {
        return bind(YamlDocument.parse(label, yaml));
    }

    private ScenarioFile bind(YamlDocument document) {
        Axes axes = Axes.of(document, UNVARIED);
        VariantProblems problems = new VariantProblems();
        List<ScenarioFile.Read> read = new ArrayList<>();
        for (Axes.Combination combination : axes.combinations()) {
            try {
                Scenario scenario =
                        new RecordBinder(types).bind(combination.document(), Scenario.class, ScenarioRules::check);
                read.add(new ScenarioFile.Read(combination.document(), new Variant(scenario, combination.values())));
                problems.add(combination.values(), List.of());
            } catch (ConfigurationException e) {
                problems.add(combination.values(), e.problems());
            }
        }
        List<Problem> all = Stream.concat(
                        axes.mistakes().stream(),
                        problems.list().stream().filter(problem -> !causedBy(axes.mistakes(), problem)))
                .toList();
        if (!all.isEmpty()) {
            throw new ConfigurationException(all);
        }
        return new ScenarioFile(read, axes.excluded());
    }

    /** Whether a value is missing only because the axis that would give it is wrong. */
    private static boolean causedBy(List<Problem> mistakes, Problem problem) {
        return mistakes.stream()
                .anyMatch(
                        mistake -> !problem.path().isEmpty() && mistake.path().equals(Axes.KEY + "." + problem.path()));
    }

    /** The options of a record that a scenario can choose. */
    public Form options(Class<? extends Record> record) {
        return types.ofRecord(record);
    }

    /** The record with the default of every option; empty when an option has none. */
    public <R extends Record> Optional<R> withDefaults(Class<R> record) {
        boolean complete = options(record).fields().stream()
                .allMatch(field -> field.defaultText().isPresent());
        return complete
                ? Optional.of(new RecordBinder(types)
                        .bind(YamlDocument.parse("defaults of " + record.getSimpleName(), "{}"), record, UNCHECKED))
                : Optional.empty();
    }

    /** JSON Schema, draft 2020-12, of scenario files. */
    public JsonNode schema() {
        return DocumentSchema.of(JsonSchema.of(options(Scenario.class), "Peekbench scenario"));
    }
}
