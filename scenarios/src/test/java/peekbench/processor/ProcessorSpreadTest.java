package peekbench.processor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import peekbench.report.RunSample;
import peekbench.report.estimate.Column;
import peekbench.report.estimate.Estimate;
import peekbench.result.StoredTrial;

class ProcessorSpreadTest {
    private static final List<Processor> TWO =
            List.of(Processor.OWN, new Processor("old", "an old processor", Map.of("OLD", "1"), Set.of()));

    @TempDir
    Path own;

    @TempDir
    Path old;

    @Test
    void aFigureIsThatOfTheFirstWithTheRangeOverAll() {
        List<StoredTrial> three = new RunSample(own).attacked(3);
        List<StoredTrial> first = new RunSample(old).attacked(1);

        ProcessorSpread spread = ProcessorSpread.of(TWO, List.of(three, first));

        // SSIM is .80, .82, .84 without the defense, and of the first seed .80.
        Estimate ssim = spread.table()
                .rows()
                .get(0)
                .cells()
                .get(spread.table().columns().indexOf(Column.SSIM))
                .orElseThrow();
        assertThat(ssim.mean()).isCloseTo(.82, within(1e-12));
        assertThat(ssim.interval().orElseThrow().low()).isCloseTo(.80, within(1e-12));
        assertThat(ssim.interval().orElseThrow().high()).isCloseTo(.82, within(1e-12));
        assertThat(spread.markdown())
                .startsWith("Computed as this processor; as an old processor:")
                .contains("0.820 [0.800, 0.820]")
                .contains("[low, high] is the range of what processors give for the same seeds, and no interval.");
    }

    @Test
    void anOrderThatAllAgreeOnIsAVerdict() {
        ProcessorSpread spread =
                ProcessorSpread.of(TWO, List.of(new RunSample(own).attacked(2), new RunSample(old).attacked(2)));

        assertThat(spread.agreed()).isTrue();
        assertThat(spread.verdicts())
                .anyMatch(verdict ->
                        verdict.startsWith("NoPeek <2>, decoder, unseen: all processors agree that it changes ")
                                && verdict.endsWith("SSIM by -0.405 to -0.405."));
        assertThat(spread.table().remarks()).contains("SSIM of one seed moves by at most 0.000 between processors.");
    }

    @Test
    void anOrderThatProcessorsDoNotAgreeOnIsNone() {
        ProcessorSpread spread =
                ProcessorSpread.of(TWO, List.of(new RunSample(own).attacked(1), new RunSample(old).defendedInVain()));

        assertThat(spread.agreed()).isFalse();
        assertThat(spread.verdicts())
                .anyMatch(verdict -> verdict.startsWith("NoPeek <2>, decoder, unseen: ")
                        && verdict.endsWith("There is no verdict on SSIM by -0.400 to 0.000."));
        assertThat(spread.table().remarks()).contains("SSIM of one seed moves by at most 0.500 between processors.");
    }

    @Test
    void thisMachineComesFirstAndNeedsNothing() {
        assertThat(Processor.all())
                .startsWith(Processor.OWN)
                .extracting(Processor::name)
                .contains("two-threads");
        assertThat(Processor.OWN.environment()).isEmpty();
    }
}
