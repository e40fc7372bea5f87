package peekbench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import peekbench.cli.console.Console;
import peekbench.cli.console.ExitCode;
import peekbench.scenario.ScenarioReader;

class CommandsTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({
        "protocols, vanilla-split",
        "models, lenet5",
        "attacks, decoder",
        "defenses, nopeek",
        "datasets, fashion-mnist-sample",
        "metrics, dcor-bias-corrected"
    })
    void listsWhatAScenarioCanName(String kind, String name) throws IOException {
        CommandLineRun text = CommandLineRun.of("list", kind);
        JsonNode json = new ObjectMapper()
                .readTree(CommandLineRun.of("list", kind, "--json").out());

        assertThat(text.code()).isZero();
        assertThat(text.out()).containsPattern("(?m)^" + name + " ");
        assertThat(StreamSupport.stream(json.spliterator(), false)
                        .map(entry -> entry.path("name").asText()))
                .contains(name);
    }

    @Test
    void listsWhoSeesWhatAndWhoMountsWhat() {
        assertThat(CommandLineRun.of("list", "protocols").out())
                .contains("    the server sees smashed data and labels of every batch");
        assertThat(CommandLineRun.of("list", "attacks").out())
                .contains("    mounted by a curious server that can have inputs encoded");
    }

    @Test
    void listsOptionsDefaultsAndPapers() {
        assertThat(CommandLineRun.of("list", "protocols").out())
                .contains("    clients: how many parties hold data (required)")
                .contains("    order: how clients take turns (default round-robin-by-batch)")
                .contains("    paper: Gupta, Raskar 2018");
    }

    @Test
    void saysWhatCanBeListed() {
        CommandLineRun run = CommandLineRun.of("list", "attack");

        assertThat(run.code()).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(run.err())
                .contains("is attack; it must be one of protocols, models, attacks, defenses, datasets, metrics."
                        + " Maybe you meant attacks.");
    }

    @Test
    void printsTheSchema() throws IOException {
        assertThat(new ObjectMapper().readTree(CommandLineRun.of("schema").out()))
                .isEqualTo(new ObjectMapper()
                        .readTree(ScenarioReader.builtIn().schema().toString().getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void printsVersionAndHelp() {
        assertThat(CommandLineRun.of("--version").out()).startsWith("Peekbench ");
        assertThat(CommandLineRun.of("help").out()).contains("peekbench run scenarios/quickstart.yaml", "130");
        assertThat(CommandLineRun.of("run", "--help").out()).contains("--threads", "--set", "--seed", "--out");
    }

    @Test
    void listsDataAndSaysWhatIsMissing() {
        CommandLineRun run = CommandLineRun.of("data", "list", "--data", folder.toString());

        assertThat(run.code()).isZero();
        assertThat(run.out()).containsPattern("fashion-mnist-sample .* embedded");
    }

    @Test
    void saysWhenTheDataFolderIsNone() {
        CommandLineRun run = CommandLineRun.of(
                "data", "list", "--data", folder.resolve("none").toString());

        assertThat(run.code()).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(run.err())
                .contains("--data (" + folder.resolve("none")
                        + ") is no folder; name one that holds a folder a data set, as mnist/.");
    }

    @Test
    void refusesToFetchWhatIsNoDataSet() {
        CommandLineRun run = CommandLineRun.of("data", "fetch", "mnits", "lipids");

        assertThat(run.code()).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(run.err())
                .contains("There are 2 mistakes:")
                .contains("There is no data set (mnits)")
                .contains("Maybe you meant mnist.")
                .contains("The data set (lipids) comes with the program; nothing to fetch.");
    }

    @Test
    void findsFilesThatDiffer() throws IOException {
        Path set = Files.createDirectories(folder.resolve("mnist"));
        for (String name :
                new String[] {"train-images-idx3", "train-labels-idx1", "t10k-images-idx3", "t10k-labels-idx1"}) {
            Files.writeString(set.resolve(name + "-ubyte.gz"), "wrong");
        }

        CommandLineRun run = CommandLineRun.of("data", "verify", "mnist", "--data", folder.toString());
        assertThat(run.code()).isEqualTo(ExitCode.FAILED);
        assertThat(run.out())
                .contains("train-images-idx3-ubyte.gz: differs from its pinned checksum; delete it and fetch it again");
    }

    @Test
    void refusesUnknownCommandsAndOptions() {
        assertThat(CommandLineRun.of("bogus").code()).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(CommandLineRun.of("run", "a.yaml", "--sed", "1").err()).contains("Unknown option", "'--sed'");
    }

    @Test
    void reportsMistakesAsTextOrJson() throws IOException {
        Path file = folder.resolve("bad.yaml");
        Files.writeString(file, "format: 1\nname: bad\n");

        CommandLineRun text = CommandLineRun.of("run", file.toString());
        assertThat(text.code()).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(text.err())
                .startsWith("peekbench: There are 6 mistakes:")
                .contains(file + ":1: seeds: is missing; it must be a list, as in [a, b]");
        assertThat(text.out()).isEmpty();

        CommandLineRun json = CommandLineRun.of("run", file.toString(), "--json");
        JsonNode event = new ObjectMapper().readTree(json.out());
        assertThat(json.code()).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(event.path("event").asText()).isEqualTo("refused");
        assertThat(event.path("problems")).hasSize(6);
        assertThat(event.at("/problems/0/location").asText()).isEqualTo(file + ":1");
    }

    @Test
    void refusesNoThreads() {
        CommandLineRun run = CommandLineRun.of("run", "any.yaml", "--threads", "0");

        assertThat(run.code()).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(run.err()).contains("--threads is 0; it must be at least 1.");
    }

    @Test
    void saysWhatTrialsThereAreNot() {
        CommandLineRun run = CommandLineRun.of("show", "nothing", "--out", folder.toString());

        assertThat(run.code()).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(run.err())
                .contains("There is no trial (nothing) in " + folder + ", nor any other. Run a scenario first.");
    }

    @Test
    void outputThatCannotBeWrittenIsAFailure() {
        Writer full = new Writer() {
            @Override
            public void write(char[] buffer, int offset, int length) throws IOException {
                throw new IOException("No space left on device");
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        StringWriter errors = new StringWriter();

        int code = Main.run(new Console(new PrintWriter(full), new PrintWriter(errors), false), "list", "models");

        assertThat(code).isEqualTo(ExitCode.FAILED);
        assertThat(errors.toString()).contains("Not all of the output could be written. Is the disk full");
    }
}
