package peekbench.ui.view.look;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.scene.Cursor;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.util.Duration;
import peekbench.ui.model.WindowModel;
import peekbench.ui.model.look.LookShown;
import peekbench.ui.model.look.SheetTile;
import peekbench.ui.service.picture.Layer;
import peekbench.ui.service.picture.PictureArrays;
import peekbench.ui.service.picture.PictureShape;
import peekbench.ui.view.part.Ink;

/** Two pictures at one place: the left one left of a divider, the right one right of it. */
final class SwipeCanvas extends Region {
    private static final Duration HALF = Duration.millis(250);

    private final WindowModel window;
    private final Canvas canvas = new Canvas();
    private final PictureBrush brush;
    private final Timeline blinking;
    private Consumer<String> onHover = text -> {};
    private int left = SheetTile.ORIGINALS;
    private int right;
    private double divider = .5;
    private boolean other;
    private double fromX;
    private double width;

    SwipeCanvas(WindowModel window) {
        this.window = window;
        this.brush = new PictureBrush(window.look().pages());
        setId("swipe-canvas");
        setFocusTraversable(true);
        setCursor(Cursor.H_RESIZE);
        getChildren().setAll(canvas);
        blinking = new Timeline(new KeyFrame(HALF, event -> other(!other)));
        blinking.setCycleCount(Animation.INDEFINITE);
        setOnMousePressed(event -> {
            requestFocus();
            divide(event.getX());
        });
        setOnMouseDragged(event -> divide(event.getX()));
        addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.SPACE) {
                other(true);
                event.consume();
            } else {
                BenchCanvas.key(window, event);
            }
        });
        addEventHandler(KeyEvent.KEY_RELEASED, event -> {
            if (event.getCode() == KeyCode.SPACE) {
                other(false);
                event.consume();
            }
        });
    }

    void onHover(Consumer<String> listener) {
        onHover = listener;
    }

    void left(int row) {
        left = row;
        requestLayout();
    }

    void right(int row) {
        right = row;
        requestLayout();
    }

    /** Both in turn, twice a second. */
    void blink(boolean wanted) {
        if (wanted) {
            blinking.play();
        } else {
            blinking.stop();
            other(false);
        }
    }

    /** Where the divider is, from 0 to 1. */
    double divider() {
        return divider;
    }

    /** Whether the right one is shown whole. */
    boolean showsOther() {
        return other;
    }

    private void other(boolean now) {
        other = now;
        requestLayout();
    }

    private void divide(double x) {
        divider = width <= 0 ? .5 : Math.max(0, Math.min(1, (x - fromX) / width));
        onHover.accept("");
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        double scale = SheetBars.scale(this);
        GraphicsContext pen = DeviceCanvas.fit(canvas, getWidth(), getHeight(), scale);
        Ink ink = Ink.of(window.appearance().settingsProperty().get());
        pen.setFill(ink.background());
        pen.fillRect(0, 0, getWidth(), getHeight());
        LookShown shown = window.look().shownProperty().get();
        OptionalInt place = window.focus().get().picture();
        Optional<PictureShape> shape = shown.shape();
        if (!isVisible() || place.isEmpty() || shape.isEmpty()) {
            return;
        }
        int zoom = (int) Math.max(
                1,
                Math.min(
                        getWidth() * scale / shape.get().width(),
                        getHeight() * scale / shape.get().height()));
        width = zoom * shape.get().width() / scale;
        double height = zoom * shape.get().height() / scale;
        fromX = Math.round((getWidth() - width) / 2 * scale) / scale;
        double cut = other ? 0 : Math.round(divider * zoom * shape.get().width()) / scale;
        picture(pen, ink, shown, left, place.getAsInt(), width, height);
        pen.save();
        pen.beginPath();
        pen.rect(fromX + cut, 0, width - cut, height);
        pen.clip();
        picture(pen, ink, shown, right, place.getAsInt(), width, height);
        pen.restore();
        if (!other) {
            pen.setFill(ink.current());
            pen.fillRect(fromX + cut - 1, 0, 2, height);
        }
    }

    private void picture(
            GraphicsContext pen, Ink ink, LookShown shown, int row, int place, double toWidth, double toHeight) {
        Optional<PictureArrays> arrays = row >= shown.rows().size() ? Optional.empty() : shown.arrays(row);
        if (arrays.isPresent() && place < arrays.get().count()) {
            Layer layer = row == SheetTile.ORIGINALS ? Layer.ORIGINAL : Layer.MADE;
            brush.draw(pen, ink, arrays.get(), layer, place, fromX, 0, toWidth, toHeight);
        }
    }
}
