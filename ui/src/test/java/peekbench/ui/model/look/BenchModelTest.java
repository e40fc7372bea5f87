package peekbench.ui.model.look;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import peekbench.ui.service.picture.Layer;

class BenchModelTest {
    private final BenchModel model = new BenchModel(28, 28);
    private List<BenchModel.Panel> panels = List.of();

    @BeforeEach
    void arrange() {
        model.fit(280, 280);
        panels = model.panels(2, List.of(Layer.ORIGINAL, Layer.MADE, Layer.ERROR), 900, 700, 10, 20);
    }

    @Test
    void aPictureBeginsWholeAndAtWholePixels() {
        assertThat(model.zoom()).isEqualTo(10);
        assertThat(panels).hasSize(6);
        assertThat(model.part(panels.get(0)).width()).isEqualTo(28);
        assertThat(model.part(panels.get(0)).toWidth()).isEqualTo(280);
    }

    @Test
    void whatIsUnderThePointerStaysThereInAllPanels() {
        BenchModel.Panel panel = panels.get(1);
        double x = panel.x() + 200;
        double y = panel.y() + 150;
        int[] before = model.pixel(panel, x, y).orElseThrow();

        model.wheel(panel, x, y, true);

        assertThat(model.zoom()).isEqualTo(13);
        assertThat(model.pixel(panel, x, y).orElseThrow()).isEqualTo(before);
        assertThat(model.part(panels.get(0)).fromX())
                .isEqualTo(model.part(panels.get(2)).fromX())
                .isPositive();
    }

    @Test
    void thePictureCannotBeDraggedAway() {
        model.wheel(panels.get(0), panels.get(0).x(), panels.get(0).y(), true);
        model.drag(panels.get(0), -10_000, -10_000);

        BenchModel.Part part = model.part(panels.get(0));
        assertThat(part.fromX() + part.width()).isLessThanOrEqualTo(28);
        model.drag(panels.get(0), 10_000, 10_000);
        assertThat(model.left()).isZero();
        assertThat(model.top()).isZero();
    }
}
