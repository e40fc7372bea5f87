package peekbench.evaluation;

import java.util.Optional;

/** What stands beside the attacks to read their scores by, and what is measured without any attack. */
public enum Reference {
    /** The smashed data as they arrive: distance correlation with the inputs. */
    SMASHED_DATA("smashed-data", Subject.Kind.MEASUREMENT),
    /** The trained network itself, put to work on test records. */
    TRAINED_NETWORK("trained-network", Subject.Kind.MEASUREMENT),
    /** The mean of an attacker's auxiliary images, or of its rows of a table, in place of every reconstruction. */
    MEAN_IMAGE("mean-image", Subject.Kind.FLOOR),
    /** One brightness in every pixel of every reconstruction, that which fits auxiliary images best. */
    BEST_CONSTANT("best-constant", Subject.Kind.FLOOR),
    /** Always the class that is most frequent among the attacker's records. */
    MAJORITY_CLASS("majority-class", Subject.Kind.FLOOR),
    /** Every client is said to have the label distribution of the attacker's auxiliary records. */
    AUXILIARY_MIX("auxiliary-mix", Subject.Kind.FLOOR),
    /** Every client is said to have as many records of each class. */
    UNIFORM_MIX("uniform-mix", Subject.Kind.FLOOR),
    /** The attack on a client with fresh random weights, undefended; no floor, since it often leaks more than a trained one. */
    UNTRAINED_CLIENT("untrained-client", Subject.Kind.REFERENCE),
    /** The attack on a client that sends its inputs as they are. */
    IDENTITY_CLIENT("identity-client", Subject.Kind.CEILING),
    /** The originals themselves, for the classifier of reconstructions. */
    ORIGINALS("originals", Subject.Kind.CEILING);

    private final String label;
    private final Subject.Kind kind;

    Reference(String label, Subject.Kind kind) {
        this.label = label;
        this.kind = kind;
    }

    /** The name in tables and files. */
    public String label() {
        return label;
    }

    /** How attacks are read by it. */
    public Subject.Kind kind() {
        return kind;
    }

    /** The only one of its kind in a trial. */
    public Subject subject() {
        return new Subject.ByReference(this, Optional.empty());
    }

    /**
     * One of several in a trial.
     *
     * @param whose tells it from the others: the attack that it belongs to, or the attacker's records
     */
    public Subject of(String whose) {
        return new Subject.ByReference(this, Optional.of(whose));
    }
}
