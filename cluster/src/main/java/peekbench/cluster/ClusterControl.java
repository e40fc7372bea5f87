package peekbench.cluster;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import peekbench.engine.QueuedTrial;
import peekbench.engine.RunControl;

/**
 * Lets trials begin in their order, each when the run does and the cluster has room: so a run can be paused that has more
 * trials than cores.
 */
final class ClusterControl implements RunControl {
    private static final Logger LOG = LoggerFactory.getLogger(ClusterControl.class);
    private static final long LOOK_SECONDS = 1;
    private static final int LOOKS_IN_SILENCE = 60;

    private final RunControl run;
    private final Cluster cluster;
    private final Map<String, Turn> turns = new ConcurrentHashMap<>();
    private final Set<String> begun = ConcurrentHashMap.newKeySet();

    /**
     * When a trial may ask.
     *
     * @param before over when the trial before it has begun, or never will
     * @param over the same of this one
     */
    private record Turn(CountDownLatch before, CountDownLatch over) {}

    ClusterControl(RunControl run, Cluster cluster, List<QueuedTrial> trials) {
        this.run = run;
        this.cluster = cluster;
        CountDownLatch before = new CountDownLatch(0);
        for (QueuedTrial trial : trials) {
            Turn turn = new Turn(before, new CountDownLatch(1));
            turns.put(trial.name(), turn);
            before = turn.over();
        }
    }

    @Override
    public boolean mayBegin(String trial) throws InterruptedException {
        Turn turn = Objects.requireNonNull(turns.get(trial), trial);
        turn.before().await();
        try {
            return takeRoom(trial);
        } finally {
            turn.over().countDown();
        }
    }

    /** A cluster may have no room for hours, and the run may be told to stop meanwhile. */
    private boolean takeRoom(String trial) throws InterruptedException {
        for (int look = 1; !run.ending(); look++) {
            cluster.checkThere();
            if (cluster.slots().tryAcquire(LOOK_SECONDS, TimeUnit.SECONDS)) {
                if (run.mayBegin(trial)) {
                    begun.add(trial);
                    return true;
                }
                cluster.slots().release();
                return false;
            }
            if (look == LOOKS_IN_SILENCE && cluster.empty()) {
                LOG.warn(
                        "the cluster has given this run no worker yet; its master's page says who is there and what they do");
            }
        }
        return false;
    }

    /** Gives its room back when it has ended; a second attempt at it takes none, as the cluster keeps it waiting if need be. */
    @Override
    public Running running(String trial, Runnable stop) {
        Running running = run.running(trial, stop);
        return new Running() {
            @Override
            public boolean stopped() {
                return running.stopped();
            }

            @Override
            public void close() {
                running.close();
                if (begun.remove(trial)) {
                    cluster.slots().release();
                }
            }
        };
    }
}
