package peekbench.result.record;

import java.util.Locale;
import org.apiguardian.api.API;

/** What a trial's folder can tell of single records, and what brings it. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1.0")
public enum RecordKind {
    /** Number, class and client of each record: {@link peekbench.result.StoredRecords#of}. */
    RECORDS("an attack that reconstructs inputs, as in attacks: [{name: decoder}]"),
    /** What the classifier of reconstructions read: {@link peekbench.result.StoredRecords#read}. */
    READ_CLASSES(
            "evaluation.classifier-epochs of at least 1, with an attack that reconstructs inputs of known classes"),
    /** Pictures while training went on: {@link peekbench.result.StoredRecords#duringTraining}. */
    PICTURES_DURING_TRAINING("attack-at-epochs: [0, 1, 3], with an attack that reconstructs inputs"),
    /** Labels, true and inferred: {@link peekbench.result.StoredRecords#labels}. */
    LABELS("an attack on labels, as in attacks: [{name: gradient-norm}]"),
    /** Shares of classes, true and said: {@link peekbench.result.StoredRecords#mixes}. */
    MIXES("an attack on clients' label distributions, as in attacks: [{name: property-inference}]"),
    /** Scores of membership: {@link peekbench.result.StoredRecords#members}. */
    MEMBERS("an attack on membership, as in attacks: [{name: loss-threshold}]");

    private final String broughtBy;

    RecordKind(String broughtBy) {
        this.broughtBy = broughtBy;
    }

    /** What must stand in the scenario of a trial that has it. */
    public String broughtBy() {
        return broughtBy;
    }

    /** In words. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
