package peekbench.metric;

import java.util.List;
import java.util.Optional;
import org.apiguardian.api.API;

/**
 * Something that is measured: the one place that says what it is called and how it is written. The constants are ours;
 * plug-ins make their own, see {@link MetricProvider}.
 *
 * @param label the name in tables and files
 * @param unit of its values
 * @param range the values it can have
 * @param meaning what a large value says
 * @param heading of its column in tables; an arrow points to more leak
 * @param format how its values are written in tables
 * @param summary one sentence
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1.0")
public record Metric(
        String label, String unit, String range, Meaning meaning, String heading, FigureFormat format, String summary) {
    public static final Metric ACCURACY = new Metric(
            "accuracy",
            "share",
            "[0, 1]",
            Meaning.UTILITY,
            "Accuracy",
            FigureFormat.PERCENT,
            "test records that the trained network classifies right");
    public static final Metric LOSS = new Metric(
            "loss",
            "nats or squared units",
            "[0, ∞)",
            Meaning.UTILITY,
            "Test loss",
            FigureFormat.THREE,
            "mean test loss of the trained network");
    public static final Metric MSE = new Metric(
            "mse",
            "squared brightness",
            "[0, 1]",
            Meaning.LESS_IS_LEAK,
            "MSE \u2193",
            FigureFormat.FOUR,
            "mean squared error of a reconstruction");
    public static final Metric PSNR = new Metric(
            "psnr",
            "dB",
            "[0, ∞]",
            Meaning.MORE_IS_LEAK,
            "PSNR dB \u2191",
            FigureFormat.TWO,
            "peak signal-to-noise ratio of a reconstruction, peak 1");
    public static final Metric SSIM = new Metric(
            "ssim",
            "none",
            "[-1, 1]",
            Meaning.MORE_IS_LEAK,
            "SSIM \u2191",
            FigureFormat.THREE,
            "structural similarity of a reconstruction");
    public static final Metric CLASSIFIER_ACCURACY = new Metric(
            "classifier-accuracy",
            "share",
            "[0, 1]",
            Meaning.MORE_IS_LEAK,
            "Recognition accuracy \u2191",
            FigureFormat.PERCENT,
            "reconstructions that a separately trained classifier gives their original's class");
    public static final Metric REIDENTIFICATION = new Metric(
            "re-identification",
            "share",
            "[0, 1]",
            Meaning.MORE_IS_LEAK,
            "Identified \u2191",
            FigureFormat.PERCENT,
            "reconstructions to which their own original is the nearest of all attacked records, by pixels, or by standardised"
                    + " columns of a table");
    public static final Metric REIDENTIFICATION_TOP_5 = new Metric(
            "re-identification-top-5",
            "share",
            "[0, 1]",
            Meaning.MORE_IS_LEAK,
            "In top 5 \u2191",
            FigureFormat.PERCENT,
            "the same, where the original may be among the five nearest");
    public static final Metric FEATURE_REIDENTIFICATION = new Metric(
            "feature-re-identification",
            "share",
            "[0, 1]",
            Meaning.MORE_IS_LEAK,
            "Identified by features \u2191",
            FigureFormat.PERCENT,
            "reconstructions to which their own original is the nearest of all attacked records, by features of a separately"
                    + " trained classifier");
    public static final Metric FEATURE_REIDENTIFICATION_TOP_5 = new Metric(
            "feature-re-identification-top-5",
            "share",
            "[0, 1]",
            Meaning.MORE_IS_LEAK,
            "In top 5 by features \u2191",
            FigureFormat.PERCENT,
            "the same, where the original may be among the five nearest");
    public static final Metric REIDENTIFICATION_GALLERY = new Metric(
            "re-identification-gallery",
            "records",
            "[1, ∞)",
            Meaning.CONDITION,
            "Gallery",
            FigureFormat.WHOLE,
            "records among which reconstructions are looked up; guessing finds one in so many");
    public static final Metric FEATURE_DISTANCE = new Metric(
            "feature-distance",
            "none",
            "[0, 4]",
            Meaning.LESS_IS_LEAK,
            "Feature distance \u2193",
            FigureFormat.THREE,
            "distance of a reconstruction in the layers of a separately trained classifier, like LPIPS without learned weights");
    public static final Metric LABEL_AUC = new Metric(
            "label-auc",
            "none",
            "[0.5, 1]",
            Meaning.MORE_IS_LEAK,
            "Label AUC \u2191",
            FigureFormat.THREE,
            "area under the ROC curve of labels inferred for two classes: the larger of it and 1 less it, since an attack"
                    + " that is upside down tells as much");
    public static final Metric LABEL_ACCURACY = new Metric(
            "label-accuracy",
            "share",
            "[0, 1]",
            Meaning.MORE_IS_LEAK,
            "Labels right \u2191",
            FigureFormat.PERCENT,
            "private labels inferred rightly; of attacks that tell classes apart without knowing which is which, under the"
                    + " names that fit best");
    public static final Metric DCOR = new Metric(
            "dcor",
            "none",
            "[0, 1]",
            Meaning.MORE_IS_LEAK,
            "dCor V",
            FigureFormat.THREE,
            "distance correlation of inputs and smashed data, V-statistic; compare at one n only");
    public static final Metric DCOR_BIAS_CORRECTED = new Metric(
            "dcor-bias-corrected",
            "none",
            "[-1, 1]",
            Meaning.MORE_IS_LEAK,
            "dCor\u00b2 U",
            FigureFormat.THREE,
            "bias-corrected squared distance correlation; around 0 without dependence");
    public static final Metric DCOR_NULL_HIGH = new Metric(
            "dcor-null-high",
            "none",
            "[-1, 1]",
            Meaning.MORE_IS_LEAK,
            "dCor\u00b2 U null",
            FigureFormat.THREE,
            "bias-corrected value that 97.5 % of shuffled pairings stay below");
    public static final Metric DCOR_NULL_P = new Metric(
            "dcor-null-p",
            "probability",
            "(0, 1]",
            Meaning.LESS_IS_LEAK,
            "p",
            FigureFormat.THREE,
            "chance of such a bias-corrected value if pairs were shuffled");
    public static final Metric DCOR_N = new Metric(
            "dcor-n",
            "records",
            "[4, ∞)",
            Meaning.CONDITION,
            "dCor n",
            FigureFormat.WHOLE,
            "records that distance correlation was taken on");
    public static final Metric LABEL_DISTRIBUTION_DISTANCE = new Metric(
            "class-mix-distance",
            "share",
            "[0, 1]",
            Meaning.LESS_IS_LEAK,
            "Label distribution distance \u2193",
            FigureFormat.THREE,
            "total variation distance of a client's inferred label distribution to the true one: half the sum of differences");
    public static final Metric LABEL_DISTRIBUTION_ERROR = new Metric(
            "class-mix-error",
            "share",
            "[0, 1]",
            Meaning.LESS_IS_LEAK,
            "Label distribution error \u2193",
            FigureFormat.THREE,
            "mean absolute error of a class's share among a client's records");
    public static final Metric ATTACK_VALIDATION_LOSS = new Metric(
            "attack-validation-loss",
            "the attack's own",
            "[0, ∞)",
            Meaning.CONDITION,
            "Validation loss",
            FigureFormat.FOUR,
            "loss on the attacker's own validation records, by which the strongest candidate is chosen");
    public static final Metric ATTACK_CONVERGED = new Metric(
            "attack-converged",
            "share",
            "[0, 1]",
            Meaning.CONDITION,
            "Converged",
            FigureFormat.PERCENT,
            "1 when the attacker's training ended because validation no longer improved, else 0");
    public static final Metric MEMBERSHIP_AUC = new Metric(
            "membership-auc",
            "share",
            "[0, 1]",
            Meaning.MORE_IS_LEAK,
            "AUC \u2191",
            FigureFormat.THREE,
            "chance that a record that was trained on gets a higher membership score than one that was not; .5 by guessing");
    public static final Metric MEMBERSHIP_BALANCED_ACCURACY = new Metric(
            "membership-balanced-accuracy",
            "share",
            "[0, 1]",
            Meaning.MORE_IS_LEAK,
            "Told right \u2191",
            FigureFormat.PERCENT,
            "candidates told right when the half with the higher scores is called members; .5 by guessing");
    public static final Metric MEMBERSHIP_TPR_AT_1_PERCENT = new Metric(
            "membership-tpr-at-1-percent-fpr",
            "share",
            "[0, 1]",
            Meaning.MORE_IS_LEAK,
            "TPR at 1% FPR \u2191",
            FigureFormat.PERCENT,
            "members found when at most 1 % of the non-members are called members too; .01 by guessing");
    public static final Metric MEMBERSHIP_TPR_AT_TENTH_PERCENT = new Metric(
            "membership-tpr-at-0.1-percent-fpr",
            "share",
            "[0, 1]",
            Meaning.MORE_IS_LEAK,
            "TPR at 0.1% FPR \u2191",
            FigureFormat.PERCENT,
            "members found when at most 0.1 % of the non-members are called members too; .001 by guessing");
    public static final Metric MEMBERSHIP_NON_MEMBERS = new Metric(
            "membership-non-members",
            "records",
            "[1, ∞)",
            Meaning.CONDITION,
            "Non-members",
            FigureFormat.WHOLE,
            "candidates that were not trained on; with fewer than 1,000 no share of 0.1 % of them exists but 0");
    public static final Metric HIJACK_DETECTED_AFTER = new Metric(
            "hijack-detected-after",
            "batches",
            "[1, ∞)",
            Meaning.CONDITION,
            "Detected after",
            FigureFormat.WHOLE,
            "batches that clients had sent when one noticed that the server does not follow the protocol, and stopped");
    public static final Metric MEAN_ABSOLUTE_ERROR = new Metric(
            "mean-absolute-error",
            "the data's own",
            "[0, ∞)",
            Meaning.UTILITY,
            "MAE",
            FigureFormat.TWO,
            "mean absolute error of the numbers predicted for test records");
    public static final Metric PRIVACY = new Metric(
            "privacy-epsilon",
            "none",
            "[0, ∞)",
            Meaning.CONDITION,
            "\u03b5",
            FigureFormat.TWO,
            "differential privacy that training has spent, of the client that spent most");
    public static final Metric COLLAPSED = new Metric(
            "training-collapsed",
            "share",
            "[0, 1]",
            Meaning.CONDITION,
            "Collapsed",
            FigureFormat.PERCENT,
            "1 where the trained network tells nothing: accuracy at chance, the same output or the same smashed data for every"
                    + " record; only then stored");
    public static final Metric TRAINING_SECONDS = new Metric(
            "training-seconds",
            "s",
            "[0, ∞)",
            Meaning.CONDITION,
            "Training s",
            FigureFormat.ONE,
            "seconds of training, without tests and attacks");
    public static final Metric SENT_TO_SERVER = new Metric(
            "megabytes-to-server",
            "MB",
            "[0, ∞)",
            Meaning.CONDITION,
            "To server MB",
            FigureFormat.ONE,
            "megabytes (10^6 bytes) that the clients sent during training");
    public static final Metric SENT_TO_CLIENTS = new Metric(
            "megabytes-to-clients",
            "MB",
            "[0, ∞)",
            Meaning.CONDITION,
            "To clients MB",
            FigureFormat.ONE,
            "megabytes that went back to the clients");
    public static final Metric SENT_BETWEEN_CLIENTS = new Metric(
            "megabytes-between-clients",
            "MB",
            "[0, ∞)",
            Meaning.CONDITION,
            "Between clients MB",
            FigureFormat.ONE,
            "megabytes between clients, and to and from relays and a store of weights");
    public static final Metric SENT_BY_FORMULA = new Metric(
            "megabytes-by-formula",
            "MB",
            "[0, ∞)",
            Meaning.CONDITION,
            "Formula MB",
            FigureFormat.ONE,
            "megabytes in all directions by the formulas of Singh et al. (2019)");
    public static final Metric CLIENT_OPERATIONS = new Metric(
            "client-giga-operations",
            "GFLOP",
            "[0, ∞)",
            Meaning.CONDITION,
            "Clients GFLOP",
            FigureFormat.ONE,
            "floating-point operations (10^9) that all clients together spent on training");
    public static final Metric SERVER_OPERATIONS = new Metric(
            "server-giga-operations",
            "GFLOP",
            "[0, ∞)",
            Meaning.CONDITION,
            "Server GFLOP",
            FigureFormat.ONE,
            "floating-point operations (10^9) that the server and relays spent on training");

    private static final List<Metric> OURS = List.of(
            ACCURACY,
            LOSS,
            MSE,
            PSNR,
            SSIM,
            CLASSIFIER_ACCURACY,
            FEATURE_DISTANCE,
            REIDENTIFICATION,
            REIDENTIFICATION_TOP_5,
            FEATURE_REIDENTIFICATION,
            FEATURE_REIDENTIFICATION_TOP_5,
            REIDENTIFICATION_GALLERY,
            LABEL_AUC,
            LABEL_ACCURACY,
            DCOR,
            DCOR_BIAS_CORRECTED,
            DCOR_NULL_HIGH,
            DCOR_NULL_P,
            DCOR_N,
            LABEL_DISTRIBUTION_DISTANCE,
            LABEL_DISTRIBUTION_ERROR,
            ATTACK_VALIDATION_LOSS,
            ATTACK_CONVERGED,
            MEMBERSHIP_AUC,
            MEMBERSHIP_BALANCED_ACCURACY,
            MEMBERSHIP_TPR_AT_1_PERCENT,
            MEMBERSHIP_TPR_AT_TENTH_PERCENT,
            MEMBERSHIP_NON_MEMBERS,
            HIJACK_DETECTED_AFTER,
            MEAN_ABSOLUTE_ERROR,
            PRIVACY,
            COLLAPSED,
            TRAINING_SECONDS,
            SENT_TO_SERVER,
            SENT_TO_CLIENTS,
            SENT_BETWEEN_CLIENTS,
            SENT_BY_FORMULA,
            CLIENT_OPERATIONS,
            SERVER_OPERATIONS);

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

    /** @throws IllegalArgumentException when it could not be told from others or read in a table */
    public Metric {
        if (label.isBlank() || heading.isBlank()) {
            throw new IllegalArgumentException("The metric (" + label + ") has the heading (" + heading
                    + "); give it a name and a heading that are not blank.");
        }
    }

    /** The values it can have, as numbers. */
    public Bounds bounds() {
        return Bounds.of(range);
    }

    /** Every metric of ours, in the order in which lists show them. */
    public static List<Metric> ours() {
        return OURS;
    }

    /** The name of every metric of ours. */
    public static List<String> labels() {
        return OURS.stream().map(Metric::label).toList();
    }

    /** The metric of ours of that name. */
    public static Optional<Metric> ofOurs(String label) {
        return OURS.stream().filter(metric -> metric.label().equals(label)).findFirst();
    }

    /** Whether it is one of ours, and not a plug-in's. */
    public boolean isOurs() {
        return OURS.contains(this);
    }
}
