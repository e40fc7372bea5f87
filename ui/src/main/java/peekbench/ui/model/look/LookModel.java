package peekbench.ui.model.look;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.TreeSet;
import java.util.stream.Stream;
import javafx.beans.Observable;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import peekbench.query.ArmRow;
import peekbench.query.TrialRow;
import peekbench.result.StoredTrial;
import peekbench.threat.observation.TargetSet;
import peekbench.ui.model.workspace.Focus;
import peekbench.ui.model.workspace.FocusModel;
import peekbench.ui.model.workspace.LatestTask;
import peekbench.ui.model.workspace.Place;
import peekbench.ui.model.workspace.Problems;
import peekbench.ui.model.workspace.Threads;
import peekbench.ui.model.workspace.WorkspaceModel;
import peekbench.ui.service.TrialArchive;
import peekbench.ui.service.picture.LookContent;
import peekbench.ui.service.picture.LookReader;
import peekbench.ui.service.picture.LookRequest;
import peekbench.ui.service.picture.PixelPages;
import peekbench.ui.service.picture.ShownRow;

/** Look: whose pictures are shown, which of them, and what is missing and why. */
public final class LookModel {
    private final WorkspaceModel workspace;
    private final FocusModel focus;
    private final LookChoices choices = new LookChoices();
    private final PixelPages pages;
    private final LatestTask<LookContent> reading;
    private final OutcomeModel outcome;
    private final ReadOnlyObjectWrapper<LookContent> content = new ReadOnlyObjectWrapper<>(LookContent.NOTHING);
    private final ReadOnlyObjectWrapper<LookShown> shown = new ReadOnlyObjectWrapper<>(LookShown.NOTHING);
    private final ReadOnlyObjectWrapper<Optional<String>> problem = new ReadOnlyObjectWrapper<>(Optional.empty());

    /**
     * @param workspace what is open
     * @param focus whose pictures
     * @param threads where to work
     */
    public LookModel(WorkspaceModel workspace, FocusModel focus, Threads threads) {
        this.workspace = workspace;
        this.focus = focus;
        this.pages = new PixelPages(threads.reader(), threads.window(), PixelPages.USUAL_BYTES);
        this.reading = new LatestTask<>(threads.reader(), threads.window());
        workspace.archiveProperty().addListener((property, before, now) -> {
            pages.clear();
            read();
        });
        workspace.changesProperty().addListener((property, before, now) -> {
            pages.clear();
            read();
        });
        focus.currentProperty().addListener((property, before, now) -> {
            if (!request(before).equals(request(now))) {
                read();
            } else {
                show();
            }
        });
        this.outcome = new OutcomeModel(this, threads);
        choices.rowsByProperty().addListener((property, before, now) -> read());
        for (Observable choice : choices.ofPictures()) {
            choice.addListener(changed -> show());
        }
    }

    private Optional<LookRequest> request(Focus from) {
        return from.arm()
                .map(arm -> new LookRequest(
                        arm,
                        from.pins(),
                        from.seed(),
                        from.records(),
                        choices.rowsByProperty().get()));
    }

    private void read() {
        Optional<TrialArchive> archive = workspace.archiveProperty().get();
        Optional<LookRequest> request = request(focus.get());
        if (archive.isEmpty() || request.isEmpty()) {
            reading.cancel();
            take(LookContent.NOTHING);
            return;
        }
        reading.start(
                () -> new LookReader(archive.get()).read(request.get()),
                this::take,
                failure -> problem.set(Optional.of(Problems.words(failure))));
    }

    private void take(LookContent read) {
        problem.set(Optional.empty());
        content.set(read);
        show();
    }

    private void show() {
        Focus now = focus.get();
        List<ShownRow> wanted = content.get().rows().stream()
                .filter(row -> now.attack().isEmpty()
                        || row.attack().isEmpty()
                        || row.attack().equals(now.attack().get()))
                .toList();
        shown.set(new ShownMaker(content.get(), wanted, now, choices).make());
    }

    /** The attacks that have rows. */
    public List<String> attacks() {
        return content.get().rows().stream()
                .map(ShownRow::attack)
                .filter(name -> !name.isEmpty())
                .distinct()
                .toList();
    }

    /** The seeds of the current arm. */
    public List<Long> seeds() {
        return content.get().trials().stream()
                .flatMap(trial -> trial.key().stream())
                .map(TrialRow.Key::seed)
                .distinct()
                .toList();
    }

    /** The epochs after which any row has pictures. */
    public List<Integer> epochs() {
        TreeSet<Integer> epochs = new TreeSet<>();
        content.get().rows().forEach(row -> epochs.addAll(row.epochs().keySet()));
        return List.copyOf(epochs);
    }

    /** The outcomes that the current trial has, never none. */
    public List<LookTab> tabs() {
        List<LookTab> tabs = new ArrayList<>();
        Stream<ShownRow> rows = content.get().rows().stream();
        boolean table = rows.flatMap(row -> row.finished().stream())
                .anyMatch(arrays -> arrays.shape().isEmpty());
        tabs.add(table ? LookTab.ROWS : LookTab.PICTURES);
        content.get().trial().ifPresent(trial -> tabs.addAll(claimed(trial)));
        boolean pictures = content.get().reference().isPresent();
        if (!pictures && tabs.size() > 1) {
            tabs.remove(0);
        }
        return tabs;
    }

    /** The tab in front: the chosen one where the trial has it, else the first that it has. */
    public LookTab shownTab() {
        List<LookTab> there = tabs();
        return there.contains(choices.tabProperty().get())
                ? choices.tabProperty().get()
                : there.get(0);
    }

    private static List<LookTab> claimed(StoredTrial trial) {
        List<LookTab> tabs = new ArrayList<>();
        trial.info().records().ifPresent(records -> {
            records.labels().ifPresent(file -> tabs.add(LookTab.LABELS));
            records.mixes().ifPresent(file -> tabs.add(LookTab.MIXES));
            records.members().ifPresent(file -> tabs.add(LookTab.MEMBERS));
        });
        if (!trial.info().findings().isEmpty()) {
            tabs.add(LookTab.FINDINGS);
        }
        return tabs;
    }

    /** Makes the picture so many columns on the current one. */
    public void step(int by) {
        List<Integer> places = shown.get().picks().places();
        if (places.isEmpty()) {
            return;
        }
        int at = focus.get().picture().isPresent()
                ? places.indexOf(focus.get().picture().getAsInt())
                : -1;
        int next = at < 0 ? 0 : Math.max(0, Math.min(places.size() - 1, at + by));
        select(places.get(next));
    }

    /** Makes a picture the current one. */
    public void select(int place) {
        focus.change(now -> now.onPicture(OptionalInt.of(place)));
    }

    /** One epoch on or back; behind the last comes the finished network. */
    public void stepEpoch(int by) {
        List<Integer> epochs = epochs();
        int at = focus.get().epoch().isPresent()
                ? epochs.indexOf(focus.get().epoch().getAsInt())
                : epochs.size();
        int next = Math.max(0, Math.min(epochs.size(), at + by));
        focus.change(
                now -> now.afterEpoch(next == epochs.size() ? OptionalInt.empty() : OptionalInt.of(epochs.get(next))));
    }

    /** Opens an arm in Look. */
    public void look(ArmRow.Key arm) {
        focus.change(now -> now.onArm(arm).at(Place.LOOK));
    }

    /** Puts the row of an arm where that of another is; the arms that are shown are pinned in their new order. */
    public void moveArm(ArmRow.Key arm, ArmRow.Key to) {
        List<ArmRow.Key> arms = new ArrayList<>(shownArms());
        int at = arms.indexOf(to);
        if (at >= 0 && !arm.equals(to) && arms.size() <= Focus.MOST_PINS && arms.remove(arm)) {
            arms.add(at, arm);
            focus.change(now -> now.pinned(arms));
        }
    }

    /** Moves the row of the current arm so many places down. */
    public void moveArm(int by) {
        List<ArmRow.Key> arms = shownArms();
        focus.get().arm().ifPresent(arm -> {
            int to = arms.indexOf(arm) + by;
            if (to >= 0 && to < arms.size()) {
                moveArm(arm, arms.get(to));
            }
        });
    }

    private List<ArmRow.Key> shownArms() {
        return shown.get().rows().stream()
                .map(row -> row.row().arm().key())
                .distinct()
                .toList();
    }

    /** The other private records. */
    public void switchRecords() {
        focus.change(now ->
                now.onRecords(now.records() == TargetSet.VICTIM_TEST ? TargetSet.VICTIM_TRAIN : TargetSet.VICTIM_TEST));
    }

    /** Another seed. */
    public void onSeed(long seed) {
        focus.change(now -> now.onSeed(OptionalLong.of(seed)));
    }

    /** What a person sets. */
    public LookChoices choices() {
        return choices;
    }

    /** What else than pictures there is. */
    public OutcomeModel outcome() {
        return outcome;
    }

    /** Pixels. */
    public PixelPages pages() {
        return pages;
    }

    /** All that was read of the current arm and those it is compared with. */
    public ReadOnlyObjectProperty<LookContent> contentProperty() {
        return content.getReadOnlyProperty();
    }

    /** What is shown of it. */
    public ReadOnlyObjectProperty<LookShown> shownProperty() {
        return shown.getReadOnlyProperty();
    }

    /** Why nothing could be read. */
    public ReadOnlyObjectProperty<Optional<String>> problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /** Whether something is being read. */
    public ReadOnlyBooleanProperty workingProperty() {
        return reading.workingProperty();
    }
}
