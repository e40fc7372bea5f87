package peekbench.threat.attack;

import java.util.List;
import org.apiguardian.api.API;

/** What an attack claims to have learned. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1.0")
public sealed interface AttackOutcome
        permits ReconstructedInputs, InferredLabels, InferredLabelDistributions, MembershipScores {

    /** What the attack found that no score tells, a sentence each, in the words of whoever mounts it. */
    default List<String> findings() {
        return List.of();
    }

    /** Hands this to the method of its kind. */
    <R> R accept(Reader<R> reader);

    /** Does something with outcomes of every kind. */
    interface Reader<R> {
        R reconstructedInputs(ReconstructedInputs outcome);

        R inferredLabels(InferredLabels outcome);

        R inferredLabelDistributions(InferredLabelDistributions outcome);

        R membershipScores(MembershipScores outcome);
    }
}
