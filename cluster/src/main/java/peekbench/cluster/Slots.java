package peekbench.cluster;

import java.util.concurrent.Semaphore;

/** The tasks that a cluster has room for, less those that run; it grows and shrinks as executors come and go. */
final class Slots extends Semaphore {
    private static final long serialVersionUID = 1;

    Slots() {
        super(0);
    }

    /** An executor has come, or has gone: then there may be less than no room, until trials have ended. */
    void change(int tasks) {
        if (tasks < 0) {
            reducePermits(-tasks);
        } else {
            release(tasks);
        }
    }
}
