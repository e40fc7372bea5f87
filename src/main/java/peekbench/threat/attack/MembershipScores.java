package peekbench.threat.attack;

import java.util.List;
import org.apiguardian.api.API;

/**
 * How sure an attack is that records were trained on.
 *
 * @param scores one a candidate, in the order of {@link peekbench.threat.view.ModelHolderView#candidates()}; the larger, the
 *     surer
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1.0")
public record MembershipScores(List<Double> scores) implements AttackOutcome {
    public MembershipScores {
        scores = List.copyOf(scores);
        if (scores.stream().anyMatch(score -> score.isNaN())) {
            throw new IllegalArgumentException(
                    "A membership score is not a number, so candidates cannot be put in order; check the network's outputs.");
        }
    }

    @Override
    public <R> R accept(Reader<R> reader) {
        return reader.membershipScores(this);
    }
}
