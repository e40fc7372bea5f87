package peekbench.report.estimate;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.apiguardian.api.API;
import peekbench.evaluation.Score;
import peekbench.metric.Metric;
import peekbench.result.StoredTrial;

/**
 * A figure of the tables: what it measures and what it means in plain words. The constants are of our metrics; those of
 * plug-ins' metrics are made from the scores at hand.
 *
 * @param metric says what it is called and how it is written
 * @param about what it is about
 * @param intervalOverImages whether the interval of a single score is one over images, and not, say, the range under a null
 *     hypothesis
 * @param meaning what the figure means, for readers of the report
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1.0")
public record Column(Metric metric, About about, boolean intervalOverImages, String meaning) {
    public static final Column ACCURACY = new Column(
            Metric.ACCURACY,
            About.CIRCUMSTANCE,
            true,
            "Share of unseen records that the trained network classifies rightly: what a defense costs.");
    public static final Column MEAN_ABSOLUTE_ERROR = new Column(
            Metric.MEAN_ABSOLUTE_ERROR,
            About.CIRCUMSTANCE,
            false,
            "Mean absolute error of the numbers predicted for unseen records, in the data's unit.");
    public static final Column TEST_LOSS = new Column(
            Metric.LOSS,
            About.CIRCUMSTANCE,
            false,
            "Mean task loss on unseen records of the weights that were kept: those of the last epoch, or with early"
                    + " stopping the best.");
    public static final Column PRIVACY = new Column(
            Metric.PRIVACY,
            About.CIRCUMSTANCE,
            false,
            "What training has spent of differential privacy, of the client that spent most, for the \u03b4 that the arm"
                    + " states: by it the odds of any guess about one record can grow by at most a factor of exp(\u03b5). What"
                    + " it covers differs between protocols and stands below the table: compare it only where that is the same."
                    + " It assumes that each record is in a batch by chance (Poisson sampling), while batches are runs of a"
                    + " shuffled order. \u221e is no bound at all.");
    public static final Column TRAINING_SECONDS = new Column(
            Metric.TRAINING_SECONDS, About.CIRCUMSTANCE, false, "Seconds of training, without tests and attacks.");
    public static final Column SENT_TO_SERVER = new Column(
            Metric.SENT_TO_SERVER,
            About.CIRCUMSTANCE,
            false,
            "Megabytes (10^6 bytes) that the clients sent during training, as the codec writes them.");
    public static final Column SENT_TO_CLIENTS =
            new Column(Metric.SENT_TO_CLIENTS, About.CIRCUMSTANCE, false, "Megabytes that went back to the clients.");
    public static final Column SENT_BETWEEN_CLIENTS = new Column(
            Metric.SENT_BETWEEN_CLIENTS,
            About.CIRCUMSTANCE,
            false,
            "Megabytes between clients, and to and from relays and a store of weights.");
    public static final Column SENT_BY_FORMULA = new Column(
            Metric.SENT_BY_FORMULA,
            About.CIRCUMSTANCE,
            false,
            "Megabytes in all directions by the formulas of Singh et al. (2019), which count smashed data, their gradients"
                    + " and weights handed on once an epoch, and neither labels nor an optimiser's memory.");
    public static final Column CLIENT_OPERATIONS = new Column(
            Metric.CLIENT_OPERATIONS,
            About.CIRCUMSTANCE,
            false,
            "Floating-point operations (10^9) that all clients together spent on training; a multiplication and an"
                    + " addition count as two.");
    public static final Column SERVER_OPERATIONS = new Column(
            Metric.SERVER_OPERATIONS,
            About.CIRCUMSTANCE,
            false,
            "Floating-point operations (10^9) that the server and relays spent on training.");
    public static final Column DISTANCE_CORRELATION = new Column(
            Metric.DCOR,
            About.CIRCUMSTANCE,
            false,
            "Distance correlation between inputs and smashed data, the V-statistic that NoPeek trains on and papers"
                    + " print. Between 0 and 1. It depends on the number of records: with many dimensions and few"
                    + " records even independent data come close to 1, so never compare values at different n.");
    public static final Column BIAS_CORRECTED_DISTANCE_CORRELATION = new Column(
            Metric.DCOR_BIAS_CORRECTED,
            About.CIRCUMSTANCE,
            false,
            "Squared distance correlation corrected for that bias (U-centred). Independent data give 0 on average; it"
                    + " may be negative.");
    public static final Column PERMUTATION_P = new Column(
            Metric.DCOR_NULL_P,
            About.CIRCUMSTANCE,
            false,
            "Share of random pairings of inputs and smashed data whose bias-corrected distance correlation is at least"
                    + " as high. Small means that the smashed data do depend on the inputs.");
    public static final Column SSIM = new Column(
            Metric.SSIM,
            About.RECONSTRUCTION,
            true,
            "Structural similarity of each reconstruction to its original, averaged over the records: 1 is the picture"
                    + " itself, about 0 is unrelated. Higher is more leak.");
    public static final Column PSNR = new Column(
            Metric.PSNR,
            About.RECONSTRUCTION,
            true,
            "Peak signal-to-noise ratio with peak 1, in decibels. Higher is more leak.");
    public static final Column MSE = new Column(
            Metric.MSE, About.RECONSTRUCTION, true, "Mean squared error of pixels in [0, 1]. Lower is more leak.");
    public static final Column CLASSIFIER_ACCURACY = new Column(
            Metric.CLASSIFIER_ACCURACY,
            About.RECONSTRUCTION,
            true,
            "Accuracy of a classifier, trained on other clean records, that reads the reconstructions: how much of the"
                    + " label survives in them. Read it beside that of the originals, which is what it can reach. Higher is more"
                    + " leak.");
    public static final Column FEATURE_DISTANCE = new Column(
            Metric.FEATURE_DISTANCE,
            About.RECONSTRUCTION,
            true,
            "How far a reconstruction is from its original in the layers of that classifier: the mean squared difference of"
                    + " features of length 1, as in LPIPS (Zhang et al. 2018) but without learned weights and of a small network"
                    + " trained on these data, so it compares within one data set. 0 is the picture itself. Lower is more leak.");
    public static final Column REIDENTIFICATION = new Column(
            Metric.REIDENTIFICATION,
            About.RECONSTRUCTION,
            true,
            "Share of reconstructions to which their own original is the nearest of all attacked records of that set, the"
                    + " gallery: by distance of pixels, for tables of columns in their standard deviations. Whoever gets a picture"
                    + " that looks nothing like the original may still know for sure whose it is. Higher is more leak.");
    public static final Column REIDENTIFICATION_TOP_5 = new Column(
            Metric.REIDENTIFICATION_TOP_5,
            About.RECONSTRUCTION,
            true,
            "The same, where the original may be among the five nearest.");
    public static final Column FEATURE_REIDENTIFICATION = new Column(
            Metric.FEATURE_REIDENTIFICATION,
            About.RECONSTRUCTION,
            true,
            "The same share by distance of the features on which that classifier decides. Higher is more leak.");
    public static final Column FEATURE_REIDENTIFICATION_TOP_5 = new Column(
            Metric.FEATURE_REIDENTIFICATION_TOP_5,
            About.RECONSTRUCTION,
            true,
            "The same, where the original may be among the five nearest.");
    public static final Column LABEL_DISTRIBUTION_DISTANCE = new Column(
            Metric.LABEL_DISTRIBUTION_DISTANCE,
            About.CLAIM,
            true,
            "Total variation distance between the label distribution that is inferred of a client and its true one,"
                    + " averaged over the clients: 0 is the distribution itself, 1 is nothing in common. Lower is more leak.");
    public static final Column LABEL_AUC = new Column(
            Metric.LABEL_AUC,
            About.CLAIM,
            true,
            "How well inferred labels of two classes are ordered: the chance that a record of one class gets more evidence"
                    + " for it than one of the other. .5 is chance, 1 is certainty; a value below .5 is shown as 1 less it,"
                    + " since an attack that is upside down tells as much. Higher is more leak.");
    public static final Column LABEL_ACCURACY = new Column(
            Metric.LABEL_ACCURACY,
            About.CLAIM,
            true,
            "Share of private labels inferred rightly; of attacks that tell classes apart without knowing which is which,"
                    + " under the names that fit best. Read it beside the majority class. Higher is more leak.");
    public static final Column MEMBERSHIP_AUC = new Column(
            Metric.MEMBERSHIP_AUC,
            About.CIRCUMSTANCE,
            true,
            "Chance that a record that was trained on gets a higher score than one that was not. Guessing gives 0.5."
                    + " Higher is more leak.");
    public static final Column MEMBERSHIP_BALANCED_ACCURACY = new Column(
            Metric.MEMBERSHIP_BALANCED_ACCURACY,
            About.CIRCUMSTANCE,
            true,
            "Balanced accuracy of an attacker who knows that half of the candidates were trained on and names the half"
                    + " with the higher scores. Guessing gives 50 %. Higher is more leak.");
    public static final Column MEMBERSHIP_TPR_AT_1_PERCENT = new Column(
            Metric.MEMBERSHIP_TPR_AT_1_PERCENT,
            About.CIRCUMSTANCE,
            true,
            "Share of the records trained on that are found when at most 1 % of the others are taken for such. Guessing"
                    + " gives 1 %. Higher is more leak.");
    public static final Column MEMBERSHIP_TPR_AT_TENTH_PERCENT = new Column(
            Metric.MEMBERSHIP_TPR_AT_TENTH_PERCENT,
            About.CIRCUMSTANCE,
            true,
            "The same at 0.1 %: how many records an attacker is nearly sure of. Guessing gives 0.1 %. Higher is more"
                    + " leak.");
    public static final Column HIJACK_DETECTED_AFTER = new Column(
            Metric.HIJACK_DETECTED_AFTER,
            About.CIRCUMSTANCE,
            false,
            "Batches that clients had sent when one noticed that its server does not follow the protocol, and stopped."
                    + " Empty where nobody did. Reconstructions are what the server had by then.");

    private static final List<Column> OURS = List.of(
            ACCURACY,
            MEAN_ABSOLUTE_ERROR,
            TEST_LOSS,
            PRIVACY,
            TRAINING_SECONDS,
            SENT_TO_SERVER,
            SENT_TO_CLIENTS,
            SENT_BETWEEN_CLIENTS,
            SENT_BY_FORMULA,
            CLIENT_OPERATIONS,
            SERVER_OPERATIONS,
            DISTANCE_CORRELATION,
            BIAS_CORRECTED_DISTANCE_CORRELATION,
            PERMUTATION_P,
            SSIM,
            REIDENTIFICATION,
            REIDENTIFICATION_TOP_5,
            FEATURE_REIDENTIFICATION,
            FEATURE_REIDENTIFICATION_TOP_5,
            FEATURE_DISTANCE,
            PSNR,
            MSE,
            CLASSIFIER_ACCURACY,
            LABEL_DISTRIBUTION_DISTANCE,
            LABEL_AUC,
            LABEL_ACCURACY,
            MEMBERSHIP_AUC,
            MEMBERSHIP_BALANCED_ACCURACY,
            MEMBERSHIP_TPR_AT_1_PERCENT,
            MEMBERSHIP_TPR_AT_TENTH_PERCENT,
            HIJACK_DETECTED_AFTER);

    /** What a figure can be about. */
    public enum About {
        /** How near a reconstruction comes to the original. */
        RECONSTRUCTION,
        /** What else an attack or a reference claims to have learned. */
        CLAIM,
        /** The network, its training, or what is true of a whole arm. */
        CIRCUMSTANCE
    }

    /** The column of a metric: of ours that which tables have for it, if any; of a plug-in's, one about reconstructions. */
    public static Optional<Column> of(Metric metric) {
        return Metric.ofOurs(metric.label()).isPresent()
                ? OURS.stream().filter(column -> column.shows(metric)).findFirst()
                : Optional.of(new Column(metric, About.RECONSTRUCTION, true, metric.summary() + leak(metric)));
    }

    private static String leak(Metric metric) {
        return switch (metric.meaning()) {
            case MORE_IS_LEAK -> ". Higher is more leak.";
            case LESS_IS_LEAK -> ". Lower is more leak.";
            case UTILITY, CONDITION -> ".";
        };
    }

    /** Columns of the plug-ins' metrics that trials have scores of, by name; of one name the first description counts. */
    public static List<Column> further(List<StoredTrial> trials) {
        TreeMap<String, Column> further = new TreeMap<>();
        trials.stream()
                .flatMap(trial -> trial.scores().stream())
                .map(Score::metric)
                .filter(metric -> Metric.ofOurs(metric.label()).isEmpty())
                .forEach(metric -> of(metric).ifPresent(column -> further.putIfAbsent(metric.label(), column)));
        return List.copyOf(further.values());
    }

    /** In the order in which a report explains them: ours, then plug-ins' as they come. */
    public static Comparator<Column> order() {
        return Comparator.comparingInt(column -> OURS.contains(column) ? OURS.indexOf(column) : OURS.size());
    }

    /** Whether it shows figures of that kind. */
    public boolean shows(Metric measured) {
        return metric.label().equals(measured.label());
    }

    /** Whether it compares a reconstruction with the original. */
    public boolean isReconstruction() {
        return about == About.RECONSTRUCTION;
    }

    /** Whether it says what an attack or a reference claims to have learned: such figures stand in its own rows only. */
    public boolean isClaim() {
        return about != About.CIRCUMSTANCE;
    }

    /** Short heading; an arrow points to more leak. */
    public String heading() {
        return metric.heading();
    }

    /**
     * The mean, and behind it what is known of its uncertainty: {@code 0.812±0.013}, half the width of an interval above 0, or
     * {@code 0.812 [0.790, 0.834]}, its ends where it is the range of few seeds or is cut off.
     */
    public String write(Estimate estimate) {
        String spread = writeSpread(estimate);
        return writeMean(estimate) + (spread.startsWith("[") ? " " : "") + spread;
    }

    /** The mean alone. */
    public String writeMean(Estimate estimate) {
        return metric.format().write(estimate.mean());
    }

    /** What stands behind the mean; empty where nothing is known. */
    public String writeSpread(Estimate estimate) {
        if (shows(Metric.DCOR_NULL_P)) {
            return "";
        }
        return estimate.interval()
                .filter(around -> around.high() > around.low())
                .map(around -> estimate.over() == Estimate.Spread.RANGE
                                || estimate.over() == Estimate.Spread.PROCESSORS
                                || estimate.isLopsided()
                        ? "[" + metric.format().write(around.low()) + ", "
                                + metric.format().write(around.high()) + "]"
                        : "\u00b1" + metric.format().write((around.high() - around.low()) / 2))
                .orElse("");
    }
}
