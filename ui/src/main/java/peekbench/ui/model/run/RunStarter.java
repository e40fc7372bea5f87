package peekbench.ui.model.run;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import peekbench.ui.model.workspace.Problems;
import peekbench.ui.model.workspace.Threads;
import peekbench.ui.service.run.RunNews;
import peekbench.ui.service.run.RunRequest;
import peekbench.ui.service.run.RunServices;
import peekbench.ui.service.run.StartedRun;

/** Begins the runs that wait, one after another, and keeps those that wait for another time. */
final class RunStarter {
    private final RunServices services;
    private final Threads threads;
    private final RunQueue queue = new RunQueue();
    private final Runnable changed;
    private final Consumer<Optional<String>> failed;
    private Optional<Path> folder = Optional.empty();

    /**
     * @param changed is told when there is something else to show
     * @param failed is told when nothing could be kept, and why, or that a run did not begin
     */
    RunStarter(RunServices services, Threads threads, Runnable changed, Consumer<Optional<String>> failed) {
        this.services = services;
        this.threads = threads;
        this.changed = changed;
        this.failed = failed;
    }

    /** Goes on with what waits in a folder. */
    void open(Optional<Path> opened) {
        folder = opened;
        queue.clear();
        opened.ifPresent(here -> threads.logs().execute(() -> {
            List<RunRequest> kept = services.waiting().read(here);
            threads.window().execute(() -> {
                if (folder.equals(opened) && !kept.isEmpty()) {
                    boolean more = !queue.requests().isEmpty();
                    queue.restore(kept);
                    if (more) {
                        keep();
                    }
                    changed.run();
                }
            });
        }));
    }

    RowKey add(RunRequest request) {
        RowKey key = queue.add(request).key();
        keep();
        return key;
    }

    boolean remove(RowKey key) {
        boolean removed = queue.remove(key);
        if (removed) {
            keep();
        }
        return removed;
    }

    void move(RowKey key, int to) {
        if (queue.move(key, to)) {
            keep();
            changed.run();
        }
    }

    private void keep() {
        List<RunRequest> requests = queue.requests();
        folder.ifPresent(here -> threads.logs().execute(() -> {
            try {
                services.waiting().write(here, requests);
            } catch (RuntimeException failure) {
                threads.window().execute(() -> failed.accept(Optional.of(Problems.words(failure))));
            }
        }));
    }

    /** Begins the next. */
    void next(int sideBySide) {
        queue.next().ifPresent(entry -> {
            keep();
            changed.run();
            RunRequest request = entry.request().sideBySide(sideBySide);
            threads.logs().execute(() -> {
                try {
                    StartedRun run = services.processes().start(request);
                    threads.window().execute(() -> queue.started(run));
                } catch (RuntimeException failure) {
                    threads.window().execute(() -> refuse(Problems.words(failure)));
                }
            });
        });
    }

    private void refuse(String why) {
        queue.refuse(why);
        failed.accept(Optional.empty());
        changed.run();
    }

    /** The process that starts; its journal is not there yet. */
    Optional<StartedRun> process() {
        return queue.process();
    }

    /** The run that starts, when these news are its. */
    Optional<RunQueue.Entry> adopt(RunNews news) {
        Optional<StartedRun> process = queue.process();
        Optional<RunQueue.Entry> entry = queue.adopt(news);
        if (entry.isPresent()) {
            process.ifPresent(run -> threads.logs().execute(run::forget));
        }
        return entry;
    }

    /** The process ended before its run began, unless that was noticed. */
    void died(StartedRun process, String why) {
        if (queue.process().equals(Optional.of(process))) {
            threads.logs().execute(process::forget);
            refuse(why);
        }
    }

    RunQueue queue() {
        return queue;
    }
}
