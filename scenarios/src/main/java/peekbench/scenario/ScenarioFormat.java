package peekbench.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import peekbench.binding.RecordWriter;
import peekbench.threat.attack.AttackOptions;
import peekbench.threat.defense.DefenseOptions;
import peekbench.training.ProtocolOptions;

/** How scenarios are written, as YAML and as a tree. {@link ScenarioReader} reads both. */
public final class ScenarioFormat {
    private static final RecordWriter WRITER = new RecordWriter();

    private ScenarioFormat() {}

    /** The scenario with every default spelled out; {@link ScenarioReader#parse} makes an equal scenario of it. */
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

    /** An attack with its name and the options that differ from their defaults. */
    public static JsonNode essentials(AttackOptions attack) {
        return WRITER.essentials(attack, AttackOptions.class);
    }

    /** A defense with its name and the options that differ from their defaults. */
    public static JsonNode essentials(DefenseOptions defense) {
        return WRITER.essentials(defense, DefenseOptions.class);
    }
}
