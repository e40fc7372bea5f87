package peekbench.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import peekbench.run.RunListener;
import peekbench.run.RunOptions;
import peekbench.run.RunResult;
import peekbench.scenario.ScenarioSource;

/** The quickstart's figures hold on another processor, within the spread that its page states. */
@Tag("slow")
class QuickstartProcessorsTest {
    private static final Pattern MOVE = Pattern.compile("([\\w² ]+) of one seed moves by at most ([\\d.]+)%? between");
    private static final Path PAGE = Path.of("../docs/quickstart.md");
    private static final Path SCENARIO = Path.of("quickstart.yaml");

    @TempDir
    Path folder;

    @Test
    void oneSeedMovesNoFurtherThanThePageSays() throws IOException {
        List<Processor> two = Processor.all().stream()
                .filter(processor ->
                        processor.equals(Processor.OWN) || processor.name().equals("avx2"))
                .toList();
        Assumptions.assumeTrue(two.size() == 2, "this machine cannot compute as another processor");

        List<RunResult> results = ProcessorRuns.of(
                ScenarioSource.of(SCENARIO).withSeed(1), folder, two, RunOptions.defaults(), RunListener.silent());
        ProcessorSpread spread =
                ProcessorSpread.of(two, results.stream().map(RunResult::trials).toList());

        Map<String, Double> stated = moves(Files.readString(PAGE));
        Map<String, Double> measured = moves(String.join(" ", spread.table().remarks()));
        assertThat(stated).containsKeys("Accuracy", "SSIM");
        assertThat(measured)
                .hasSameSizeAs(stated)
                .allSatisfy((figure, move) -> assertThat(move)
                        .as("%s of seed 1", figure)
                        .isLessThanOrEqualTo(stated.getOrDefault(figure, 0.)));
        assertThat(spread.agreed())
                .as("both processors agree on what NoPeek does")
                .isTrue();
    }

    private static Map<String, Double> moves(String text) {
        Map<String, Double> moves = new TreeMap<>();
        for (Matcher move = MOVE.matcher(text); move.find(); ) {
            moves.put(move.group(1).strip(), Double.parseDouble(move.group(2)));
        }
        return moves;
    }
}
