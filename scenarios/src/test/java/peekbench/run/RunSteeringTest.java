package peekbench.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import peekbench.engine.RunControl;
import peekbench.event.Event;
import peekbench.event.RunEvent;
import peekbench.event.RunEvent.How;
import peekbench.event.TrialEvent;
import peekbench.journal.Order;

class RunSteeringTest {
    private final List<Event> events = Collections.synchronizedList(new ArrayList<>());
    private final RunSteering steering = new RunSteering(events::add, trial -> true, () -> {});

    @AfterEach
    void close() {
        steering.close();
    }

    private static CompletableFuture<Boolean> asked(RunControl control, String trial) {
        return CompletableFuture.supplyAsync(() -> {
            try {
                return control.mayBegin(trial);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    @Test
    void beginsNothingWhilePaused() throws ExecutionException, InterruptedException {
        steering.obey(new Order.Pause());
        CompletableFuture<Boolean> waiting = asked(steering, "a-seed1");
        assertThat(waiting).isNotDone();

        steering.obey(new Order.Resume());

        assertThat(waiting.get()).isTrue();
        assertThat(events).extracting(Event::getClass).containsExactly(RunEvent.Paused.class, RunEvent.Resumed.class);
    }

    @Test
    void stopsAfterRunningTrials() throws InterruptedException {
        AtomicInteger stops = new AtomicInteger();
        try (RunControl.Running running = steering.running("a-seed1", stops::incrementAndGet)) {
            steering.obey(new Order.Stop(How.AFTER_RUNNING));

            assertThat(running.stopped()).isFalse();
            assertThat(stops).hasValue(0);
            assertThat(steering.mayBegin("a-seed2")).isFalse();

            steering.obey(new Order.Stop(How.NOW));
            steering.obey(new Order.Stop(How.AFTER_RUNNING));

            assertThat(running.stopped()).isTrue();
            assertThat(stops).hasValue(1);
        }
        assertThat(events)
                .extracting(event -> ((RunEvent.Stopping) event).how())
                .containsExactly(How.AFTER_RUNNING, How.NOW);
    }

    @Test
    void stopsAPausedRun() throws ExecutionException, InterruptedException {
        steering.obey(new Order.Pause());
        CompletableFuture<Boolean> waiting = asked(steering, "a-seed1");

        steering.obey(new Order.Stop(How.AFTER_RUNNING));

        assertThat(waiting.get()).isFalse();
    }

    @Test
    void stopsOneTrialWhetherItRunsOrWaits() throws InterruptedException {
        AtomicInteger stops = new AtomicInteger();
        try (RunControl.Running one = steering.running("a-seed1", stops::incrementAndGet);
                RunControl.Running other = steering.running("a-seed2", stops::incrementAndGet)) {
            steering.obey(new Order.StopTrial("a-seed1"));
            steering.obey(new Order.StopTrial("a-seed3"));

            assertThat(one.stopped()).isTrue();
            assertThat(other.stopped()).isFalse();
            assertThat(stops).hasValue(1);
        }
        assertThat(steering.mayBegin("a-seed3")).isFalse();
        assertThat(steering.mayBegin("a-seed4")).isTrue();
        assertThat(events)
                .extracting(event -> ((TrialEvent.Stopped) event).trial())
                .containsExactly("a-seed3");
    }

    @Test
    void stopsATrialThatBeginsTooLate() {
        steering.obey(new Order.Stop(How.NOW));
        AtomicInteger stops = new AtomicInteger();

        try (RunControl.Running running = steering.running("a-seed1", stops::incrementAndGet)) {
            assertThat(running.stopped()).isTrue();
            assertThat(stops).hasValue(1);
        }
    }
}
