package peekbench.trial;

/** How much of a trial is done, from what the trial reports. Training counts for 40 % when attacks follow it. */
final class TrialShare {
    private static final double TRAINING = .4;
    private static final double BEFORE_LAST_SCORES = .95;

    private final int attacks;
    private double done;

    /** @param attacks that the trial mounts */
    TrialShare(int attacks) {
        this.attacks = attacks;
    }

    double done() {
        return done;
    }

    /** After a training epoch. */
    double epoch(int epoch, int epochs) {
        return advance((attacks > 0 ? TRAINING : 1) * epoch / Math.max(1, epochs));
    }

    /** In an attack, whose place is counted from 1. */
    double attack(int place, double fraction) {
        double share = (Math.min(place, attacks) - 1 + fraction) / Math.max(1, attacks);
        return advance(TRAINING + (BEFORE_LAST_SCORES - TRAINING) * share);
    }

    /** Never backwards: attacks during training come before its last epoch. */
    private double advance(double to) {
        done = Math.max(done, Math.min(1, to));
        return done;
    }
}
