package peekbench.ui.view.look;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.function.ToDoubleFunction;
import javafx.geometry.Orientation;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.canvas.Canvas;
import javafx.scene.control.ScrollBar;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.text.Font;
import peekbench.ui.model.WindowModel;
import peekbench.ui.model.look.GridSheet;
import peekbench.ui.model.look.LookMode;
import peekbench.ui.model.look.LookShown;
import peekbench.ui.model.look.LookWords;
import peekbench.ui.model.look.SheetHit;
import peekbench.ui.model.look.SheetLine;
import peekbench.ui.model.look.SheetModel;
import peekbench.ui.model.look.SheetModel.SheetScroll;
import peekbench.ui.model.look.SheetSizes;
import peekbench.ui.model.look.SheetTile;
import peekbench.ui.model.look.StripSheet;
import peekbench.ui.model.workspace.Focus;
import peekbench.ui.service.picture.Layer;
import peekbench.ui.service.picture.PictureShape;
import peekbench.ui.view.part.Explain;
import peekbench.ui.view.part.Ink;
import peekbench.ui.view.part.TextFit;

/** All pictures of a strip or a grid on one canvas as large as what is seen, with two scroll bars. */
public final class PictureSheet extends Region {
    private static final double BAR = 13;
    private static final int STRIP_COLUMNS = 12;
    private static final double CAPTION_SHARE = .85;

    private final WindowModel window;
    private final Canvas canvas = new Canvas();
    private final ScrollBar across = new ScrollBar();
    private final ScrollBar down = new ScrollBar();
    private final PictureBrush brush;
    private final ToDoubleFunction<Node> deviceScale;
    private Optional<SheetModel> sheet = Optional.empty();
    private SheetScroll scroll = SheetScroll.NONE;
    private Optional<SheetHit> hovered = Optional.empty();
    private Consumer<Optional<SheetHit>> onHover = hit -> {};
    private TextFit fit = new TextFit(Font.getDefault());
    private double scale = 1;
    private int paints;

    /** Binds to the models; they decide. */
    public PictureSheet(WindowModel window) {
        this(window, SheetBars::scale);
    }

    /** @param deviceScale pixels of the device that a logical pixel takes where a node is */
    PictureSheet(WindowModel window, ToDoubleFunction<Node> deviceScale) {
        this.window = window;
        this.deviceScale = deviceScale;
        this.brush = new PictureBrush(window.look().pages());
        setId("sheet");
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        getStyleClass().add("sheet");
        down.setOrientation(Orientation.VERTICAL);
        across.setFocusTraversable(false);
        down.setFocusTraversable(false);
        getChildren().setAll(canvas, across, down);
        across.valueProperty().addListener((property, before, now) -> scrollTo(now.intValue(), scroll.y()));
        down.valueProperty().addListener((property, before, now) -> scrollTo(scroll.x(), now.intValue()));
        window.look().shownProperty().addListener((property, before, now) -> {
            hovered = Optional.empty();
            requestLayout();
        });
        window.look().choices().modeProperty().addListener((property, before, now) -> {
            scroll = SheetScroll.NONE;
            requestLayout();
        });
        window.look().choices().errorProperty().addListener((property, before, now) -> requestLayout());
        window.look().choices().zoomProperty().addListener((property, before, now) -> requestLayout());
        window.appearance().settingsProperty().addListener((property, before, now) -> requestLayout());
        window.focus().brushedProperty().addListener((property, before, now) -> requestLayout());
        window.focus().currentProperty().addListener((property, before, now) -> focusChanged(before, now));
        setOnMouseMoved(event -> hover(hit(event)));
        setOnMouseExited(event -> hover(Optional.empty()));
        new SheetMouse(window, this).install();
        addEventHandler(KeyEvent.KEY_PRESSED, event -> sheet.ifPresent(one -> SheetKeys.press(window, one, event)));
        focusedProperty().addListener((property, before, now) -> requestLayout());
        Explain.ofFocus(this, LookWords.here(shown(), OptionalInt.empty()));
    }

    /** Is told what comes under the pointer. */
    void onHover(Consumer<Optional<SheetHit>> listener) {
        onHover = listener;
    }

    /** The screen may have changed, or a page was read. */
    void repaint() {
        requestLayout();
    }

    /** How often it was drawn. */
    public int paints() {
        return paints;
    }

    /** Where everything is now; empty without pictures. */
    public Optional<SheetModel> sheet() {
        return sheet;
    }

    /** How far it is moved. */
    public SheetScroll scroll() {
        return scroll;
    }

    @Override
    protected void layoutChildren() {
        scale = deviceScale.applyAsDouble(this);
        double width = SheetBars.whole(getWidth() - BAR, scale);
        double height = SheetBars.whole(getHeight() - BAR, scale);
        DeviceCanvas.fit(canvas, width, height, scale);
        double size = window.appearance().settingsProperty().get().textSize() * CAPTION_SHARE;
        if (fit.font().getSize() != size) {
            fit = new TextFit(Font.font(Font.getDefault().getFamily(), size));
        }
        LookShown shown = window.look().shownProperty().get();
        sheet = shown.rows().isEmpty() ? Optional.empty() : Optional.of(lay(shown, width, height));
        sheet.ifPresent(one -> scroll = scroll.within(one));
        bars(width, height);
        paint(shown);
    }

    private SheetModel lay(LookShown shown, double width, double height) {
        double size = fit.font().getSize();
        PictureShape shape = shown.shape().orElse(new PictureShape(1, 28, 28));
        boolean grid = window.look().choices().modeProperty().get() == LookMode.GRID;
        Optional<Layer> error = window.look().choices().errorProperty().get();
        SheetSizes one = sizes(1, shape, width, height, size);
        int room = (int) Math.floor(width * scale) - one.device(STRIP_COLUMNS * 3 + 50);
        int zoom = window.look().choices().zoomFor(shape.width(), STRIP_COLUMNS, room);
        SheetSizes sizes = sizes(zoom, shape, width, height, size);
        if (grid) {
            List<Layer> layers = error.map(layer -> List.of(Layer.ORIGINAL, Layer.MADE, layer))
                    .orElseGet(() -> List.of(Layer.ORIGINAL, Layer.MADE));
            return new GridSheet(sizes, shown.picks(), layers);
        }
        List<SheetLine> lines = shown.lines(error);
        return new StripSheet(sizes, shown.picks(), lines);
    }

    private SheetSizes sizes(int zoom, PictureShape shape, double width, double height, double textSize) {
        return new SheetSizes(
                scale,
                zoom,
                shape.width(),
                shape.height(),
                (int) Math.floor(width * scale),
                (int) Math.floor(height * scale),
                textSize);
    }

    private void bars(double width, double height) {
        across.resizeRelocate(0, height, width, BAR);
        down.resizeRelocate(width, 0, BAR, height);
        SheetBars.set(
                across, sheet.map(SheetModel::contentWidth).orElse(0), (int) Math.floor(width * scale), scroll.x());
        SheetBars.set(
                down, sheet.map(SheetModel::contentHeight).orElse(0), (int) Math.floor(height * scale), scroll.y());
    }

    private void paint(LookShown shown) {
        paints++;
        Ink ink = Ink.of(window.appearance().settingsProperty().get());
        SheetPainter painter = new SheetPainter(canvas.getGraphicsContext2D(), brush, fit, ink);
        Focus now = window.focus().get();
        if (sheet.isEmpty()) {
            canvas.getGraphicsContext2D().setFill(ink.background());
            canvas.getGraphicsContext2D().fillRect(0, 0, getWidth(), getHeight());
            return;
        }
        painter.paint(
                sheet.get(),
                shown,
                scroll,
                new SheetPainter.Marks(
                        now.picture(), hovered, window.focus().brushedProperty().get(), now.arm()),
                onlyRow(shown));
    }

    /** Pixels of the device a logical one, as it was laid out last. */
    double scale() {
        return scale;
    }

    /** The row of a grid; empty in a strip. */
    Optional<Integer> onlyRow(LookShown shown) {
        boolean grid = window.look().choices().modeProperty().get() == LookMode.GRID;
        return grid ? shown.current().map(row -> shown.rows().indexOf(row)) : Optional.empty();
    }

    void scrollTo(int x, int y) {
        SheetScroll next = new SheetScroll(x, y);
        if (!next.equals(scroll)) {
            scroll = next;
            requestLayout();
        }
    }

    private void focusChanged(Focus before, Focus now) {
        if (!before.picture().equals(now.picture())) {
            reveal(now.picture());
            now.picture().ifPresent(place -> setAccessibleText(LookWords.spoken(shown(), place)));
            Explain.ofFocus(this, LookWords.here(shown(), now.picture()));
        }
        requestLayout();
    }

    private void reveal(OptionalInt picture) {
        picture.ifPresent(place -> window.look()
                .shownProperty()
                .get()
                .picks()
                .columnOf(place)
                .ifPresent(column -> sheet.ifPresent(one -> scroll = one.reveal(column, scroll))));
    }

    /** The picture under the pointer. */
    Optional<SheetHit> hit(MouseEvent event) {
        return sheet.flatMap(
                one -> one.hit((int) Math.floor(event.getX() * scale), (int) Math.floor(event.getY() * scale), scroll));
    }

    private void hover(Optional<SheetHit> hit) {
        if (!hit.equals(hovered)) {
            hovered = hit;
            hit.filter(one -> one.tile().row() != SheetTile.ORIGINALS
                            && onlyRow(shown()).isEmpty())
                    .map(one -> shown().rows().get(one.tile().row()).row().arm().key())
                    .ifPresentOrElse(
                            key -> window.focus().brushedProperty().set(Optional.of(key)),
                            () -> window.focus().brushedProperty().set(Optional.empty()));
            onHover.accept(hit);
            requestLayout();
        }
    }

    private LookShown shown() {
        return window.look().shownProperty().get();
    }
}
