package peekbench.plan;

import java.util.List;
import peekbench.protocol.ProtocolOptions;
import peekbench.threat.DefenseOptions;

/**
 * A protocol and an arm that a scenario lists but that cannot be together.
 *
 * @param protocol one of the scenario's protocols
 * @param defenses one of its arms
 * @param reason why, as the end of a sentence
 */
public record LeftOut(ProtocolOptions protocol, List<DefenseOptions> defenses, String reason) {
    public LeftOut {
        defenses = List.copyOf(defenses);
    }

    /** What defends the clients, as in {@link TrialPlan#armLabel}. */
    public String armLabel() {
        return TrialPlan.armLabel(defenses);
    }

    /** For a person. */
    public String message() {
        return "Left out: " + protocol.label() + " with " + armLabel() + ", since the protocol takes no defenses: "
                + reason + ".";
    }
}
