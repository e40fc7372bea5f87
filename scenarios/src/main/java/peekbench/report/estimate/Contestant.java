package peekbench.report.estimate;

import java.util.List;
import java.util.stream.Stream;
import peekbench.evaluation.Contestants;

/** What the name of a contestant in a {@link peekbench.evaluation.Score} says about it. */
public enum Contestant {
    /** The strongest candidate of an attack. */
    ATTACK("attack"),
    /** The strongest candidate of an attack on a network that was still being trained. */
    DURING_TRAINING("attack during training"),
    /** One of the strengths that an attack tried. */
    STRENGTH("strength of an attack"),
    /** Who knows nothing of the record at hand. */
    FLOOR("floor"),
    /** Who is handed the record itself. */
    CEILING("ceiling");

    private static final List<String> FLOORS = List.of(
            Contestants.MEAN_IMAGE,
            Contestants.MAJORITY_CLASS,
            Contestants.UNTRAINED_CLIENT,
            Contestants.AUXILIARY_MIX,
            Contestants.UNIFORM_MIX);
    private static final List<String> CEILINGS = List.of(Contestants.IDENTITY_CLIENT, Contestants.ORIGINALS);

    private static final List<String> RECONSTRUCTIONS = Stream.of(
                    Column.SSIM, Column.PSNR, Column.MSE, Column.CLASSIFIER_ACCURACY)
            .map(Column::metric)
            .toList();
    private static final List<String> OTHER_CLAIMS = Stream.of(
                    Column.LABEL_AUC, Column.LABEL_ACCURACY, Column.CLASS_MIX_DISTANCE)
            .map(Column::metric)
            .toList();

    private final String label;

    Contestant(String label) {
        this.label = label;
    }

    /** The word for it in tables and files. */
    public String label() {
        return label;
    }

    /** The kind of the contestant of that name. */
    public static Contestant of(String name) {
        // A floor or ceiling of one of several attacks has that attack's name behind the slash.
        String before = name.split("/", 2)[0];
        if (FLOORS.contains(before)) {
            return FLOOR;
        }
        if (CEILINGS.contains(before)) {
            return CEILING;
        }
        if (name.contains("/")) {
            return STRENGTH;
        }
        return Contestants.epochOf(name).isPresent() ? DURING_TRAINING : ATTACK;
    }

    /** Metrics of what a contestant claims to have learned: they stand in its own rows only. */
    public static boolean isClaim(String metric) {
        return isReconstruction(metric) || OTHER_CLAIMS.contains(metric);
    }

    /** Metrics that compare a reconstruction with the original. */
    public static boolean isReconstruction(String metric) {
        return RECONSTRUCTIONS.contains(metric);
    }
}
