package peekbench.threat.attack;

import java.util.Map;
import java.util.OptionalDouble;

/**
 * One strength of an attack on labels.
 *
 * @param strength its name: {@code epoch-1}
 * @param validationLoss on the attacker's own validation records, where the attack can say anything about these
 * @param guesses labels of the records that it was tried on
 */
public record LabelCandidate(String strength, OptionalDouble validationLoss, Map<LabelTargets, LabelGuess> guesses) {
    public LabelCandidate {
        guesses = Map.copyOf(guesses);
    }
}
