package peekbench.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import peekbench.seed.Seed;

class ImageMetricsTest {
    private static final double TOLERANCE = 1e-6;

    static Stream<JsonNode> cases() throws IOException {
        try (InputStream in = ImageMetricsTest.class.getResourceAsStream("/reference/image_metrics.json")) {
            JsonNode cases = new ObjectMapper().readTree(in).get("cases");
            return StreamSupport.stream(cases.spliterator(), false).toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void valuesAreThoseOfScikitImage(JsonNode reference) {
        INDArray original = image(reference.get("original"));
        INDArray reconstruction = image(reference.get("reconstruction"));
        assertThat(ImageMetrics.meanSquaredError(original, reconstruction)[0])
                .isCloseTo(reference.get("mse").asDouble(), within(TOLERANCE));
        assertThat(ImageMetrics.structuralSimilarity(original, reconstruction)[0])
                .isCloseTo(reference.get("ssim").asDouble(), within(TOLERANCE));
        double noise = ImageMetrics.peakSignalToNoise(original, reconstruction)[0];
        if (reference.get("psnr").isNull()) {
            assertThat(noise).isInfinite();
        } else {
            assertThat(noise).isCloseTo(reference.get("psnr").asDouble(), within(TOLERANCE));
        }
    }

    @Test
    void channelsAreAveraged() {
        INDArray zeros = Nd4j.zeros(DataType.DOUBLE, 1, 1, 12, 12);
        INDArray ones = Nd4j.ones(DataType.DOUBLE, 1, 1, 12, 12);
        double same = ImageMetrics.structuralSimilarity(zeros, zeros)[0];
        double opposite = ImageMetrics.structuralSimilarity(zeros, ones)[0];
        double mixed = ImageMetrics.structuralSimilarity(Nd4j.concat(1, zeros, zeros), Nd4j.concat(1, zeros, ones))[0];
        assertThat(same).isEqualTo(1);
        assertThat(mixed).isCloseTo((same + opposite) / 2, within(1e-12));
    }

    @Test
    void imagesSmallerThanTheWindowAreRefused() {
        INDArray small = Nd4j.zeros(DataType.FLOAT, 1, 1, 10, 28);
        assertThatThrownBy(() -> ImageMetrics.structuralSimilarity(small, small))
                .hasMessageContaining("at least 11x11")
                .hasMessageContaining("10x28");
    }

    @Test
    void imagesOfDifferentShapesAreRefused() {
        assertThatThrownBy(() -> ImageMetrics.meanSquaredError(
                        Nd4j.zeros(DataType.FLOAT, 2, 3), Nd4j.zeros(DataType.FLOAT, 2, 4)))
                .hasMessageContaining("[2, 3]")
                .hasMessageContaining("[2, 4]");
    }

    @Test
    void theBootstrapIntervalHoldsTheMeanAndShrinksWithMoreImages() {
        double[] few = Seed.of(1).generator().doubles(50).toArray();
        double[] many = Seed.of(1).generator().doubles(5000).toArray();
        Interval wide = Bootstrap.mean(few, 500, Seed.of(2));
        Interval narrow = Bootstrap.mean(many, 500, Seed.of(2));
        double standardError = Math.sqrt(1 / 12.0 / many.length);
        assertThat(narrow.high() - narrow.low()).isCloseTo(2 * 1.96 * standardError, within(.2 * standardError * 4));
        assertThat(narrow.high() - narrow.low()).isLessThan(wide.high() - wide.low());
        assertThat(.5).isBetween(narrow.low(), narrow.high());
        assertThat(Bootstrap.mean(few, 500, Seed.of(2))).isEqualTo(wide);
    }

    private static INDArray image(JsonNode rows) {
        double[] numbers = StreamSupport.stream(rows.spliterator(), false)
                .flatMap(row -> StreamSupport.stream(row.spliterator(), false))
                .mapToDouble(pixel -> pixel.asInt() / 255.0)
                .toArray();
        return Nd4j.createFromArray(numbers)
                .reshape('c', 1, 1, rows.size(), rows.get(0).size());
    }
}
