package peekbench.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import peekbench.attack.Attacks;
import peekbench.binding.Choices;
import peekbench.binding.JsonSchema;
import peekbench.binding.PartialCheck;
import peekbench.binding.RecordBinder;
import peekbench.binding.RecordWriter;
import peekbench.binding.TypeModel;
import peekbench.binding.ValueType;
import peekbench.binding.ValueType.Form;
import peekbench.binding.YamlDocument;
import peekbench.defense.Defenses;
import peekbench.nn.model.ModelOptions;
import peekbench.nn.model.Models;
import peekbench.protocol.Protocols;
import peekbench.threat.attack.AttackOptions;
import peekbench.threat.defense.DefenseOptions;
import peekbench.training.ProtocolOptions;

/** How scenarios are written: as YAML, as a tree, and the schema of both. */
public final class ScenarioFormat {
    private static final TypeModel TYPES = new TypeModel(List.of(
            new Choices<>(ModelOptions.class, Models.REGISTRY),
            new Choices<>(ProtocolOptions.class, Protocols.REGISTRY),
            new Choices<>(DefenseOptions.class, Defenses.REGISTRY),
            new Choices<>(AttackOptions.class, Attacks.REGISTRY)));
    private static final PartialCheck UNCHECKED = (parts, problems) -> {};
    private static final RecordWriter WRITER = new RecordWriter(TYPES);

    private ScenarioFormat() {}

    static TypeModel types() {
        return TYPES;
    }

    /** The scenario with every default spelled out; {@link ScenarioFile#parse} makes an equal scenario of it. */
    public static String yaml(Scenario scenario) {
        return WRITER.yaml(scenario);
    }

    /** The scenario with every default spelled out. */
    public static JsonNode tree(Scenario scenario) {
        return WRITER.tree(scenario);
    }

    /** A protocol with its name and the options that differ from their defaults. */
    public static JsonNode essentials(ProtocolOptions protocol) {
        return WRITER.essentials(protocol, ProtocolOptions.class);
    }

    /** A defense with its name and the options that differ from their defaults. */
    public static JsonNode essentials(DefenseOptions defense) {
        return WRITER.essentials(defense, DefenseOptions.class);
    }

    /** The options of a record that a scenario can choose. */
    public static ValueType.Form options(Class<? extends Record> record) {
        return TYPES.ofRecord(record);
    }

    /** The record with the default of every option; empty when an option has none. */
    public static <R extends Record> Optional<R> withDefaults(Class<R> record) {
        Form form = TYPES.ofRecord(record);
        boolean complete =
                form.fields().stream().allMatch(field -> field.defaultText().isPresent());
        return complete
                ? Optional.of(new RecordBinder(TYPES)
                        .bind(YamlDocument.parse("defaults of " + record.getSimpleName(), "{}"), record, UNCHECKED))
                : Optional.empty();
    }

    /** JSON Schema, draft 2020-12, of scenario files. */
    public static JsonNode schema() {
        return JsonSchema.of(TYPES.ofRecord(Scenario.class), "Peekbench scenario");
    }
}
