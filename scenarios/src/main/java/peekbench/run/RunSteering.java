package peekbench.run;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import peekbench.engine.RunControl;
import peekbench.event.Event;
import peekbench.event.EventJson;
import peekbench.event.RunEvent;
import peekbench.event.RunEvent.How;
import peekbench.event.TrialEvent;
import peekbench.journal.Order;
import peekbench.journal.OrderInbox;

/**
 * What may begin and what must end in a run, as others order and as the end of the program demands. When the program ends,
 * running trials are stopped and what was written of them is removed; should that not succeed, the next run of the trial does
 * it.
 */
final class RunSteering implements RunControl, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(RunSteering.class);
    private static final long LOOK_MILLISECONDS = 250;

    private final Consumer<Event> events;
    private final Predicate<String> affordable;
    private final Runnable whenInterrupted;
    private final Set<Open> running = new LinkedHashSet<>();
    private final Set<String> unwanted = new HashSet<>();
    private final ScheduledExecutorService orders = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "orders to the run");
        thread.setDaemon(true);
        return thread;
    });
    private @Nullable Future<?> looking;
    private final Thread hook = new Thread(this::interrupt, "interrupted");
    private boolean paused;
    private @Nullable How stopping;
    private boolean interrupted;

    /**
     * @param events hears what becomes of orders
     * @param affordable whether a trial that nothing else hinders may begin
     * @param whenInterrupted called when the program ends early and what was being written is removed
     */
    RunSteering(Consumer<Event> events, Predicate<String> affordable, Runnable whenInterrupted) {
        this.events = events;
        this.affordable = affordable;
        this.whenInterrupted = whenInterrupted;
        Runtime.getRuntime().addShutdownHook(hook);
    }

    /** Obeys orders from now on. */
    void obey(OrderInbox inbox) {
        looking = orders.scheduleWithFixedDelay(() -> obey(inbox.more()), 0, LOOK_MILLISECONDS, TimeUnit.MILLISECONDS);
    }

    private void obey(List<Order> all) {
        try {
            all.forEach(this::obey);
        } catch (RuntimeException e) {
            LOG.warn("an order could not be followed", e);
        }
    }

    /** Follows an order; one that changes nothing is not heard of. */
    void obey(Order order) {
        if (order instanceof Order.StopTrial one) {
            stop(one.id());
        } else if (order instanceof Order.Stop stop) {
            stop(stop.how());
        } else {
            pause(order instanceof Order.Pause);
        }
    }

    private void pause(boolean wanted) {
        synchronized (this) {
            if (paused == wanted || stopping != null) {
                return;
            }
            paused = wanted;
            notifyAll();
        }
        events.accept(wanted ? new RunEvent.Paused(EventJson.now()) : new RunEvent.Resumed(EventJson.now()));
    }

    private void stop(How how) {
        synchronized (this) {
            if (stopping == How.NOW || stopping == how) {
                return;
            }
            stopping = how;
            notifyAll();
        }
        events.accept(new RunEvent.Stopping(EventJson.now(), how));
        if (how == How.NOW) {
            open().forEach(Open::stop);
        }
    }

    private void stop(String trial) {
        Optional<Open> open;
        synchronized (this) {
            unwanted.add(trial);
            open = running.stream().filter(one -> one.trial.equals(trial)).findFirst();
        }
        open.ifPresent(Open::stop);
    }

    private synchronized Set<Open> open() {
        return Set.copyOf(running);
    }

    /** A trial that runs. */
    private final class Open implements Running {
        private final String trial;
        private final Runnable stop;
        private boolean stopped;

        Open(String trial, Runnable stop) {
            this.trial = trial;
            this.stop = stop;
        }

        void stop() {
            synchronized (this) {
                if (stopped) {
                    return;
                }
                stopped = true;
            }
            stop.run();
        }

        @Override
        public synchronized boolean stopped() {
            return stopped;
        }

        @Override
        public void close() {
            forget(this);
        }
    }

    private synchronized void forget(Open open) {
        running.remove(open);
    }

    @Override
    public boolean mayBegin(String trial) throws InterruptedException {
        boolean unwelcome;
        synchronized (this) {
            while (paused && stopping == null && !interrupted) {
                wait();
            }
            if (stopping != null || interrupted) {
                return false;
            }
            unwelcome = unwanted.contains(trial);
        }
        if (unwelcome) {
            events.accept(new TrialEvent.Stopped(EventJson.now(), trial, 0));
        }
        return !unwelcome && affordable.test(trial);
    }

    @Override
    public synchronized boolean ending() {
        return stopping != null || interrupted;
    }

    @Override
    public Running running(String trial, Runnable stop) {
        Open open = new Open(trial, stop);
        boolean unwelcome;
        synchronized (this) {
            running.add(open);
            unwelcome = interrupted || stopping == How.NOW || unwanted.contains(trial);
        }
        if (unwelcome) {
            open.stop();
        }
        return open;
    }

    private void interrupt() {
        synchronized (this) {
            interrupted = true;
            notifyAll();
        }
        // Side by side, since a process may take a while to go.
        open().parallelStream().forEach(Open::stop);
        whenInterrupted.run();
    }

    private synchronized boolean interrupted() {
        return interrupted;
    }

    /** No longer minds orders and the end of the program. */
    @Override
    public void close() {
        if (looking != null) {
            looking.cancel(true);
        }
        orders.shutdownNow();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // The program is ending, and the hook is running or has run.
            assert interrupted();
        }
    }
}
