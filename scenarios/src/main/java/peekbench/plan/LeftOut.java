package peekbench.plan;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import peekbench.threat.defense.DefenseOptions;
import peekbench.training.ProtocolOptions;

/** A protocol and something else that a scenario lists but that cannot be together. */
public sealed interface LeftOut {
    /** One of the scenario's protocols. */
    ProtocolOptions protocol();

    /** What kind of thing is left out with it: {@code arm}. */
    String kind();

    /** What is left out with it, as tables call it. */
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
                    .add(one.protocol().label());
        }
        return protocols.entrySet().stream()
                .map(entry -> "Left out: " + String.join("; ", entry.getValue()) + " with "
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
        public String kind() {
            return "arm";
        }

        @Override
        public String label() {
            return TrialPlan.armLabel(defenses);
        }
    }

    /**
     * An attack that nobody around the protocol can mount.
     *
     * @param attack its name
     */
    record Unmounted(ProtocolOptions protocol, String attack, String reason) implements LeftOut {
        @Override
        public String kind() {
            return "attack";
        }

        @Override
        public String label() {
            return "the attack " + attack;
        }
    }
}
