package peekbench.evaluation;

import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.apiguardian.api.API;
import peekbench.threat.observation.TargetSet;

/**
 * What the strongest candidate of an attack claims of single records and clients, each claim beside the truth. Private
 * truth: it is for who reads results, never for an attack.
 *
 * @param labels of records, where labels were inferred
 * @param shares of classes, where clients' label distributions were inferred
 * @param memberships of records, where these were scored
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1.0")
public record Claims(List<Label> labels, List<ClassShare> shares, List<Membership> memberships) {
    /** What attacks leave behind that claim nothing but reconstructions. */
    static final Claims NONE = new Claims(List.of(), List.of(), List.of());

    public Claims {
        labels = List.copyOf(labels);
        shares = List.copyOf(shares);
        memberships = List.copyOf(memberships);
    }

    /**
     * The label of a record.
     *
     * @param targets which set it is of
     * @param epoch the watched epoch, from 1, in whose order of training it came; empty where it came as smashed data
     * @param record its number in the data set
     * @param actual its class
     * @param given the class that the attack gave
     * @param inferred the same under the name that fits best, where the attack tells classes apart without knowing which is
     *     which; else as given
     * @param evidence with two classes: the larger, the more likely is it of the second class
     */
    public record Label(
            TargetSet targets,
            OptionalInt epoch,
            int record,
            int actual,
            int given,
            int inferred,
            OptionalDouble evidence) {}

    /**
     * The share of a class among a client's records.
     *
     * @param client its number, from 0
     * @param label the class
     * @param actual share in [0, 1]
     * @param said share in [0, 1]
     */
    public record ClassShare(int client, int label, double actual, double said) {}

    /**
     * How sure the attack is that a record was trained on.
     *
     * @param record its number in the data set
     * @param member whether it was
     * @param score the larger, the surer
     */
    public record Membership(int record, boolean member, double score) {}

    static Claims ofLabels(List<Label> labels) {
        return new Claims(labels, List.of(), List.of());
    }

    static Claims ofShares(List<ClassShare> shares) {
        return new Claims(List.of(), shares, List.of());
    }

    static Claims ofMemberships(List<Membership> memberships) {
        return new Claims(List.of(), List.of(), memberships);
    }
}
