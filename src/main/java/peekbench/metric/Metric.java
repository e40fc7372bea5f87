package peekbench.metric;

import java.util.Arrays;
import java.util.List;

/** Everything that is measured, with the names that tables and files use. */
public enum Metric {
    ACCURACY("accuracy", "share", "[0, 1]", Meaning.UTILITY, "test records that the trained network classifies right"),
    LOSS("loss", "nats or squared units", "[0, ∞)", Meaning.UTILITY, "mean test loss of the trained network"),
    MSE("mse", "squared brightness", "[0, 1]", Meaning.LESS_IS_LEAK, "mean squared error of a reconstruction"),
    PSNR("psnr", "dB", "[0, ∞]", Meaning.MORE_IS_LEAK, "peak signal-to-noise ratio of a reconstruction, peak 1"),
    SSIM("ssim", "none", "[-1, 1]", Meaning.MORE_IS_LEAK, "structural similarity of a reconstruction"),
    CLASSIFIER_ACCURACY(
            "classifier-accuracy",
            "share",
            "[0, 1]",
            Meaning.MORE_IS_LEAK,
            "reconstructions that a separately trained classifier gives their original's class"),
    LABEL_AUC(
            "label-auc",
            "none",
            "[0.5, 1]",
            Meaning.MORE_IS_LEAK,
            "area under the ROC curve of labels inferred for two classes: the larger of it and 1 less it, since an attack"
                    + " that is upside down tells as much"),
    LABEL_ACCURACY(
            "label-accuracy",
            "share",
            "[0, 1]",
            Meaning.MORE_IS_LEAK,
            "private labels inferred rightly; of attacks that tell classes apart without knowing which is which, under the"
                    + " names that fit best"),
    DCOR(
            "dcor",
            "none",
            "[0, 1]",
            Meaning.MORE_IS_LEAK,
            "distance correlation of inputs and smashed data, V-statistic; compare at one n only"),
    DCOR_BIAS_CORRECTED(
            "dcor-bias-corrected",
            "none",
            "[-1, 1]",
            Meaning.MORE_IS_LEAK,
            "bias-corrected squared distance correlation; around 0 without dependence"),
    DCOR_NULL_HIGH(
            "dcor-null-high",
            "none",
            "[-1, 1]",
            Meaning.MORE_IS_LEAK,
            "bias-corrected value that 97.5 % of shuffled pairings stay below"),
    DCOR_NULL_P(
            "dcor-null-p",
            "probability",
            "(0, 1]",
            Meaning.LESS_IS_LEAK,
            "chance of such a bias-corrected value if pairs were shuffled"),
    DCOR_N("dcor-n", "records", "[4, ∞)", Meaning.CONDITION, "records that distance correlation was taken on"),
    LABEL_DISTRIBUTION_DISTANCE(
            "class-mix-distance",
            "share",
            "[0, 1]",
            Meaning.LESS_IS_LEAK,
            "total variation distance of a client's inferred label distribution to the true one: half the sum of differences"),
    LABEL_DISTRIBUTION_ERROR(
            "class-mix-error",
            "share",
            "[0, 1]",
            Meaning.LESS_IS_LEAK,
            "mean absolute error of a class's share among a client's records"),
    ATTACK_VALIDATION_LOSS(
            "attack-validation-loss",
            "the attack's own",
            "[0, ∞)",
            Meaning.CONDITION,
            "loss on the attacker's own validation records, by which the strongest candidate is chosen"),
    ATTACK_CONVERGED(
            "attack-converged",
            "share",
            "[0, 1]",
            Meaning.CONDITION,
            "1 when the attacker's training ended because validation no longer improved, else 0"),
    MEMBERSHIP_AUC(
            "membership-auc",
            "share",
            "[0, 1]",
            Meaning.MORE_IS_LEAK,
            "chance that a record that was trained on gets a higher membership score than one that was not; .5 by guessing"),
    MEMBERSHIP_BALANCED_ACCURACY(
            "membership-balanced-accuracy",
            "share",
            "[0, 1]",
            Meaning.MORE_IS_LEAK,
            "candidates told right when the half with the higher scores is called members; .5 by guessing"),
    MEMBERSHIP_TPR_AT_1_PERCENT(
            "membership-tpr-at-1-percent-fpr",
            "share",
            "[0, 1]",
            Meaning.MORE_IS_LEAK,
            "members found when at most 1 % of the non-members are called members too; .01 by guessing"),
    MEMBERSHIP_TPR_AT_TENTH_PERCENT(
            "membership-tpr-at-0.1-percent-fpr",
            "share",
            "[0, 1]",
            Meaning.MORE_IS_LEAK,
            "members found when at most 0.1 % of the non-members are called members too; .001 by guessing"),
    MEMBERSHIP_NON_MEMBERS(
            "membership-non-members",
            "records",
            "[1, ∞)",
            Meaning.CONDITION,
            "candidates that were not trained on; with fewer than 1,000 no share of 0.1 % of them exists but 0"),
    HIJACK_DETECTED_AFTER(
            "hijack-detected-after",
            "batches",
            "[1, ∞)",
            Meaning.CONDITION,
            "batches that clients had sent when one noticed that the server does not follow the protocol, and stopped");

    /** What a large value says. */
    public enum Meaning {
        /** How good the trained network is. */
        UTILITY,
        /** The larger, the more leaked. */
        MORE_IS_LEAK,
        /** The smaller, the more leaked. */
        LESS_IS_LEAK,
        /** Under what conditions other figures were taken. */
        CONDITION
    }

    private final String label;
    private final String unit;
    private final String range;
    private final Meaning meaning;
    private final String summary;

    Metric(String label, String unit, String range, Meaning meaning, String summary) {
        this.label = label;
        this.unit = unit;
        this.range = range;
        this.meaning = meaning;
        this.summary = summary;
    }

    /** The name in tables and files. */
    public String label() {
        return label;
    }

    public String unit() {
        return unit;
    }

    /** The values it can have. */
    public String range() {
        return range;
    }

    public Meaning meaning() {
        return meaning;
    }

    /** One sentence. */
    public String summary() {
        return summary;
    }

    /** Every name. */
    public static List<String> labels() {
        return Arrays.stream(values()).map(Metric::label).toList();
    }
}
