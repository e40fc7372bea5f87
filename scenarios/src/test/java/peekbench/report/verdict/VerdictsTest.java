package peekbench.report.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import peekbench.evaluation.Score;
import peekbench.evaluation.Subject;
import peekbench.metric.Metric;
import peekbench.report.estimate.SeedGroup;
import peekbench.report.table.SummaryTable;
import peekbench.result.ResultSamples;
import peekbench.result.ResultStore;
import peekbench.result.TrialWriter;
import peekbench.threat.observation.TargetSet;

class VerdictsTest {
    private static final TargetSet UNSEEN = TargetSet.VICTIM_TEST;
    private static final TargetSet TRAINED = TargetSet.VICTIM_TRAIN;

    @TempDir
    private Path folder;

    private void write(String arm, boolean defended, long seed, Score... scores) {
        try (TrialWriter writer =
                ResultStore.open(folder).begin(ResultSamples.key(arm, defended, seed), ResultSamples.provenance())) {
            writer.epoch(ResultSamples.epoch(1));
            writer.scores(List.of(scores));
            writer.complete(1, 1);
        }
    }

    private static Score score(String subject, TargetSet targets, Metric metric, double value) {
        return new Score(Subject.parse(subject), targets, metric, value, Optional.empty());
    }

    /** What a decoder gets of unseen records and of those trained on, of which it finds a little less. */
    private static Score[] decoded(double ssim, double found, Score... more) {
        List<Score> scores = new ArrayList<>();
        for (TargetSet targets : TargetSet.values()) {
            double less = targets == TRAINED ? .01 : 0;
            scores.add(score("decoder", targets, Metric.SSIM, ssim - less));
            scores.add(score("decoder", targets, Metric.REIDENTIFICATION, found - less));
            scores.add(score("decoder", targets, Metric.FEATURE_REIDENTIFICATION, found / 2));
            scores.add(score("decoder", targets, Metric.REIDENTIFICATION_GALLERY, 1000));
        }
        scores.addAll(Arrays.asList(more));
        return scores.toArray(Score[]::new);
    }

    private Verdicts verdicts() {
        return Verdicts.of(ResultStore.open(folder).trials());
    }

    @Test
    void saysWhatLeaksFromEachArmAndWhatADefenseChanges() {
        double[] noise = {0, .01, .02};
        for (int seed = 1; seed <= 3; seed++) {
            write("no defense", false, seed, decoded(.8 + noise[seed - 1], .99));
            write("nopeek", true, seed, decoded(.7 + 2 * noise[seed - 1], .97));
        }
        Verdicts verdicts = verdicts();
        assertThat(verdicts.opening())
                .isEqualTo(
                        "Without a defense the strongest attack rebuilds unseen records with an SSIM of 0.810 and finds 99.0%"
                                + " of them among 1,000, at 80.0% accuracy. With nopeek it rebuilds unseen records with an SSIM of 0.720"
                                + " and finds 97.0% of them among 1,000, at 80.0% accuracy. By the same figure records trained on"
                                + " come to 0.800 (no defense) and 0.710 (nopeek).");
        assertThat(verdicts.arms().get(0).text())
                .isEqualTo(
                        "The strongest attack (decoder) rebuilds unseen records with an SSIM of 0.810\u00b10.025 and finds 99.0% of them"
                                + " among 1,000; records trained on with 0.800 and 98.0%. Accuracy is 80.0%.");
        assertThat(verdicts.arms().get(1).text())
                .startsWith(
                        "The strongest attack (decoder) rebuilds unseen records with an SSIM of 0.720\u00b10.050 and finds 97.0% of them"
                                + " among 1,000; records trained on with 0.710 and 96.0%. Against no defense SSIM of unseen records is"
                                + " 0.090 less (95 % interval \u22120.115 to \u22120.065, p .004 after Holm), and the share"
                                + " found of unseen records");
        assertThat(verdicts.arms().get(1).facts())
                .extracting(ArmVerdict.Fact::name)
                .contains("Accuracy", "SSIM, unseen", "Found among 1,000, trained on", "Training");
        assertThat(verdicts.arms()).noneMatch(ArmVerdict::doubtful);
    }

    @Test
    void ofTwoSeedsEachDifferenceIsSaidAndOfOneThatThereIsOne() {
        for (int seed = 1; seed <= 2; seed++) {
            write("no defense", false, seed, decoded(.8, .99));
            write("nopeek", true, seed, decoded(.8 - .03 * seed, .97));
        }
        write("noise", true, 1, decoded(.5, .9));
        assertThat(verdicts().arms())
                .filteredOn(arm -> arm.arm().equals("nopeek"))
                .singleElement()
                .extracting(ArmVerdict::text)
                .asString()
                .contains(
                        "SSIM of unseen records differs by \u22120.030 and \u22120.060 with its 2 seeds, too few for an interval");
        assertThat(verdicts().arms())
                .filteredOn(arm -> arm.arm().equals("noise"))
                .singleElement()
                .extracting(ArmVerdict::text)
                .asString()
                .contains("SSIM of unseen records is 0.300 less, and", "One seed: another may give something else.");
    }

    @Test
    void collapsedSeedsAreNotAveragedAwayAndLimitsAreSaid() {
        for (int seed = 1; seed <= 3; seed++) {
            write("no defense", false, seed, decoded(.8, .99));
        }
        write("nopeek", true, 1, decoded(.7, .97));
        write("nopeek", true, 2, decoded(.1, .01, score("trained-network", UNSEEN, Metric.COLLAPSED, 1)));
        write("nopeek", true, 3, decoded(.7, .97, score("decoder", UNSEEN, Metric.ATTACK_CONVERGED, 0)));
        write("noise", true, 1, decoded(.2, .01, score("trained-network", UNSEEN, Metric.COLLAPSED, 1)));
        Verdicts verdicts = verdicts();
        ArmVerdict nopeek = verdicts.arms().stream()
                .filter(arm -> arm.arm().equals("nopeek"))
                .findFirst()
                .orElseThrow();
        assertThat(nopeek.doubtful()).isTrue();
        assertThat(nopeek.text())
                .contains("with an SSIM of 0.700")
                .contains("differs by \u22120.100 and \u22120.100 with its 2 seeds")
                .contains("The training of seed 2 of 3 collapsed; the figures are those of the others.")
                .contains("This is not the most that leaks: the attacker came to its limit of epochs or steps");
        assertThat(verdicts.opening())
                .contains("With nopeek it rebuilds unseen records with an SSIM of 0.700")
                .contains("1 of 3 arms collapsed with every seed and are left out here.")
                .contains("Some attackers came to their limit");
        assertThat(verdicts.lines())
                .anyMatch(line -> line.startsWith("noise: ")
                        && line.endsWith("The training of every seed collapsed, so this tells nothing of the arm."));
    }

    @Test
    void resultsWithoutReidentificationSayItOnceAndShowTheRest() {
        write("no defense", false, 1, score("decoder", UNSEEN, Metric.SSIM, .8));
        assertThat(verdicts().opening())
                .isEqualTo(
                        "The strongest attack (decoder) rebuilds unseen records with an SSIM of 0.800. Accuracy is 80.0%. One"
                                + " seed: another may give something else.");
        assertThat(SummaryTable.leakage(ResultStore.open(folder).trials()).notes())
                .filteredOn(note -> note.contains("older than re-identification"))
                .hasSize(1);
    }

    @Test
    void tablesLabelsAndMembershipAreSaidByTheirOwnFigures() {
        write(
                "no defense",
                false,
                1,
                score("decoder", UNSEEN, Metric.MSE, .02),
                score("decoder", UNSEEN, Metric.REIDENTIFICATION, .12),
                score("decoder", UNSEEN, Metric.REIDENTIFICATION_GALLERY, 100));
        assertThat(verdicts().opening())
                .startsWith("The strongest attack (decoder) finds 12.0% of unseen records among 100. Accuracy");
        write("labels", true, 1, score("norm", TRAINED, Metric.LABEL_AUC, .9));
        write("members", true, 1, score("loss", TRAINED, Metric.MEMBERSHIP_AUC, .6));
        assertThat(Leak.leading(List.of(
                        ArmFigures.of(group("labels")).scores(),
                        ArmFigures.of(group("members")).scores())))
                .contains(Leak.LABEL_ORDER);
        assertThat(ArmVerdict.of(
                                ArmFigures.of(group("members")),
                                List.of(group("members")),
                                Optional.of(Leak.MEMBERSHIP),
                                Changes.of(List.of(), Optional.empty()))
                        .text())
                .startsWith("The strongest attack (loss) tells records trained on from others with an AUC of 0.600.");
    }

    private SeedGroup group(String arm) {
        return SeedGroup.of(ResultStore.open(folder).trials()).stream()
                .filter(group -> group.key().arm().equals(arm))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void nobodyAttackedAndNothingCompleted() {
        write("no defense", false, 1);
        assertThat(verdicts().opening()).isEqualTo("Accuracy is 80.0%. One seed: another may give something else.");
        write("nopeek", true, 1);
        assertThat(verdicts().opening())
                .isEqualTo("Nobody attacked. Test accuracy lies between 80.0% (no defense) and 80.0% (no defense).");
        assertThat(ChangesTable.of(ResultStore.open(folder).trials())
                        .orElseThrow()
                        .markdown())
                .contains("| nopeek | Accuracy | +0.0 points | 1 | \u2013 | \u2013 |");
    }
}
