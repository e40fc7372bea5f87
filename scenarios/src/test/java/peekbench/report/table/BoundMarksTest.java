package peekbench.report.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import peekbench.evaluation.Score;
import peekbench.evaluation.Subject;
import peekbench.metric.Metric;
import peekbench.result.ResultSamples;
import peekbench.result.ResultStore;
import peekbench.result.TrialWriter;
import peekbench.threat.observation.TargetSet;

class BoundMarksTest {
    @TempDir
    private Path folder;

    private void write(long seed, Score... scores) {
        try (TrialWriter writer = ResultStore.open(folder)
                .begin(ResultSamples.key("no defense", false, seed), ResultSamples.provenance())) {
            writer.epoch(ResultSamples.epoch(1));
            writer.scores(List.of(scores));
            writer.complete(1, 1);
        }
    }

    private static Score score(String subject, Metric metric, double value) {
        return new Score(Subject.parse(subject), TargetSet.VICTIM_TEST, metric, value, Optional.empty());
    }

    private SummaryTable table() {
        return SummaryTable.leakage(ResultStore.open(folder).trials());
    }

    @Test
    void anAttackerAtItsLimitIsMarked() {
        write(1, score("decoder", Metric.SSIM, .5), score("decoder", Metric.ATTACK_CONVERGED, 1));
        write(2, score("decoder", Metric.SSIM, .6), score("decoder", Metric.ATTACK_CONVERGED, 0));

        assertThat(table().text()).contains("decoder \u2020");
        assertThat(table().notes())
                .contains(
                        "\u2020 no defense, decoder, unseen: this score is not a bound, because the attacker came to its"
                                + " limit of epochs or steps in 1 of 2 seeds while it was still getting better; give it more.");
    }

    @Test
    void aCeilingBelowItsFloorIsMarked() {
        write(
                1,
                score("decoder", Metric.SSIM, .5),
                score("mean-image", Metric.SSIM, .3),
                score("identity-client", Metric.SSIM, .2));

        assertThat(table().notes())
                .contains("\u2020 no defense, identity client (ceiling), unseen: this score is not a bound, because the"
                        + " ceiling (SSIM 0.200) is below the floor (SSIM 0.300).");
    }

    @Test
    void aCeilingThatDoesNotRebuildWhatItIsHandedIsMarked() {
        write(
                1,
                score("decoder", Metric.SSIM, .5),
                score("mean-image", Metric.SSIM, .3),
                score("identity-client", Metric.SSIM, .7));

        assertThat(table().notes())
                .anySatisfy(note -> assertThat(note)
                        .contains("identity client (ceiling)")
                        .contains("rebuilds it with an SSIM of 0.700 only"));
    }

    @Test
    void aReaderOfReconstructionsAtChanceIsMarked() {
        write(
                1,
                score("decoder", Metric.CLASSIFIER_ACCURACY, .1),
                score("mean-image", Metric.CLASSIFIER_ACCURACY, .1),
                score("originals", Metric.CLASSIFIER_ACCURACY, .09));

        assertThat(table().notes())
                .anySatisfy(note -> assertThat(note)
                        .startsWith(
                                "\u2020 no defense, originals (ceiling), unseen: this score is not a bound, because who"
                                        + " reads the reconstructions recognises 9.0% of the originals themselves"));
    }

    @Test
    void scoresThatStandForWhatTheySayAreNotMarked() {
        write(
                1,
                score("decoder", Metric.SSIM, .5),
                score("decoder", Metric.ATTACK_CONVERGED, 1),
                score("decoder", Metric.CLASSIFIER_ACCURACY, .5),
                score("mean-image", Metric.SSIM, .3),
                score("mean-image", Metric.CLASSIFIER_ACCURACY, .1),
                score("identity-client", Metric.SSIM, .99),
                score("originals", Metric.CLASSIFIER_ACCURACY, .8));

        assertThat(table().rows()).allSatisfy(row -> assertThat(row.marks()).isEmpty());
    }

    /** An X-ray looks like itself to SSIM before it is rebuilt well. */
    @Test
    void aCeilingOfFewDecibelsIsMarked() {
        write(
                1,
                score("decoder", Metric.SSIM, .5),
                score("identity-client", Metric.SSIM, .93),
                score("identity-client", Metric.PSNR, 20.8));

        assertThat(table().notes())
                .anyMatch(note -> note.startsWith("\u2020 no defense, identity client (ceiling), unseen")
                        && note.contains("rebuilds it with a PSNR in dB of 20.80 only"));
    }

    /** Of a table, there is no picture, and its ceiling is held against records that are found. */
    @Test
    void theFloorOfATableIsTheMeanRecordAndItsCeilingFindsRecords() {
        write(
                1,
                score("decoder", Metric.MSE, .5),
                score("decoder", Metric.REIDENTIFICATION_GALLERY, 1200),
                score("mean-image", Metric.MSE, .7),
                score("identity-client", Metric.REIDENTIFICATION, .4));

        assertThat(table().text()).contains("mean record (floor)", "identity client (ceiling) \u2020");
        assertThat(table().notes())
                .contains(
                        "Identified: each reconstruction is looked up among the 1,200 attacked records of its set; an answer"
                                + " that is always the same finds one of them.");
    }

    @Test
    void aCollapsedSeedMarksEveryRowOfItsGroupAndSaysWhatIsLeftWithoutIt() {
        write(1, score("decoder", Metric.SSIM, .5));
        write(2, score("decoder", Metric.SSIM, .1), score("trained-network", Metric.COLLAPSED, 1));
        write(3, score("decoder", Metric.SSIM, .5));

        assertThat(table().notes())
                .contains(
                        "\u2020 no defense, decoder, unseen: this score is not a bound, because the training of 1 of 3"
                                + " seeds collapsed (2), so that a mean over all is no network's; without these Accuracy is 80.0%.");
        assertThat(SummaryTable.training(ResultStore.open(folder).trials()).text())
                .contains("no defense \u2020");
    }
}
