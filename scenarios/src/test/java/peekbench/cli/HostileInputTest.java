package peekbench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import peekbench.report.table.Markdown;
import peekbench.scenario.ScenarioSamples;

/** Text and sizes that nobody means well with, or that somebody mistook: an error that says so, exit code 2, and quickly. */
class HostileInputTest {
    private static final String NUL = "\0";

    @TempDir
    private Path folder;

    private CommandLineRun plan(String yaml) throws IOException {
        Path file = Files.writeString(folder.resolve("sample.yaml"), yaml);
        return CommandLineRun.of(
                "plan", file.toString(), "--out", folder.resolve("results").toString());
    }

    private void isRefused(String yaml, String... reasons) throws IOException {
        CommandLineRun run = plan(yaml);
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains(reasons).doesNotContain("Something failed", "\tat ");
    }

    @Test
    void yamlNestedAThousandDeep() throws IOException {
        isRefused(
                ScenarioSamples.YAML + "quick: " + "[".repeat(1000) + "]".repeat(1000) + "\n",
                "sample.yaml:15: This is nested more than 50 deep, which no scenario is. Is it the right file?");
        isRefused(
                ScenarioSamples.YAML + "quick: " + "{a: ".repeat(100_000) + "1" + "}".repeat(100_000) + "\n",
                "nested more than 50 deep");
    }

    @Test
    void tagsThatMeanNothingHere() throws IOException {
        isRefused(
                ScenarioSamples.YAML.replace("title: A test", "title: !include x.yaml"),
                "sample.yaml:3: The tag (!include) means nothing here, and is not read. To begin with another file, write"
                        + " include: FILE");
        isRefused(
                ScenarioSamples.YAML.replace("[pool1, fc1]", "!cuts [pool1, fc1]"),
                "The tag (!cuts) means nothing here");
        assertThat(plan(ScenarioSamples.YAML.replace("title: A test", "title: !!str A test"))
                        .code())
                .isZero();
    }

    @Test
    void anAliasOfWhatItIsIn() throws IOException {
        isRefused(
                ScenarioSamples.YAML + "quick: &endless [*endless]\n",
                "The alias (*endless) stands within what it repeats, which has no end. Write the value out.");
    }

    @Test
    void aFileOfMegabytesAndATitleOfThousandsOfLetters() throws IOException {
        isRefused(ScenarioSamples.YAML + "#".repeat(2_000_000), "has more than 1 MB, which no scenario needs");
        isRefused(
                ScenarioSamples.YAML.replace("A test", "A test ".repeat(1000)),
                "sample.yaml:3: title: has 6999 characters; it is the heading of the report, and may have 300.");
    }

    @Test
    void moreRecordsThanANumberCanCount() throws IOException {
        isRefused(
                ScenarioSamples.YAML.replace(
                        "victim-train: 40, victim-test: 20",
                        "victim-train: 2147483647, victim-test: 20, attacker-auxiliary: 2147483647"),
                "The index sets take 4294967294 records of the training part of data set (fashion-mnist-sample), which has"
                        + " 6000. Make them smaller.");
    }

    @Test
    void aPictureOfTooManyPixelsBeforeItIsDecoded() throws IOException {
        Path images = Files.createDirectories(folder.resolve("large/one"));
        ImageIO.write(
                new BufferedImage(5000, 11, BufferedImage.TYPE_BYTE_BINARY),
                "png",
                images.resolve("image.png").toFile());
        isRefused(
                ScenarioSamples.YAML.replace(
                        "dataset: fashion-mnist-sample",
                        "dataset: large, image-folder: {path: " + images.getParent() + "}"),
                "image.png) has 5000x11 pixels; a side may have 4096. Scale it, as with resize: [64].");
    }

    /** As a letter is that the locale's encoding lacks; which that is differs between machines, what no path may hold does not. */
    @Test
    void aPathThatCannotBeSpelled() throws IOException {
        for (String[] command : new String[][] {{"show", "a" + NUL + "b"}, {"plan", "a" + NUL + "b"}}) {
            CommandLineRun run = CommandLineRun.of(command);
            assertThat(run.code()).as(command[0]).isEqualTo(2);
            assertThat(run.err())
                    .as(command[0])
                    .contains("cannot be spelled here: ")
                    .contains("set a locale that has all letters, as in LC_ALL=C.UTF-8")
                    .doesNotContain("Exception");
        }
        isRefused(
                ScenarioSamples.YAML.replace(
                        "dataset: fashion-mnist-sample", "dataset: own, image-folder: {path: \"a\\0b\"}"),
                "cannot be spelled here");
    }

    @Test
    void titlesThatAreNoWordsOfOneLine() {
        assertThat(Markdown.line("Two\nlines <script>alert(1)</script> for x < 3 and NoPeek <2>"))
                .isEqualTo("Two lines &lt;script>alert(1)&lt;/script> for x < 3 and NoPeek <2>");
    }
}
