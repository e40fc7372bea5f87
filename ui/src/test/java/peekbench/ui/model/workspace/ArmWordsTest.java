package peekbench.ui.model.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import peekbench.evaluation.Reference;
import peekbench.query.ArmRow;
import peekbench.query.Bound;
import peekbench.report.estimate.Column;
import peekbench.report.estimate.Estimate;

class ArmWordsTest {
    private static final ArmRow.Key KEY = new ArmRow.Key("", "group");

    private static ArmRow row(int collapsed, int limited) {
        Optional<Estimate> figure = Estimate.of(new double[] {.5}, Optional.empty());
        return new ArmRow(
                KEY,
                "scenario",
                "split",
                "pool1",
                "noise",
                true,
                3,
                0,
                figure,
                figure.map(estimate -> new ArmRow.Leak("decoder", estimate)),
                Optional.empty(),
                collapsed,
                limited);
    }

    private static Bound bound(Reference reference, double value) {
        return new Bound(
                KEY,
                reference.subject(),
                Estimate.of(new double[] {value}, Optional.empty()).orElseThrow());
    }

    @Test
    void figuresThatMeanWhatTheySeemToHaveNoMark() {
        List<Bound> bounds = List.of(bound(Reference.MEAN_IMAGE, .2), bound(Reference.IDENTITY_CLIENT, .9));
        assertThat(ArmWords.marks(row(0, 0), Column.SSIM, bounds)).isEmpty();
        assertThat(ArmWords.marks(row(0, 0), Column.SSIM, List.of())).isEmpty();
        assertThat(ArmWords.mark(List.of())).isEmpty();
        assertThat(ArmWords.leak(row(0, 0), Column.SSIM, bounds, Optional.empty()))
                .doesNotContain("\u2020");
    }

    @Test
    void collapsedTrainingsLimitedAttackersAndFailedCeilingsAreMarkedAndSaid() {
        List<Bound> bounds = List.of(bound(Reference.MEAN_IMAGE, .4), bound(Reference.IDENTITY_CLIENT, .3));
        assertThat(ArmWords.marks(row(1, 2), Column.SSIM, bounds))
                .containsExactly(
                        "The training of 1 of 3 trials collapsed: such a network tells nothing, and a mean over all is no"
                                + " network's.",
                        "The attacker came to its limit of epochs or steps in 2 of 3 trials while it was still getting better;"
                                + " give it more.",
                        "The ceiling (0.300) is below the floor (0.400): the attacker does not even rebuild what it is handed.");
        assertThat(ArmWords.marks(row(0, 0), Column.MSE, bounds)).isEmpty();
        assertThat(ArmWords.mark(List.of("a reason"))).isEqualTo(" \u2020");
        assertThat(ArmWords.accuracy(row(1, 0), Optional.empty())).contains("\u2020 The training of 1 of 3 trials");
        assertThat(ArmWords.leak(row(0, 2), Column.SSIM, bounds, Optional.empty()))
                .contains("\u2020 The attacker came", "\u2020 The ceiling");
    }
}
