package peekbench.scenario;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import peekbench.threat.defense.DefenseOptions;
import peekbench.threat.defense.DefensePlace;
import peekbench.training.ProtocolOptions;

/** Which arms of defenses a protocol can be trained with. */
public final class Defending {
    private Defending() {}

    /** Why the protocol cannot be trained with the arm, as the end of a sentence; empty when it can. */
    public static Optional<String> reasonAgainst(List<DefenseOptions> arm, ProtocolOptions protocol) {
        if (arm.isEmpty()) {
            return Optional.empty();
        }
        return protocol.reasonAgainstDefenses()
                .map(reason -> "the protocol takes no defenses: " + reason)
                .or(() -> arm.stream()
                        .filter(DefenseOptions::needsSums)
                        .flatMap(defense -> protocol.reasonAgainstSums().stream()
                                .map(reason -> "the defense (" + defense.label() + ") hides updates in their sum, and "
                                        + reason))
                        .findFirst())
                .or(() -> arm.stream()
                        .filter(defense -> !protocol.defensePlaces().containsAll(defense.places()))
                        .map(defense -> reason(defense, protocol))
                        .findFirst());
    }

    private static String reason(DefenseOptions defense, ProtocolOptions protocol) {
        return "the defense (" + defense.label() + ") works on " + listed(defense.places())
                + ", and with this protocol defenses work only on " + listed(protocol.defensePlaces());
    }

    private static String listed(Set<DefensePlace> places) {
        return places.stream().sorted().map(DefensePlace::toString).collect(Collectors.joining(", "));
    }
}
