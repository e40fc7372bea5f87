package peekbench.ui;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryType;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.BooleanSupplier;
import java.util.function.IntConsumer;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.TableView;
import javafx.scene.input.ScrollEvent;
import peekbench.ui.model.WindowModel;
import peekbench.ui.model.look.LookMode;
import peekbench.ui.model.look.PictureOrder;
import peekbench.ui.model.workspace.Place;

/**
 * Uses the window as a person would and measures it frame by frame: how long until there is something to look at, and the longest
 * that its thread lets anything wait. For {@code peekbench bench window}.
 */
final class FrameBench {
    private static final int FRAMES = 240;
    private static final int WHEEL = 40;
    private static final int FRAMES_A_STEP = 8;
    private static final double MEBIBYTE = 1 << 20;

    private final WindowModel window;
    private final Scene scene;
    private final Path target;
    private final Executor files;
    private final Waits waits = new Waits();
    private final List<Measured> measured = new ArrayList<>();
    private final Deque<Task> tasks = new ArrayDeque<>();
    private Optional<Task> now = Optional.empty();
    private int frame;
    private long began;

    /**
     * What was measured.
     *
     * @param what in words
     * @param milliseconds from begin to end, of the first since Java began
     * @param frames that were drawn meanwhile
     * @param longestWait of what came to the window's thread, in milliseconds
     * @param heap most mebibytes of it that were in use so far
     */
    record Measured(String what, double milliseconds, int frames, double longestWait, double heap) {}

    /** Something to be done in every frame until it is over. */
    private record Task(String what, IntConsumer inFrame, BooleanSupplier over) {}

    /** @param files writes the outcome */
    FrameBench(WindowModel window, Scene scene, Path target, Executor files) {
        this.window = window;
        this.scene = scene;
        this.target = target;
        this.files = files;
    }

    /** Measures all, then ends the program. */
    void begin() {
        add("start until the arms and the first pictures are there", frame -> {}, this::usable);
        add("until the whole folder is looked through", frame -> {}, () -> !Work.isUnderWay(window));
        scroll("strip of all pictures, moved sideways", LookMode.STRIP, WHEEL, 0);
        scroll("grid of all pictures, moved downwards", LookMode.GRID, 0, WHEEL);
        add("the strip again", frame -> mode(LookMode.STRIP), () -> !Work.isUnderWay(window));
        add("epoch slider, a stop every " + FRAMES_A_STEP + " frames", this::epoch, this::enough);
        add("another arm every " + FRAMES_A_STEP + " frames", this::arm, this::enough);
        add("table of arms, a page a frame", this::table, this::enough);
        add("a filter", this::filter, () -> frame > 2 && !Work.isUnderWay(window));
        add("the filter taken away", this::noFilter, () -> frame > 2 && !Work.isUnderWay(window));
        waits.begin();
        new AnimationTimer() {
            @Override
            public void handle(long time) {
                step(this);
            }
        }.start();
    }

    private void add(String what, IntConsumer inFrame, BooleanSupplier over) {
        tasks.add(new Task(what, inFrame, over));
    }

    private void scroll(String what, LookMode mode, double dx, double dy) {
        add("to the " + what.split(",", 2)[0], frame -> order(mode), () -> frame > 2 && !Work.isUnderWay(window));
        add(what, frame -> wheel(frame < FRAMES / 2 ? -dx : dx, frame < FRAMES / 2 ? -dy : dy), this::enough);
    }

    private void step(AnimationTimer timer) {
        if (now.isEmpty()) {
            now = Optional.ofNullable(tasks.poll());
            began = System.nanoTime();
            frame = 0;
            if (now.isEmpty()) {
                timer.stop();
                files.execute(this::write);
            }
            return;
        }
        Task task = now.get();
        if (task.over().getAsBoolean()) {
            double milliseconds = measured.isEmpty()
                    ? ManagementFactory.getRuntimeMXBean().getUptime()
                    : (System.nanoTime() - began) / 1e6;
            measured.add(new Measured(task.what(), milliseconds, frame, waits.longest(), heap()));
            now = Optional.empty();
            return;
        }
        task.inFrame().accept(frame);
        frame++;
    }

    private boolean enough() {
        return frame >= FRAMES;
    }

    private boolean usable() {
        return !window.arms().rows().isEmpty()
                && window.look().shownProperty().get().reference().isPresent()
                && !Work.isInSight(window);
    }

    private void mode(LookMode mode) {
        window.look().choices().modeProperty().set(mode);
    }

    /** Once: what is set already changes nothing. */
    private void order(LookMode mode) {
        window.focus().change(selected -> selected.at(Place.LOOK));
        mode(mode);
        window.look().choices().orderProperty().set(PictureOrder.MOST_LEAK);
    }

    private void wheel(double dx, double dy) {
        Node sheet = scene.lookup("#sheet");
        Bounds bounds = sheet.localToScene(sheet.getBoundsInLocal());
        double x = bounds.getCenterX();
        double y = bounds.getCenterY();
        sheet.fireEvent(new ScrollEvent(
                ScrollEvent.SCROLL,
                x,
                y,
                x,
                y,
                false,
                false,
                false,
                false,
                false,
                false,
                dx,
                dy,
                dx,
                dy,
                ScrollEvent.HorizontalTextScrollUnits.NONE,
                0,
                ScrollEvent.VerticalTextScrollUnits.NONE,
                0,
                0,
                null));
    }

    private void epoch(int frame) {
        if (frame % FRAMES_A_STEP == 0) {
            int stops = window.look().epochs().size() + 1;
            window.look().stepEpoch(frame / FRAMES_A_STEP % (2 * stops) < stops ? -1 : 1);
        }
    }

    private void arm(int frame) {
        if (frame % FRAMES_A_STEP == 0) {
            window.arms().step(1);
        }
    }

    private void table(int frame) {
        if (scene.lookup("#arms") instanceof TableView<?> table) {
            table.scrollTo(frame * 15 % Math.max(1, table.getItems().size()));
        }
    }

    private void filter(int frame) {
        if (frame == 0) {
            window.filter().apply("arm:nopeek");
        }
    }

    private void noFilter(int frame) {
        if (frame == 0) {
            window.filter().clear();
        }
    }

    private static double heap() {
        long bytes = ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .mapToLong(pool -> pool.getPeakUsage().getUsed())
                .sum();
        return bytes / MEBIBYTE;
    }

    private void write() {
        try {
            new ObjectMapper().writeValue(target.toFile(), measured);
        } catch (IOException e) {
            throw new UncheckedIOException("The measurements cannot be written to " + target, e);
        } finally {
            Platform.exit();
        }
    }
}
