package peekbench.ui.model.run;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import peekbench.journal.Order;
import peekbench.journal.RunFiles;
import peekbench.ui.model.workspace.Problems;
import peekbench.ui.model.workspace.Threads;
import peekbench.ui.model.workspace.WorkspaceModel;
import peekbench.ui.service.run.RunNews;
import peekbench.ui.service.run.RunRequest;
import peekbench.ui.service.run.RunServices;
import peekbench.ui.service.run.StartedRun;

/** The runs of the workspace that is open, whoever began them, and those that wait for them to end. */
public final class RunsModel {
    /** Runs that are new are looked for once a second, and how long something took changes as often. */
    private static final int LOOKS_A_SECOND = 4;
    /** Curves change in every so many looks. */
    private static final int LOOKS_A_CURVE = 2;

    private final WorkspaceModel workspace;
    private final RunServices services;
    private final Threads threads;
    private final RunBook book = new RunBook();
    private final RunStarter starter;
    private final RunAlarms alarms;
    private final LogsWork work;
    private final ChosenStory chosen;
    private final Set<RowKey> dismissed = new HashSet<>();
    private final ReadOnlyObjectWrapper<List<RunView>> runs = new ReadOnlyObjectWrapper<>(List.of());
    private final ObjectProperty<Integer> sideBySide;
    private final ReadOnlyObjectWrapper<Optional<String>> problem = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Notice>> notice = new ReadOnlyObjectWrapper<>(Optional.empty());
    private boolean looking;
    private boolean looked;
    private int looks;

    /** What one look brought. */
    private record Look(List<RunNews> news, Optional<String> died, Optional<String> failed) {}

    /**
     * @param workspace what is open
     * @param services follow and begin runs
     * @param threads where to work
     * @param cores of this machine: trials side by side at first
     */
    public RunsModel(WorkspaceModel workspace, RunServices services, Threads threads, int cores) {
        this.workspace = workspace;
        this.services = services;
        this.threads = threads;
        this.sideBySide = new SimpleObjectProperty<>(cores);
        this.alarms = new RunAlarms(workspace);
        this.work = new LogsWork(threads, why -> problem.set(Optional.of(why)));
        this.chosen = new ChosenStory(services.logs(), work, this::find);
        this.starter = new RunStarter(services, threads, this::show, why -> {
            alarms.add();
            why.ifPresent(text -> problem.set(why));
        });
        workspace.folderProperty().addListener((property, before, now) -> open(now));
    }

    private void open(Optional<Path> folder) {
        book.clear();
        chosen.story().clear();
        dismissed.clear();
        looked = false;
        looks = 0;
        alarms.begin(services.clock().instant());
        problem.set(Optional.empty());
        chosen.chosen().set(Optional.empty());
        starter.open(folder);
        show();
    }

    /** Looks for what happened; called four times a second. A look that has not ended is not overtaken. */
    public void look() {
        Optional<Path> folder = workspace.folderProperty().get();
        if (folder.isEmpty() || looking) {
            return;
        }
        looking = true;
        Optional<StartedRun> process = starter.process();
        boolean search = looks % LOOKS_A_SECOND == 0 || process.isPresent();
        looks++;
        threads.logs().execute(() -> {
            Look look = look(folder.get(), search, process);
            threads.window().execute(() -> {
                looking = false;
                if (folder.equals(workspace.folderProperty().get())) {
                    take(look, process);
                }
            });
        });
    }

    /** The process is asked before journals are looked for: what has one by then is found. */
    private Look look(Path folder, boolean search, Optional<StartedRun> process) {
        try {
            Optional<String> died = process.flatMap(StartedRun::ended);
            return new Look(services.logs().look(folder, search), died, Optional.empty());
        } catch (RuntimeException failure) {
            return new Look(List.of(), Optional.empty(), Optional.of(Problems.words(failure)));
        }
    }

    private void take(Look look, Optional<StartedRun> process) {
        looked = true;
        look.failed().ifPresent(why -> problem.set(look.failed()));
        boolean begun = false;
        for (RunNews news : look.news()) {
            Optional<RunQueue.Entry> mine = starter.adopt(news);
            mine.ifPresent(entry -> book.adopt(news.files(), entry));
            begun |= mine.isPresent();
            alarms.hear(news, book.get(news.files()));
            book.put(news);
            chosen.story().add(book.key(news.files()), news.events());
        }
        process.ifPresent(run -> look.died().ifPresent(why -> starter.died(run, why)));
        if (!look.news().isEmpty() || looks % LOOKS_A_SECOND == 0) {
            show();
        }
        if (begun) {
            chosen.tell();
        }
        if (looks % LOOKS_A_CURVE == 0) {
            chosen.story().refresh();
        }
        next();
    }

    private void show() {
        List<RunView> known = book.views(services.clock().instant());
        List<RunView> all = new ArrayList<>();
        known.stream().filter(run -> run.state().going()).forEach(all::add);
        all.addAll(starter.queue().open());
        all.addAll(starter.queue().refused());
        known.stream().filter(run -> !run.state().going()).forEach(all::add);
        runs.set(List.copyOf(all));
        notice.set(interrupted(known));
        chosen.follow(all);
    }

    private Optional<Notice> interrupted(List<RunView> known) {
        return known.stream()
                .filter(run -> run.state() == RunState.INTERRUPTED
                        && !dismissed.contains(run.key())
                        && run.news().filter(news -> !book.superseded(news)).isPresent())
                .findFirst()
                .map(run -> new Notice(RunWords.interrupted(run), run.key()));
    }

    private void next() {
        if (looked && !book.anyGoing()) {
            starter.next(sideBySide.get());
        }
    }

    /** The run that a row is or is in. */
    public Optional<RunView> find(RowKey key) {
        return runs.get().stream().filter(run -> run.key().equals(key.ofRun())).findFirst();
    }

    /** Runs something when all that goes on and waits has ended; at once when nothing does. */
    public RowKey add(RunRequest request) {
        RowKey key = starter.add(request);
        show();
        next();
        return key;
    }

    /** Runs what is missing of a run. */
    public void again(RunView run) {
        dismiss(run.key());
        run.request().or(() -> run.news().flatMap(RunRequest::again)).ifPresent(request -> {
            starter.remove(run.key());
            chosen.chosen().set(Optional.of(add(request)));
        });
    }

    /** Asks something of runs; what follows is done when it was asked. */
    public void order(List<RunView> several, Order order, Runnable after) {
        List<RunFiles> files = several.stream()
                .flatMap(run -> run.news().stream())
                .map(RunNews::files)
                .toList();
        work.start(
                () -> {
                    files.forEach(one -> services.logs().order(one, order));
                    return files;
                },
                asked -> after.run());
    }

    /** Takes away a run that waits or was refused. */
    public void remove(RowKey key) {
        if (starter.remove(key)) {
            if (chosen.chosen().get().filter(key::equals).isPresent()) {
                chosen.chosen().set(Optional.empty());
            }
            show();
        }
    }

    /** Lets a run that waits begin so many earlier or later. */
    public void move(RowKey key, int by) {
        starter.move(key, starter.queue().placeOf(key) + by);
    }

    /** Lets a run that waits begin in place of another, which comes next. */
    public void moveTo(RowKey key, RowKey place) {
        int to = starter.queue().placeOf(place);
        if (to >= 0) {
            starter.move(key, to);
        }
    }

    /** Nobody has to be told of a run's end any more. */
    public void dismiss(RowKey key) {
        dismissed.add(key);
        show();
    }

    /** Failures and ends were looked at. */
    public void seen() {
        alarms.seen();
    }

    /** All: those that go on, those that wait in their order, those that are over; the newest first. */
    public ReadOnlyObjectProperty<List<RunView>> runsProperty() {
        return runs.getReadOnlyProperty();
    }

    /** Those that go on. */
    public List<RunView> going() {
        return runs.get().stream().filter(run -> run.state().going()).toList();
    }

    /** Those that wait. */
    public List<RunView> waiting() {
        return runs.get().stream()
                .filter(run -> run.state() == RunState.WAITING)
                .toList();
    }

    /** The row that is chosen. */
    public ObjectProperty<Optional<RowKey>> selectedProperty() {
        return chosen.chosen();
    }

    /** Trials side by side of the next run. */
    public ObjectProperty<Integer> sideBySideProperty() {
        return sideBySide;
    }

    /** Log and curves of what is chosen. */
    public StoryModel story() {
        return chosen.story();
    }

    /** What went wrong last in following or asking, for people. */
    public ReadOnlyObjectProperty<Optional<String>> problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /** A run that was interrupted and can be gone on with. */
    public ReadOnlyObjectProperty<Optional<Notice>> noticeProperty() {
        return notice.getReadOnlyProperty();
    }

    /** Failures that nobody has looked at. */
    public ReadOnlyIntegerProperty troubleProperty() {
        return alarms.trouble().getReadOnlyProperty();
    }

    /** The run that ended last and that nobody has looked at, and how: {@code quickstart complete}. */
    public ReadOnlyObjectProperty<Optional<String>> endedProperty() {
        return alarms.ended().getReadOnlyProperty();
    }
}
