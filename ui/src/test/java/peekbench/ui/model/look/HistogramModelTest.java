package peekbench.ui.model.look;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import peekbench.report.estimate.Column;
import peekbench.ui.service.picture.RecordScores;

class HistogramModelTest {
    private static final RecordScores SCORES = new RecordScores(Column.SSIM, new double[] {0, .5, .5, 1, Double.NaN});

    private final HistogramModel model =
            HistogramModel.of(SCORES, Optional.of(new RecordScores(Column.SSIM, new double[] {-.5, 1})));

    @Test
    void everyScoreIsInOneBin() {
        assertThat(model.counts().stream().mapToInt(Integer::intValue).sum())
                .as("what is no number is in none")
                .isEqualTo(4);
        assertThat(model.low()).as("the axis holds both").isEqualTo(-.5);
        assertThat(model.high()).isEqualTo(1);
        assertThat(model.largest()).isEqualTo(2);
    }

    @Test
    void aBinsRangeHoldsWhatItCounts() {
        for (int bin = 0; bin < HistogramModel.BINS; bin++) {
            RecordFilter.Range range = model.range(bin);
            long held = Arrays.stream(SCORES.toArray()).filter(range::holds).count();
            assertThat(held).isGreaterThanOrEqualTo(model.counts().get(bin));
        }
        assertThat(model.describe(HistogramModel.BINS - 1)).startsWith("SSIM 0.953 to 1.000: 1 of 5 records");
    }

    @Test
    void sharesAndValuesAreTheSamePlace() {
        assertThat(model.valueAt(model.shareOf(.25))).isEqualTo(.25);
        assertThat(model.valueAt(-1)).isEqualTo(model.low());
    }

    @Test
    void aPressOfEscapeTakesOneFilterAway() {
        RecordFilter filter = RecordFilter.ALL
                .toggled(3)
                .within(Optional.of(RecordFilter.Range.between(.9, .3)))
                .reading(RecordFilter.Reading.WRONG);

        assertThat(filter.range().orElseThrow().holds(.5)).isTrue();
        assertThat(filter.lessOne().range()).isEmpty();
        assertThat(filter.lessOne().lessOne().classes()).isEqualTo(Set.of());
        assertThat(filter.lessOne().lessOne().lessOne().isAll()).isTrue();
    }
}
