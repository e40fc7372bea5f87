package peekbench.report.estimate;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import peekbench.metric.Metric;

/** A figure of the tables: where it comes from, how it is written and what it means in plain words. */
public enum Column {
    ACCURACY(
            Metric.ACCURACY.label(),
            "Accuracy",
            Format.PERCENT,
            true,
            "Share of unseen records that the trained network classifies rightly: what a defense costs."),
    MEAN_ABSOLUTE_ERROR(
            "mean-absolute-error",
            "MAE",
            Format.TWO,
            false,
            "Mean absolute error of the numbers predicted for unseen records, in the data's unit."),
    TEST_LOSS(
            Metric.LOSS.label(),
            "Test loss",
            Format.THREE,
            false,
            "Mean task loss on unseen records of the weights that were kept: those of the last epoch, or with early"
                    + " stopping the best."),
    PRIVACY(
            "privacy-epsilon",
            "\u03b5",
            Format.TWO,
            false,
            "What training has spent of differential privacy, of the client that spent most, for the \u03b4 that the arm"
                    + " states: by it the odds of any guess about one record can grow by at most a factor of exp(\u03b5). It"
                    + " covers what that client's layers learned, and assumes that each record is in a batch by chance"
                    + " (Poisson sampling), while batches are runs of a shuffled order."),
    TRAINING_SECONDS(
            "training-seconds", "Training s", Format.ONE, false, "Seconds of training, without tests and attacks."),
    SENT_TO_SERVER(
            "megabytes-to-server",
            "To server MB",
            Format.ONE,
            false,
            "Megabytes (10^6 bytes) that the clients sent during training, as the codec writes them."),
    SENT_TO_CLIENTS(
            "megabytes-to-clients", "To clients MB", Format.ONE, false, "Megabytes that went back to the clients."),
    SENT_BETWEEN_CLIENTS(
            "megabytes-between-clients",
            "Between clients MB",
            Format.ONE,
            false,
            "Megabytes between clients, and to and from relays and a store of weights."),
    SENT_BY_FORMULA(
            "megabytes-by-formula",
            "Formula MB",
            Format.ONE,
            false,
            "Megabytes in all directions by the formulas of Singh et al. (2019), which count smashed data, their gradients"
                    + " and weights handed on once an epoch, and neither labels nor an optimiser's memory."),
    CLIENT_OPERATIONS(
            "client-giga-operations",
            "Clients GFLOP",
            Format.ONE,
            false,
            "Floating-point operations (10^9) that all clients together spent on training; a multiplication and an"
                    + " addition count as two."),
    SERVER_OPERATIONS(
            "server-giga-operations",
            "Server GFLOP",
            Format.ONE,
            false,
            "Floating-point operations (10^9) that the server and relays spent on training."),
    DISTANCE_CORRELATION(
            Metric.DCOR.label(),
            "dCor V",
            Format.THREE,
            false,
            "Distance correlation between inputs and smashed data, the V-statistic that NoPeek trains on and papers"
                    + " print. Between 0 and 1. It depends on the number of records: with many dimensions and few"
                    + " records even independent data come close to 1, so never compare values at different n."),
    BIAS_CORRECTED_DISTANCE_CORRELATION(
            Metric.DCOR_BIAS_CORRECTED.label(),
            "dCor\u00b2 U",
            Format.THREE,
            false,
            "Squared distance correlation corrected for that bias (U-centred). Independent data give 0 on average; it"
                    + " may be negative."),
    PERMUTATION_P(
            Metric.DCOR_NULL_P.label(),
            "p",
            Format.THREE,
            false,
            "Share of random pairings of inputs and smashed data whose bias-corrected distance correlation is at least"
                    + " as high. Small means that the smashed data do depend on the inputs."),
    SSIM(
            Metric.SSIM.label(),
            "SSIM \u2191",
            Format.THREE,
            true,
            "Structural similarity of each reconstruction to its original, averaged over the records: 1 is the picture"
                    + " itself, about 0 is unrelated. Higher is more leak."),
    PSNR(
            Metric.PSNR.label(),
            "PSNR dB \u2191",
            Format.TWO,
            true,
            "Peak signal-to-noise ratio with peak 1, in decibels. Higher is more leak."),
    MSE(
            Metric.MSE.label(),
            "MSE \u2193",
            Format.FOUR,
            true,
            "Mean squared error of pixels in [0, 1]. Lower is more leak."),
    CLASSIFIER_ACCURACY(
            Metric.CLASSIFIER_ACCURACY.label(),
            "Recognition accuracy \u2191",
            Format.PERCENT,
            true,
            "Accuracy of a classifier, trained on other clean records, that reads the reconstructions: how much of the"
                    + " label survives in them. Higher is more leak."),
    LABEL_DISTRIBUTION_DISTANCE(
            Metric.LABEL_DISTRIBUTION_DISTANCE.label(),
            "Label distribution distance \u2193",
            Format.THREE,
            true,
            "Total variation distance between the label distribution that is inferred of a client and its true one,"
                    + " averaged over the clients: 0 is the distribution itself, 1 is nothing in common. Lower is more leak."),
    LABEL_AUC(
            Metric.LABEL_AUC.label(),
            "Label AUC \u2191",
            Format.THREE,
            true,
            "How well inferred labels of two classes are ordered: the chance that a record of one class gets more evidence"
                    + " for it than one of the other. .5 is chance, 1 is certainty; a value below .5 is shown as 1 less it,"
                    + " since an attack that is upside down tells as much. Higher is more leak."),
    LABEL_ACCURACY(
            Metric.LABEL_ACCURACY.label(),
            "Labels right \u2191",
            Format.PERCENT,
            true,
            "Share of private labels inferred rightly; of attacks that tell classes apart without knowing which is which,"
                    + " under the names that fit best. Read it beside the majority class. Higher is more leak."),
    MEMBERSHIP_AUC(
            Metric.MEMBERSHIP_AUC.label(),
            "AUC \u2191",
            Format.THREE,
            true,
            "Chance that a record that was trained on gets a higher score than one that was not. Guessing gives 0.5."
                    + " Higher is more leak."),
    MEMBERSHIP_BALANCED_ACCURACY(
            Metric.MEMBERSHIP_BALANCED_ACCURACY.label(),
            "Told right \u2191",
            Format.PERCENT,
            true,
            "Balanced accuracy of an attacker who knows that half of the candidates were trained on and names the half"
                    + " with the higher scores. Guessing gives 50 %. Higher is more leak."),
    MEMBERSHIP_TPR_AT_1_PERCENT(
            Metric.MEMBERSHIP_TPR_AT_1_PERCENT.label(),
            "TPR at 1% FPR \u2191",
            Format.PERCENT,
            true,
            "Share of the records trained on that are found when at most 1 % of the others are taken for such. Guessing"
                    + " gives 1 %. Higher is more leak."),
    MEMBERSHIP_TPR_AT_TENTH_PERCENT(
            Metric.MEMBERSHIP_TPR_AT_TENTH_PERCENT.label(),
            "TPR at 0.1% FPR \u2191",
            Format.PERCENT,
            true,
            "The same at 0.1 %: how many records an attacker is nearly sure of. Guessing gives 0.1 %. Higher is more"
                    + " leak."),
    HIJACK_DETECTED_AFTER(
            Metric.HIJACK_DETECTED_AFTER.label(),
            "Detected after",
            Format.WHOLE,
            false,
            "Batches that clients had sent when one noticed that its server does not follow the protocol, and stopped."
                    + " Empty where nobody did. Reconstructions are what the server had by then.");

    private static final Set<Column> RECONSTRUCTIONS = EnumSet.of(SSIM, PSNR, MSE, CLASSIFIER_ACCURACY);
    private static final Set<Column> OTHER_CLAIMS = EnumSet.of(LABEL_AUC, LABEL_ACCURACY, LABEL_DISTRIBUTION_DISTANCE);

    private final String metric;
    private final String heading;
    private final Format format;
    private final boolean intervalOverImages;
    private final String meaning;

    Column(String metric, String heading, Format format, boolean intervalOverImages, String meaning) {
        this.metric = metric;
        this.heading = heading;
        this.format = format;
        this.intervalOverImages = intervalOverImages;
        this.meaning = meaning;
    }

    /** Name in scores and CSV files. */
    public String metric() {
        return metric;
    }

    /** Whether it shows figures of that kind. */
    public boolean shows(Metric measured) {
        return metric.equals(measured.label());
    }

    /** Whether a column of that kind shows such figures. */
    public static boolean anyShows(Metric measured, Predicate<Column> kind) {
        return Arrays.stream(values()).filter(kind).anyMatch(column -> column.shows(measured));
    }

    /** Whether it compares a reconstruction with the original. */
    public boolean isReconstruction() {
        return RECONSTRUCTIONS.contains(this);
    }

    /** Whether it says what an attack or a reference claims to have learned: such figures stand in its own rows only. */
    public boolean isClaim() {
        return isReconstruction() || OTHER_CLAIMS.contains(this);
    }

    /** Short heading; an arrow points to more leak. */
    public String heading() {
        return heading;
    }

    /** What the figure means, for readers of the report. */
    public String meaning() {
        return meaning;
    }

    /** Whether the interval of a single score is one over images, and not, say, the range under a null hypothesis. */
    public boolean intervalOverImages() {
        return intervalOverImages;
    }

    /** The mean, and half the width of its interval where there is one above 0: {@code 0.812±0.013}. */
    public String write(Estimate estimate) {
        String mean = format.write(estimate.mean());
        return estimate.halfWidth()
                .filter(half -> half > 0 && this != PERMUTATION_P)
                .map(half -> mean + "\u00b1" + format.write(half))
                .orElse(mean);
    }

    private enum Format {
        PERCENT("%.1f%%", 100),
        WHOLE("%.0f", 1),
        ONE("%.1f", 1),
        TWO("%.2f", 1),
        THREE("%.3f", 1),
        FOUR("%.4f", 1);

        private final String pattern;
        private final double factor;

        Format(String pattern, double factor) {
            this.pattern = pattern;
            this.factor = factor;
        }

        String write(double value) {
            return Double.isInfinite(value) ? "\u221e" : String.format(Locale.ROOT, pattern, value * factor);
        }
    }
}
