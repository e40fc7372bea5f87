package peekbench.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import peekbench.evaluation.Score;
import peekbench.evaluation.Subject;
import peekbench.metric.Metric;
import peekbench.query.filter.Filter;
import peekbench.result.ResultSamples;
import peekbench.result.ResultStore;
import peekbench.result.TrialWriter;
import peekbench.threat.observation.TargetSet;

class ArmMarksTest {
    @TempDir
    private Path folder;

    private void write(String arm, long seed, Score... scores) {
        try (TrialWriter writer = ResultStore.open(folder.resolve("results"))
                .begin(ResultSamples.key(arm, true, seed), ResultSamples.provenance())) {
            writer.epoch(ResultSamples.epoch(1));
            writer.scores(List.of(scores));
            writer.complete(1, 1);
        }
    }

    private static Score score(String subject, Metric metric, double value) {
        return new Score(Subject.parse(subject), TargetSet.VICTIM_TEST, metric, value, Optional.empty());
    }

    @Test
    void countsTrialsThatCollapsedAndThoseInWhichTheStrongestAttackCameToItsLimit() {
        write(
                "noise",
                1,
                score("decoder", Metric.SSIM, .5),
                score("decoder", Metric.REIDENTIFICATION, .97),
                score("decoder", Metric.ATTACK_CONVERGED, 0));
        write("noise", 2, score("decoder", Metric.SSIM, .5), score("decoder", Metric.ATTACK_CONVERGED, 1));
        write("noise", 3, score("decoder", Metric.SSIM, .1), score("trained-network", Metric.COLLAPSED, 1));
        write("top-k", 1, score("decoder", Metric.SSIM, .5), score("unsplit", Metric.SSIM, .1));
        write("top-k", 2, score("decoder", Metric.SSIM, .5), score("unsplit", Metric.ATTACK_CONVERGED, 0));
        try (WorkspaceIndex index = WorkspaceIndex.open(folder, folder.resolve(".cache"))) {
            List<ArmRow> arms = index.arms(Filter.ALL, Order.OF_REPORTS, Measure.SSIM, 0, 10);
            assertThat(arms).extracting(ArmRow::arm).containsExactly("noise", "top-k");
            assertThat(arms)
                    .extracting(arm ->
                            arm.identified().map(found -> found.estimate().mean()))
                    .containsExactly(Optional.of(.97), Optional.empty());
            assertThat(arms).extracting(ArmRow::collapsed).containsExactly(1, 0);
            assertThat(arms).extracting(ArmRow::limited).containsExactly(1, 0);
        }
    }
}
