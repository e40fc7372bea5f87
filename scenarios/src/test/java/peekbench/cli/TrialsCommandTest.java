package peekbench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import peekbench.cli.console.ExitCode;
import peekbench.report.RunSample;

/** The commands trials and report over a made-up workspace with a damaged trial. */
@Tag("slow")
class TrialsCommandTest {
    private static final String FIRST = "vanilla-split-pool1-no-defense-seed1";

    @TempDir
    private static Path workspace;

    private static Path results;

    @TempDir
    private Path own;

    @BeforeAll
    static void fill() throws IOException {
        results = workspace.resolve("results").resolve("quickstart");
        new RunSample(results).attacked(2);
        new RunSample(results).failed("NoPeek <2>", 3);
        Files.writeString(Files.createDirectories(results.resolve("broken")).resolve("trial.json"), "{");
    }

    @Test
    void listsTrialsInPagesWithWhatCannotBeReadAtTheEnd() {
        CommandLineRun run = CommandLineRun.of("trials", workspace.toString(), "--count", "2");

        assertThat(run.code()).isEqualTo(ExitCode.DONE);
        assertThat(run.out())
                .contains(FIRST + "  completed")
                .doesNotContain("nopeek")
                .contains("5 trials of 2 arms, 1 failed; 1 more cannot be read.")
                .contains("There are more; go on with --from 3.")
                .contains("Unreadable:")
                .contains("results/quickstart/broken: Could not read");
    }

    @Test
    void listsArmsWithTheirMeans() {
        CommandLineRun run = CommandLineRun.of("trials", results.toString(), "--arms", "--sort", "leak");
        assertThat(run.err()).isEmpty();

        assertThat(run.out().lines().skip(1).findFirst().orElseThrow())
                .contains("NoPeek <2>")
                .contains("2/3")
                .contains("decoder");
    }

    @Test
    void tellsProgramsInJson() throws IOException {
        JsonNode told = new ObjectMapper()
                .readTree(CommandLineRun.of("trials", workspace.toString(), "--filter", "seed:1 arm:nopeek", "--json")
                        .out());

        assertThat(told.at("/counts/completed").asInt()).isEqualTo(1);
        assertThat(told.at("/trials/0/key/arm").asText()).isEqualTo("NoPeek <2>");
        assertThat(told.path("unreadable")).isEmpty();
    }

    @Test
    void aMistakeInTheFilterIsBadInput() {
        CommandLineRun run = CommandLineRun.of("trials", workspace.toString(), "--filter", "sed:1");

        assertThat(run.code()).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(run.err()).contains("The filter asks for (sed)").contains("Maybe you meant seed");
        assertThat(CommandLineRun.of("trials", workspace.toString(), "--from", "0")
                        .code())
                .isEqualTo(ExitCode.BAD_INPUT);
    }

    @Test
    void reportsOnWhatIsStoredAndSaysWhatIsLeftOut() throws IOException {
        Path out = own.resolve("report");
        CommandLineRun run = CommandLineRun.of("report", workspace.toString(), "--out", out.toString());

        assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.DONE);
        assertThat(out.resolve("gallery.png")).exists();
        assertThat(Files.readString(out.resolve("report.html")))
                .contains("1 trial folders cannot be read and are left out.")
                .contains("<li>results/quickstart/broken: Could not read");
        assertThat(run.err()).contains("results/quickstart/broken: Could not read");
        assertThat(CommandLineRun.of("report", workspace.toString(), "--out", out.toString())
                        .code())
                .as("an earlier report is replaced")
                .isEqualTo(ExitCode.DONE);
    }

    @Test
    void aPartIsReportedOnElsewhereAndNeverOverSomebodysOwnFiles() throws IOException {
        Path theirs = Files.writeString(own.resolve("summary.md"), "mine");
        CommandLineRun nowhere = CommandLineRun.of("report", results.toString(), "--filter", "seed:1");
        CommandLineRun over =
                CommandLineRun.of("report", results.toString(), "--filter", "seed:1", "--out", own.toString());
        CommandLineRun nothing = CommandLineRun.of("report", results.toString(), "--filter", "seed:9");

        assertThat(nowhere.code()).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(nowhere.err()).contains("a part of").contains("--out DIR");
        assertThat(over.code()).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(over.err()).contains("holds something that is no report");
        assertThat(theirs).hasContent("mine");
        assertThat(nothing.code()).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(nothing.err()).contains("No trial in").contains("match the filter (seed:9)");
    }

    @Test
    void showSaysWhyATrialCannotBeRead() throws IOException {
        Path half = Files.createDirectories(own.resolve("half"));
        Files.writeString(half.resolve("scores.json"), "[]");

        CommandLineRun damaged = CommandLineRun.of("show", "broken", "--out", workspace.toString());
        CommandLineRun halved = CommandLineRun.of("show", half.toString());

        assertThat(damaged.code()).isEqualTo(ExitCode.FAILED);
        assertThat(damaged.err()).contains("broken/trial.json").contains("Could not read");
        assertThat(halved.code()).isEqualTo(ExitCode.FAILED);
        assertThat(halved.err()).contains("half deleted");
    }

    @Test
    void aDamagedArrayCostsThePictureThatNeedsIt() throws IOException {
        Path store = own.resolve("pictures");
        new RunSample(store).attacked(1);
        Files.writeString(
                store.resolve(FIRST)
                        .resolve("reconstructions")
                        .resolve("victim-test")
                        .resolve("decoder.npy"),
                "no array");

        CommandLineRun run = CommandLineRun.of("report", store.toString());

        assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.DONE);
        assertThat(store.resolve("gallery.png")).doesNotExist();
        assertThat(store.resolve("tradeoff.png")).exists();
        assertThat(Files.readString(store.resolve("report.html")))
                .contains("The gallery is left out: Could not read")
                .contains("decoder.npy");
    }

    @Test
    void showFindsATrialThroughTheIndex() {
        assertThat(CommandLineRun.of("show", FIRST, "--out", workspace.toString())
                        .out())
                .contains("trial     " + FIRST + " (completed)");
        assertThat(CommandLineRun.of("show", FIRST + "1", "--out", workspace.toString())
                        .err())
                .contains("Maybe you meant " + FIRST);
    }
}
