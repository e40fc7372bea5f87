package peekbench.scenario;

import java.util.Optional;
import java.util.stream.Collectors;
import peekbench.threat.attack.AttackOptions;
import peekbench.threat.view.AdversaryView;
import peekbench.training.ProtocolOptions;

/** Which attacks somebody around a protocol can mount. */
public final class Mounting {
    private Mounting() {}

    /** Why nobody around the protocol can mount the attack, as the end of a sentence; empty when somebody can. */
    public static Optional<String> reasonAgainst(AttackOptions attack, ProtocolOptions protocol) {
        Class<? extends AdversaryView> view = attack.create().view();
        return protocol.rolesWithPeers().contains(view)
                ? Optional.empty()
                : Optional.of(
                        "it needs what " + AdversaryView.role(view) + " sees, and nobody around the protocol is one");
    }

    /** Everybody around the protocol who could mount some attack, for messages. */
    static String roles(ProtocolOptions protocol) {
        return protocol.rolesWithPeers().stream()
                .map(AdversaryView::role)
                .sorted()
                .collect(Collectors.joining(", "));
    }
}
