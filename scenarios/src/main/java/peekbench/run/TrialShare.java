package peekbench.run;

/** How much of a trial is done, from what the trial reports. Training counts for 40 % when attacks follow it. */
public final class TrialShare {
    private static final double TRAINING = .4;
    private static final double BEFORE_LAST_SCORES = .95;

    private final boolean attacked;
    private double done;

    public TrialShare(boolean attacked) {
        this.attacked = attacked;
    }

    /** After a training epoch. */
    public double epoch(int epoch, int epochs) {
        return advance((attacked ? TRAINING : 1) * epoch / Math.max(1, epochs));
    }

    /** In a phase after training; the phase is named by {@link peekbench.trial.TrialProgress}. */
    public double phase(String what, double fraction) {
        if (what.startsWith("attack")) {
            return advance(TRAINING + (BEFORE_LAST_SCORES - TRAINING) * fraction);
        }
        return advance(fraction > 0 ? BEFORE_LAST_SCORES : done);
    }

    /** Never backwards: a second attack begins at 0 again. */
    private double advance(double to) {
        done = Math.max(done, to);
        return done;
    }
}
