package peekbench.ui;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.scene.control.ToggleButton;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.stage.Stage;
import javax.imageio.ImageIO;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import peekbench.ui.model.WindowModel;
import peekbench.ui.model.look.LookMode;
import peekbench.ui.model.look.LookTab;
import peekbench.ui.model.workspace.Place;
import peekbench.ui.service.picture.Layer;

/** Draws the window into files, view by view, each when nothing is being read any more. */
final class Screenshots {
    private static final Logger LOGGER = LoggerFactory.getLogger(Screenshots.class);
    private static final int CALM_FRAMES = 12;

    private final WindowModel window;
    private final Stage stage;
    private final Path target;
    private final Executor files;
    private final RunShots runs;
    private final Deque<Shot> shots = new ArrayDeque<>();
    /** The name of what is arranged, until it is drawn. */
    private Optional<String> waiting = Optional.empty();

    private int calm;

    /**
     * @param opened the folder that is open
     * @param files writes them
     */
    Screenshots(WindowModel window, Stage stage, Optional<Path> opened, Path target, Executor files) {
        this.runs = new RunShots(window, opened);
        this.window = window;
        this.stage = stage;
        this.target = target;
        this.files = files;
    }

    /** Draws all, then ends the program. */
    void begin() {
        files.execute(() -> {
            runs.prepare();
            Platform.runLater(this::arrange);
        });
    }

    private void arrange() {
        views("");
        shots.addAll(runs.shots(""));
        shots.add(new Shot("", () -> window.appearance().otherTheme()));
        views("-dark");
        shots.addAll(runs.shots("-dark"));
        new AnimationTimer() {
            @Override
            public void handle(long now) {
                frame(this);
            }
        }.start();
    }

    private void views(String suffix) {
        add("look-strip" + suffix, () -> look(LookMode.STRIP, Optional.empty()));
        add("look-error" + suffix, () -> look(LookMode.STRIP, Optional.of(Layer.ERROR)));
        add("look-grid" + suffix, () -> look(LookMode.GRID, Optional.empty()));
        add("look-one" + suffix, () -> look(LookMode.ONE, Optional.of(Layer.ERROR)));
        add("look-one-swipe" + suffix, () -> press("#swipe"));
        for (LookTab tab : LookTab.values()) {
            if (tab != LookTab.PICTURES) {
                shots.add(new Shot("look-" + tab.name().toLowerCase(Locale.ROOT) + suffix, () -> {
                    look(LookMode.STRIP, Optional.empty());
                    window.look().choices().tabProperty().set(tab);
                }));
            }
        }
        add("compare" + suffix, () -> place(Place.COMPARE));
        add("scenarios" + suffix, () -> {
            place(Place.SCENARIOS);
            window.scenarios()
                    .selectedProperty()
                    .set(window.scenarios().files().stream().findFirst());
        });
        add("palette" + suffix, () -> {
            place(Place.LOOK);
            window.appearance().paletteProperty().set(true);
        });
        shots.add(new Shot("", () -> window.appearance().paletteProperty().set(false)));
    }

    private void add(String name, Runnable arrange) {
        shots.add(new Shot(name, arrange));
    }

    private void look(LookMode mode, Optional<Layer> error) {
        place(Place.LOOK);
        if (stage.getScene().lookup("#swipe") instanceof ToggleButton swipe) {
            swipe.setSelected(false);
        }
        window.look().choices().tabProperty().set(LookTab.PICTURES);
        window.look().choices().modeProperty().set(mode);
        window.look().choices().errorProperty().set(error);
    }

    private void press(String query) {
        if (stage.getScene().lookup(query) instanceof ToggleButton button) {
            button.setSelected(true);
        }
    }

    private void place(Place place) {
        window.focus().change(now -> now.at(place));
    }

    private void frame(AnimationTimer timer) {
        calm = Work.isUnderWay(window) ? 0 : calm + 1;
        if (calm < CALM_FRAMES) {
            return;
        }
        calm = 0;
        waiting.filter(name -> !name.isEmpty() && isThere(name)).ifPresent(this::draw);
        if (shots.isEmpty()) {
            timer.stop();
            files.execute(() -> {
                runs.close();
                Platform.exit();
            });
            return;
        }
        Shot next = shots.pop();
        waiting = Optional.of(next.name());
        next.arrange().run();
    }

    /** Of outcomes that the trial does not have there is no picture. */
    private boolean isThere(String name) {
        LookTab wanted = window.look().choices().tabProperty().get();
        return !name.startsWith("look-") || window.look().tabs().contains(wanted) || wanted == LookTab.PICTURES;
    }

    private void draw(String name) {
        WritableImage drawn = stage.getScene().snapshot(null);
        int width = (int) drawn.getWidth();
        int height = (int) drawn.getHeight();
        int[] pixels = new int[width * height];
        drawn.getPixelReader().getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), pixels, 0, width);
        CompletableFuture<Void> unused = CompletableFuture.runAsync(() -> write(name, width, height, pixels), files);
    }

    private void write(String name, int width, int height, int[] pixels) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        image.setRGB(0, 0, width, height, pixels, 0, width);
        Path file = target.resolve(name + ".png");
        try {
            Files.createDirectories(target);
            ImageIO.write(image, "png", file.toFile());
            LOGGER.info("Drew {}", file);
        } catch (IOException e) {
            throw new UncheckedIOException("The picture " + file + " cannot be written", e);
        }
    }
}
