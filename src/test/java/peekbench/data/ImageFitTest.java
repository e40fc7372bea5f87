package peekbench.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import peekbench.nn.array.Shape;

class ImageFitTest {
    /** The example of PyTorch's documentation of {@code nn.Upsample}, bilinear without aligned corners. */
    @Test
    void scalesLikePyTorch() {
        INDArray image = Nd4j.createFromArray(new double[][][][] {{{{1, 2}, {3, 4}}}});
        double[][] expected = {{1, 1.25, 1.75, 2}, {1.5, 1.75, 2.25, 2.5}, {2.5, 2.75, 3.25, 3.5}, {3, 3.25, 3.75, 4}};
        INDArray scaled = ImageFit.to(Shape.of(1, 4, 4), image);
        assertThat(scaled.shape()).containsExactly(1, 1, 4, 4);
        for (int row = 0; row < 4; row++) {
            for (int column = 0; column < 4; column++) {
                assertThat(scaled.getDouble(0, 0, row, column)).isCloseTo(expected[row][column], within(1e-12));
            }
        }
    }

    @Test
    void halvesBetweenPixelCentres() {
        INDArray image = Nd4j.createFromArray(new double[][][][] {{{{0, 1, 4, 5}}}});
        assertThat(ImageFit.to(Shape.of(1, 1, 2), image).data().asDouble()).containsExactly(.5, 4.5);
    }

    @Test
    void coloursBecomeGreyByLuminanceAndGreyBecomesThreeColours() {
        INDArray colours = Nd4j.createFromArray(new double[][][][] {{{{1}}, {{0}}, {{0}}}, {{{0}}, {{1}}, {{1}}}});
        assertThat(ImageFit.to(Shape.of(1, 1, 1), colours).data().asDouble())
                .containsExactly(new double[] {.299, .701}, within(1e-12));
        INDArray grey = Nd4j.createFromArray(new double[][][][] {{{{.5}}}});
        assertThat(ImageFit.to(Shape.of(3, 1, 1), grey).data().asDouble()).containsExactly(.5, .5, .5);
    }

    @Test
    void whatFitsStaysAndWhatCannotFitIsNamed() {
        INDArray image = Nd4j.zeros(1, 2, 3, 3);
        assertThat(ImageFit.to(Shape.of(2, 3, 3), image)).isSameAs(image);
        assertThatThrownBy(() -> ImageFit.to(Shape.of(3, 3, 3), image))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("images of 2 channels cannot become images of 3");
        assertThat(ImageFit.reasonAgainst(Shape.of(9), Shape.of(1, 3, 3)))
                .hasValueSatisfying(reason -> assertThat(reason).contains("only images are scaled"));
    }
}
