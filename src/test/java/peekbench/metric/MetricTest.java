package peekbench.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import peekbench.nn.array.Shape;
import peekbench.registry.Registry;

class MetricTest {
    @Test
    void everyConstantIsListedUnderAnotherName() {
        assertThat(Metric.ours())
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(Metric.class.getDeclaredFields())
                        .filter(field -> field.getType() == Metric.class && Modifier.isStatic(field.getModifiers()))
                        .map(MetricTest::constant)
                        .toList());
        assertThat(Metric.labels()).doesNotHaveDuplicates();
    }

    private static Metric constant(Field field) {
        try {
            return (Metric) field.get(null);
        } catch (IllegalAccessException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void ourMetricsOfReconstructionsAreProvidersInTheOrderOfScores() {
        assertThat(Registry.builtIn(MetricProvider.KIND).providers())
                .extracting(MetricProvider::metric)
                .containsExactly(Metric.MSE, Metric.PSNR, Metric.SSIM);
        assertThat(Registry.builtIn(MetricProvider.KIND).providers())
                .filteredOn(provider -> provider.fits(Shape.of(4)))
                .extracting(MetricProvider::metric)
                .containsExactly(Metric.MSE);
    }

    @Test
    void needsANameAndAHeading() {
        assertThatThrownBy(() -> new Metric(
                        "worst", "none", "[0, 1]", Metric.Meaning.LESS_IS_LEAK, " ", FigureFormat.TWO, "bad"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("The metric (worst) has the heading ( ); give it a name and a heading");
    }
}
