package peekbench.ui.view.look;

import java.util.List;
import java.util.Optional;
import javafx.geometry.VPos;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.StackPane;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;
import peekbench.ui.model.WindowModel;
import peekbench.ui.model.look.HistogramModel;
import peekbench.ui.model.look.LookRow;
import peekbench.ui.model.look.LookShown;
import peekbench.ui.model.look.RecordFilter;
import peekbench.ui.service.picture.RecordScores;
import peekbench.ui.view.part.Explain;
import peekbench.ui.view.part.Ink;

/** How many records have which score. A click takes a bin, dragging a range, a double click all again. */
final class HistogramPane extends StackPane {
    private static final double WIDTH = 224;
    private static final double HEIGHT = 62;
    private static final double BOTTOM = 47;

    private final WindowModel window;
    private final Canvas canvas = new Canvas(WIDTH, HEIGHT);
    private Optional<HistogramModel> model = Optional.empty();
    private double pressedAt;

    HistogramPane(WindowModel window) {
        this.window = window;
        setId("histogram");
        getChildren().setAll(canvas);
        setOnMouseMoved(this::explain);
        setOnMousePressed(event -> pressedAt = share(event.getX()));
        setOnMouseDragged(event -> choose(pressedAt, share(event.getX())));
        setOnMouseClicked(this::click);
        window.look().shownProperty().addListener((property, before, now) -> show(now));
        window.appearance().settingsProperty().addListener((property, before, now) -> draw());
        show(window.look().shownProperty().get());
    }

    private void show(LookShown shown) {
        Optional<RecordScores> own = shown.current().flatMap(LookRow::scores);
        Optional<RecordScores> reference = shown.reference()
                .filter(row -> shown.current()
                        .filter(one -> one.row().equals(row.row()))
                        .isEmpty())
                .flatMap(LookRow::scores);
        model = own.map(scores -> HistogramModel.of(
                scores, reference.filter(other -> other.column().equals(scores.column()))));
        Explain.with(
                this,
                model.map(one -> "How many records have which " + one.name()
                                + ": the current arm filled, the first row as an outline. Click a bar, or drag a range;"
                                + " double click for all.")
                        .orElse("No scores of single records."));
        draw();
    }

    private void draw() {
        GraphicsContext pen = canvas.getGraphicsContext2D();
        Ink ink = Ink.of(window.appearance().settingsProperty().get());
        canvas.setWidth(WIDTH * ink.em());
        canvas.setHeight(HEIGHT * ink.em());
        setMaxSize(canvas.getWidth(), canvas.getHeight());
        pen.setTransform(ink.em(), 0, 0, ink.em(), 0, 0);
        pen.clearRect(0, 0, WIDTH, HEIGHT);
        if (model.isEmpty()) {
            return;
        }
        HistogramModel one = model.get();
        double bin = WIDTH / HistogramModel.BINS;
        Optional<RecordFilter.Range> range =
                window.look().choices().recordsProperty().get().range();
        for (int i = 0; i < HistogramModel.BINS; i++) {
            double middle = one.valueAt((i + .5) / HistogramModel.BINS);
            pen.setFill(range.isEmpty() || range.get().holds(middle) ? ink.current() : ink.line());
            double high = BOTTOM * one.counts().get(i) / one.largest();
            pen.fillRect(i * bin, BOTTOM - high, bin - 1, high);
        }
        one.reference().ifPresent(counts -> outline(pen, ink, counts, one.largest(), bin));
        pen.setStroke(ink.line());
        pen.strokeLine(0, BOTTOM + .5, WIDTH, BOTTOM + .5);
        pen.setFont(Font.font(11));
        pen.setTextBaseline(VPos.TOP);
        pen.setFill(ink.muted());
        pen.setTextAlign(TextAlignment.LEFT);
        pen.fillText(one.write(one.low()), 0, BOTTOM + 2);
        pen.setTextAlign(TextAlignment.CENTER);
        pen.fillText(one.name(), WIDTH / 2, BOTTOM + 2);
        pen.setTextAlign(TextAlignment.RIGHT);
        pen.fillText(one.write(one.high()), WIDTH, BOTTOM + 2);
    }

    private static void outline(GraphicsContext pen, Ink ink, List<Integer> counts, int largest, double bin) {
        pen.setStroke(ink.text());
        pen.setLineWidth(1);
        double y = BOTTOM;
        for (int i = 0; i < counts.size(); i++) {
            double next = Math.round(BOTTOM - BOTTOM * counts.get(i) / largest) + .5;
            pen.strokeLine(i * bin, y, i * bin, next);
            pen.strokeLine(i * bin, next, (i + 1) * bin, next);
            y = next;
        }
    }

    private void explain(MouseEvent event) {
        model.ifPresent(one -> Explain.with(this, one.describe(bin(event.getX()))));
    }

    private double share(double x) {
        return x / canvas.getWidth();
    }

    private int bin(double x) {
        return (int) Math.max(0, Math.min(HistogramModel.BINS - 1, share(x) * HistogramModel.BINS));
    }

    private void click(MouseEvent event) {
        if (event.getClickCount() == 2) {
            keep(Optional.empty());
        } else if (event.isStillSincePress()) {
            model.ifPresent(one -> keep(Optional.of(one.range(bin(event.getX())))));
        }
    }

    private void choose(double from, double to) {
        model.ifPresent(one -> keep(Optional.of(RecordFilter.Range.between(one.valueAt(from), one.valueAt(to)))));
    }

    private void keep(Optional<RecordFilter.Range> range) {
        window.look()
                .choices()
                .recordsProperty()
                .set(window.look().choices().recordsProperty().get().within(range));
    }
}
