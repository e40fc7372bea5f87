package peekbench.plan;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apiguardian.api.API;
import peekbench.binding.AxisValue;
import peekbench.scenario.OptionLabel;
import peekbench.scenario.Variant;
import peekbench.threat.defense.DefenseOptions;
import peekbench.training.ProtocolOptions;

/** What a scenario lists but that cannot be together, or that it does not want together. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1.0")
public sealed interface LeftOut {
    /** Label of the scenario's protocol that it is left out with; empty when it is with all. */
    Optional<String> protocolLabel();

    /** What kind of thing is left out: {@code arm}, {@code attack}, {@code combination}. */
    String kind();

    /** What is left out, as tables call it. */
    String label();

    /** Why, as the end of a sentence. */
    String reason();

    /** For a person: one line for all protocols that leave out the same for the same reason. */
    static List<String> messages(List<LeftOut> all) {
        record Same(String label, String reason) {}
        Map<Same, List<String>> protocols = new LinkedHashMap<>();
        for (LeftOut one : all) {
            protocols
                    .computeIfAbsent(new Same(one.label(), one.reason()), same -> new ArrayList<>())
                    .addAll(one.protocolLabel().stream().toList());
        }
        return protocols.entrySet().stream()
                .map(entry -> "Left out: "
                        + (entry.getValue().isEmpty() ? "" : String.join("; ", entry.getValue()) + " with ")
                        + entry.getKey().label() + ", since " + entry.getKey().reason() + ".")
                .toList();
    }

    /**
     * Defenses that the protocol does not take.
     *
     * @param defenses one of the scenario's arms
     */
    record Arm(ProtocolOptions protocol, List<DefenseOptions> defenses, String reason) implements LeftOut {
        public Arm {
            defenses = List.copyOf(defenses);
        }

        @Override
        public Optional<String> protocolLabel() {
            return Optional.of(OptionLabel.of(protocol));
        }

        @Override
        public String kind() {
            return "arm";
        }

        @Override
        public String label() {
            return OptionLabel.of(defenses);
        }
    }

    /**
     * An attack that nobody around the protocol can mount.
     *
     * @param attack its name
     */
    record Unmounted(ProtocolOptions protocol, String attack, String reason) implements LeftOut {
        @Override
        public Optional<String> protocolLabel() {
            return Optional.of(OptionLabel.of(protocol));
        }

        @Override
        public String kind() {
            return "attack";
        }

        @Override
        public String label() {
            return "the attack " + attack;
        }
    }

    /**
     * A combination of the axes' values that the scenario excludes.
     *
     * @param values in the order of the axes
     */
    record Combination(List<AxisValue> values, String reason) implements LeftOut {
        public Combination {
            values = List.copyOf(values);
        }

        @Override
        public Optional<String> protocolLabel() {
            return Optional.empty();
        }

        @Override
        public String kind() {
            return "combination";
        }

        @Override
        public String label() {
            return Variant.text(values);
        }
    }
}
