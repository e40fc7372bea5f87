package example;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

class PixelCorrelationTest {
    private static final INDArray ORIGINALS = Nd4j.createFromArray(new float[][] {{0, .5f, 1}, {0, .5f, 1}});

    @Test
    void aPaleCopyIsFoundOutAndANegativeIsItsOpposite() {
        INDArray made = Nd4j.createFromArray(new float[][] {{.4f, .5f, .6f}, {1, .5f, 0}});
        INDArray before = ORIGINALS.dup();

        double[] correlations = new PixelCorrelation().score(ORIGINALS, made);

        assertThat(correlations[0]).isCloseTo(1, within(1e-6));
        assertThat(correlations[1]).isCloseTo(-1, within(1e-6));
        assertThat(ORIGINALS).isEqualTo(before);
    }

    @Test
    void isTheCovarianceOverTheStandardDeviations() {
        // Centred, (-.5, 0, .5) and (-.3, .4, -.1): products sum to .1, squares to .5 and .26.
        INDArray made = Nd4j.createFromArray(new float[][] {{.2f, .9f, .4f}, {.2f, .9f, .4f}});

        assertThat(new PixelCorrelation().score(ORIGINALS, made)[1]).isCloseTo(.1 / Math.sqrt(.5 * .26), within(1e-6));
    }

    @Test
    void oneShadeCorrelatesWithNothing() {
        assertThat(new PixelCorrelation().score(ORIGINALS, ORIGINALS.mul(0))[0]).isZero();
    }
}
