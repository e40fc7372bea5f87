package peekbench.ui.view.look;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import javafx.geometry.Orientation;
import javafx.geometry.VPos;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.control.ScrollBar;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Region;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;
import peekbench.ui.model.WindowModel;
import peekbench.ui.model.look.BenchModel;
import peekbench.ui.model.look.LookMode;
import peekbench.ui.model.look.LookRow;
import peekbench.ui.model.look.LookShown;
import peekbench.ui.model.look.LookWords;
import peekbench.ui.service.picture.Layer;
import peekbench.ui.service.picture.PictureArrays;
import peekbench.ui.service.picture.PictureShape;
import peekbench.ui.view.part.Ink;

/** Original, reconstruction and error of the current picture, a line a row; the wheel zooms and a drag moves all of them. */
final class BenchCanvas extends Region {
    private static final double GAP = 10;
    private static final double LABEL = 22;
    private static final double BAR = 13;

    private final WindowModel window;
    private final Canvas canvas = new Canvas();
    private final ScrollBar down = new ScrollBar();
    private final PictureBrush brush;
    private Consumer<String> onHover = text -> {};
    private Optional<BenchModel> model = Optional.empty();
    private Optional<PictureShape> shape = Optional.empty();
    private List<BenchModel.Panel> panels = List.of();
    private Optional<int[]> crossed = Optional.empty();
    private Optional<BenchModel.Panel> dragged = Optional.empty();
    private double lastX;
    private double lastY;
    private double scale = 1;
    private double label = LABEL;

    BenchCanvas(WindowModel window) {
        this.window = window;
        this.brush = new PictureBrush(window.look().pages());
        setId("bench-canvas");
        setFocusTraversable(true);
        down.setOrientation(Orientation.VERTICAL);
        down.setFocusTraversable(false);
        down.valueProperty().addListener((property, before, now) -> requestLayout());
        getChildren().setAll(canvas, down);
        setOnScroll(this::wheel);
        setOnMouseMoved(this::moved);
        setOnMouseExited(event -> {
            crossed = Optional.empty();
            onHover.accept("");
            requestLayout();
        });
        setOnMousePressed(event -> {
            requestFocus();
            dragged = panel(event.getX(), event.getY());
            lastX = event.getX();
            lastY = event.getY();
        });
        setOnMouseDragged(event -> {
            dragged.ifPresent(panel -> model.ifPresent(
                    one -> one.drag(panel, (event.getX() - lastX) * scale, (event.getY() - lastY) * scale)));
            lastX = event.getX();
            lastY = event.getY();
            requestLayout();
        });
        addEventHandler(KeyEvent.KEY_PRESSED, event -> key(window, event));
    }

    /** Left and right follow the order, Escape and Enter go back to the strip. */
    static void key(WindowModel window, KeyEvent event) {
        if (event.isShortcutDown() || event.isAltDown()) {
            return;
        }
        switch (event.getCode()) {
            case LEFT -> window.look().step(-1);
            case RIGHT -> window.look().step(1);
            case UP -> window.arms().step(-1);
            case DOWN -> window.arms().step(1);
            case ESCAPE, ENTER, BACK_SPACE ->
                window.look().choices().modeProperty().set(LookMode.STRIP);
            default -> {
                return;
            }
        }
        event.consume();
    }

    void onHover(Consumer<String> listener) {
        onHover = listener;
    }

    /** The part of the picture that all panels show; empty without one. */
    Optional<BenchModel> model() {
        return model;
    }

    @Override
    protected void layoutChildren() {
        scale = SheetBars.scale(this);
        label = LABEL * Ink.of(window.appearance().settingsProperty().get()).em();
        double width = SheetBars.whole(getWidth() - BAR, scale);
        DeviceCanvas.fit(canvas, width, getHeight(), scale);
        LookShown shown = window.look().shownProperty().get();
        List<LookRow> rows = rows(shown);
        if (!shown.shape().equals(shape)) {
            shape = shown.shape();
            model = shape.map(one -> new BenchModel(one.width(), one.height()));
            model.ifPresent(one -> one.fit(
                    (int) (width * scale / 3.2),
                    (int) (getHeight() * scale / Math.min(2, rows.size())) - (int) (34 * scale)));
        }
        Layer error = window.look().choices().errorProperty().get().orElse(Layer.ERROR);
        panels = model.map(one -> one.panels(
                        rows.size(),
                        List.of(Layer.ORIGINAL, Layer.MADE, error),
                        (int) (width * scale),
                        (int) (getHeight() * scale),
                        (int) Math.round(GAP * scale),
                        (int) Math.round(label * scale)))
                .orElseGet(List::of);
        int content = panels.stream()
                        .mapToInt(panel -> panel.y() + panel.height())
                        .max()
                        .orElse(0)
                + (int) (GAP * scale);
        int view = (int) (getHeight() * scale);
        down.resizeRelocate(width, 0, BAR, Math.max(1, getHeight()));
        SheetBars.set(down, content, view, down.getValue());
        paint(rows);
    }

    private static List<LookRow> rows(LookShown shown) {
        return shown.rows().stream().filter(LookRow::sameRecords).toList();
    }

    private void paint(List<LookRow> rows) {
        Ink ink = Ink.of(window.appearance().settingsProperty().get());
        GraphicsContext pen = canvas.getGraphicsContext2D();
        pen.setFill(ink.background());
        pen.fillRect(0, 0, getWidth(), getHeight());
        OptionalInt place = window.focus().get().picture();
        if (place.isEmpty() || model.isEmpty()) {
            return;
        }
        pen.setFont(Font.font(window.appearance().settingsProperty().get().textSize()));
        pen.setTextBaseline(VPos.CENTER);
        pen.setTextAlign(TextAlignment.LEFT);
        int move = (int) Math.round(down.getValue());
        for (BenchModel.Panel panel : panels) {
            LookRow row = rows.get(panel.row());
            double x = panel.x() / scale;
            double y = (panel.y() - move) / scale;
            boolean there = row.has(place.getAsInt());
            if (panel.layer() == Layer.ORIGINAL) {
                pen.setFill(ink.arm(row.row().colour()));
                pen.fillOval(x, y - label / 2 - 4, 9, 9);
                pen.setFill(ink.text());
                String score = there
                        ? row.scores()
                                .map(all -> ", " + LookWords.name(all.column()) + " " + all.text(place.getAsInt()))
                                .orElse("")
                        : "";
                pen.fillText(
                        row.row().label() + ", " + row.row().attack() + score
                                + row.lack().map(why -> ": " + why).orElse(""),
                        x + 15,
                        y - label / 2);
            }
            if (there) {
                picture(pen, ink, row.arrays().orElseThrow(), panel, place.getAsInt(), move);
            }
        }
    }

    private void picture(
            GraphicsContext pen, Ink ink, PictureArrays arrays, BenchModel.Panel panel, int place, int move) {
        BenchModel.Part part = model.orElseThrow().part(panel);
        double x = part.x() / scale;
        double y = (part.y() - move) / scale;
        brush.draw(
                pen,
                ink,
                arrays,
                panel.layer(),
                place,
                part.fromX(),
                part.fromY(),
                part.width(),
                part.height(),
                x,
                y,
                part.toWidth() / scale,
                part.toHeight() / scale);
        crossed.ifPresent(pixel -> {
            double zoom = model.orElseThrow().zoom() / scale;
            double px = x + (pixel[0] - part.fromX()) * zoom;
            double py = y + (pixel[1] - part.fromY()) * zoom;
            if (px >= x - 1 && py >= y - 1 && px < x + part.toWidth() / scale && py < y + part.toHeight() / scale) {
                pen.setStroke(ink.brushed());
                pen.setLineWidth(2);
                pen.strokeRect(px, py, zoom, zoom);
            }
        });
    }

    private Optional<BenchModel.Panel> panel(double x, double y) {
        int px = (int) (x * scale);
        int py = (int) (y * scale + down.getValue());
        return panels.stream()
                .filter(one ->
                        px >= one.x() && px < one.x() + one.width() && py >= one.y() && py < one.y() + one.height())
                .findFirst();
    }

    private void moved(MouseEvent event) {
        Optional<BenchModel.Panel> panel = panel(event.getX(), event.getY());
        crossed = panel.flatMap(one ->
                model.flatMap(all -> all.pixel(one, event.getX() * scale, event.getY() * scale + down.getValue())));
        LookShown shown = window.look().shownProperty().get();
        OptionalInt place = window.focus().get().picture();
        onHover.accept(
                crossed.isPresent() && place.isPresent()
                        ? Readout.of(
                                window,
                                shown,
                                Optional.of(rows(shown).get(panel.orElseThrow().row())),
                                place.getAsInt(),
                                crossed.get()[0],
                                crossed.get()[1])
                        : "");
        requestLayout();
    }

    private void wheel(ScrollEvent event) {
        panel(event.getX(), event.getY())
                .ifPresent(panel -> model.ifPresent(one -> one.wheel(
                        panel, event.getX() * scale, event.getY() * scale + down.getValue(), event.getDeltaY() > 0)));
        requestLayout();
        event.consume();
    }
}
