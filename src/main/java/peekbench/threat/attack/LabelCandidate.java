package peekbench.threat.attack;

import java.util.Map;
import java.util.OptionalDouble;
import org.apiguardian.api.API;

/**
 * One strength of an attack on labels.
 *
 * @param strength its name: {@code epoch-1}
 * @param validationLoss on the attacker's own validation records, where the attack can say anything about these
 * @param guesses labels of the records that it was tried on
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1.0")
public record LabelCandidate(String strength, OptionalDouble validationLoss, Map<LabelTargets, LabelGuess> guesses) {
    public LabelCandidate {
        guesses = Map.copyOf(guesses);
    }
}
