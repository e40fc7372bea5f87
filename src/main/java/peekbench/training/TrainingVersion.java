package peekbench.training;

/**
 * Which trainings are the same: a victim that was trained under another version is not taken for one of this. It is raised
 * whenever training computes anything else than before, by more than processors differ in the last digits; a test holds what
 * it computes under every protocol and with every defense to stored numbers of this version.
 */
public final class TrainingVersion {
    /** The version of this software. */
    public static final int CURRENT = 1;

    private TrainingVersion() {}
}
