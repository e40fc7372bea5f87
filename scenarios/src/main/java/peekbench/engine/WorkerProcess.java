package peekbench.engine;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import peekbench.event.Event;
import peekbench.event.EventJson;
import peekbench.event.ProcessEvent;
import peekbench.event.TrialEvent;
import peekbench.scenario.Scenario;

/** A trial process, from the side of the run that started it. It does one trial at a time. */
final class WorkerProcess {
    /** Longer than a process takes to clear up or to leave its classes, also on a busy machine. */
    private static final long PATIENCE_SECONDS = 30;

    private final Process process;
    private final ProcessLog log;
    private final Writer orders;
    private final int most;

    /** Of the process; how, if it has ended. */
    private final CompletableFuture<Ending> gone = new CompletableFuture<>();

    /** Of the trial that it has, or had last. */
    private volatile CompletableFuture<Ending> ending = unlessGone();

    private volatile Consumer<? super TrialEvent> events = event -> {};
    private @Nullable Scenario scenario;
    private int given;
    private volatile double share;

    /** How a process ended its trial. */
    sealed interface Ending {
        /** The trial is stored, as the event says. */
        record Stored(TrialEvent last) implements Ending {}

        /** The process says that it cannot do it. */
        record Unfit(String error) implements Ending {}

        /** The process is gone without a word. */
        record Vanished(int code) implements Ending {}

        /** The process says that the disk refuses the result. */
        record Unwritten(String error) implements Ending {}

        /** It takes longer than it may. */
        record Overtime(Duration limit) implements Ending {}
    }

    /** Starts a process. */
    WorkerProcess(ProcessFactory factory, ProcessLog log) throws IOException {
        this.log = log;
        this.most = factory.trialsEach();
        this.process = factory.start(log.file());
        this.orders = process.outputWriter();
        Thread reader = new Thread(this::read, "events of process " + log.file().getFileName());
        reader.setDaemon(true);
        reader.start();
    }

    private CompletableFuture<Ending> unlessGone() {
        CompletableFuture<Ending> next = new CompletableFuture<>();
        CompletableFuture<Ending> unused = gone.whenComplete((how, error) ->
                Optional.ofNullable(error).ifPresentOrElse(next::completeExceptionally, () -> next.complete(how)));
        return next;
    }

    /** Lets it prepare itself for trials of a scenario. */
    void prepare(Scenario wanted, ProcessOrder.Prepare order) {
        scenario = wanted;
        tell(order);
    }

    /** Whether it is prepared for a scenario's trials. */
    boolean isPreparedFor(Scenario other) {
        return other.equals(scenario);
    }

    /** Whether it is there still, as far as is known, and prepared for a scenario or one that prepares itself more than once. */
    boolean canServe(Scenario wanted) {
        return !gone.isDone() && (isPreparedFor(wanted) || most > 1);
    }

    /** Whether the trial that it is given next is its last. */
    boolean isOnItsLast() {
        return given >= most - 1;
    }

    /** Whether it has done as many trials as it may. */
    boolean isSpent() {
        return given >= most;
    }

    /** A process that is gone does not mind; its end is heard of otherwise. */
    private void tell(ProcessOrder order) {
        try {
            orders.write(order.line() + "\n");
            orders.flush();
        } catch (IOException e) {
            log.add("an order could not be given: " + e.getMessage());
        }
    }

    private void read() {
        try (BufferedReader lines = process.inputReader()) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                Optional<Event> event = EventJson.read(line);
                event.ifPresent(this::hear);
                if (event.isEmpty() && !line.isBlank()) {
                    log.add(line);
                }
            }
            gone.complete(new Ending.Vanished(process.waitFor()));
        } catch (IOException | RuntimeException e) {
            gone.completeExceptionally(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            gone.completeExceptionally(e);
        }
    }

    private void hear(Event event) {
        if (event instanceof TrialEvent trial) {
            share = trial.share();
            if (trial instanceof TrialEvent.Done || trial instanceof TrialEvent.Failed) {
                ending.complete(new Ending.Stored(trial));
            } else {
                events.accept(trial);
            }
        } else if (event instanceof ProcessEvent.Unfit unfit) {
            ending.complete(new Ending.Unfit(unfit.error()));
        } else if (event instanceof ProcessEvent.Unwritten unwritten) {
            ending.complete(new Ending.Unwritten(unwritten.error()));
        }
    }

    /** After a trial that is complete: forgets it. */
    void forget() {
        log.clear();
        ending = unlessGone();
    }

    /** Hands over a trial. */
    void give(ProcessOrder.Trial trial, Consumer<? super TrialEvent> hearer) {
        given++;
        share = 0;
        events = hearer;
        tell(trial);
    }

    /** Waits for the end of the trial. */
    Ending await(Optional<Duration> limit) throws InterruptedException {
        try {
            return limit.isPresent() ? ending.get(limit.get().toMillis(), TimeUnit.MILLISECONDS) : ending.get();
        } catch (TimeoutException e) {
            return new Ending.Overtime(limit.orElseThrow());
        } catch (ExecutionException e) {
            throw new IllegalStateException("A trial process cannot be heard: " + e.getCause(), e.getCause());
        }
    }

    /** How much of its trial is done. */
    double share() {
        return share;
    }

    ProcessLog log() {
        return log;
    }

    /** Ends it: in peace where it hears that its input ended, else by force. Its end is waited for. */
    void end() {
        try {
            orders.close();
        } catch (IOException e) {
            // It is gone already.
            process.destroyForcibly();
        }
        try {
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    /** Ends it at once. */
    void kill() {
        process.destroyForcibly();
        end();
    }
}
