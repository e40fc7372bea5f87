package peekbench.threat.attack;

import java.util.List;
import org.apiguardian.api.API;

/**
 * The labels that an attack gives to some records.
 *
 * @param classes one a record, from 0
 * @param evidence with two classes a number for each record: the larger, the more likely is it of the second class; empty
 *     with more classes
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1.0")
public record LabelGuess(List<Integer> classes, List<Double> evidence) {
    /** @throws IllegalArgumentException when there is evidence for other records than there are classes */
    public LabelGuess {
        classes = List.copyOf(classes);
        evidence = List.copyOf(evidence);
        if (!evidence.isEmpty() && evidence.size() != classes.size()) {
            throw new IllegalArgumentException("There is evidence for " + evidence.size() + " records and a class for "
                    + classes.size() + "; give one each, or no evidence.");
        }
    }
}
