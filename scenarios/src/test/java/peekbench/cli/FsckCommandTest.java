package peekbench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.io.file.PathUtils;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import peekbench.cli.console.ExitCode;
import peekbench.result.ResultSamples;
import peekbench.result.ResultStore;
import peekbench.result.StoreCheck;
import peekbench.result.StoreProblem;
import peekbench.result.StoredTrial;
import peekbench.result.TrialWriter;

class FsckCommandTest {
    private static final Path FORMAT_1 = Path.of("src/test/resources/peekbench/result/format-1");

    @TempDir
    private Path folder;

    private StoredTrial write(long seed) {
        try (TrialWriter writer = ResultStore.open(folder)
                .begin(ResultSamples.key("no defense", false, seed), ResultSamples.provenance())) {
            writer.epoch(ResultSamples.epoch(1));
            writer.scores(ResultSamples.scores());
            return writer.complete(1, 1);
        }
    }

    private CommandLineRun fsck(String... more) {
        return CommandLineRun.of(Stream.concat(Stream.of("fsck", folder.toString()), Stream.of(more))
                .toArray(String[]::new));
    }

    @Test
    void saysThatAllIsAsItWasStored() {
        write(1);

        assertThat(fsck().code()).isZero();
        assertThat(fsck().out().strip()).isEqualTo("Every file is as it was stored.");
    }

    @Test
    void namesFilesThatAreMissingChangedOrAddedAndMovesTheirTrialsAside() throws IOException {
        StoredTrial sound = write(1);
        Path damaged = write(2).folder();
        Files.delete(damaged.resolve("times.json"));
        Files.writeString(damaged.resolve("notes.txt"), "mine");
        Path changed = write(3).folder();
        Files.writeString(changed.resolve("scores.json"), "[]");

        CommandLineRun found = fsck();
        assertThat(found.code()).isEqualTo(ExitCode.FAILED);
        assertThat(found.out())
                .contains("damaged: " + damaged + ": ")
                .contains("damaged: " + changed + ": scores.json has changed");
        assertThat(damaged).exists();

        CommandLineRun repaired = fsck("--repair");
        assertThat(repaired.code()).isZero();
        assertThat(repaired.out()).contains("damaged (repaired): " + damaged);
        assertThat(ResultStore.open(folder).read().trials()).containsExactly(sound);
        try (Stream<Path> aside = Files.list(folder.resolve(".damaged"))) {
            assertThat(aside).hasSize(2);
        }
        assertThat(fsck().out()).contains("Every file is as it was stored.");
    }

    @Test
    void namesEachFileOfATrialThatCanBeRead() throws IOException {
        Path trial = write(1).folder();
        Files.writeString(trial.resolve("notes.txt"), "mine");
        Files.writeString(trial.resolve("SHA256SUMS"), "00  roc.csv\n", StandardOpenOption.APPEND);

        assertThat(fsck().out()).contains("roc.csv is missing; notes.txt was added");
    }

    @Test
    void filesThatSomebodyPutBesideThoseOfATrialTakeNothingFromIt() throws IOException {
        StoredTrial trial = write(1);
        Path notes = Files.writeString(trial.folder().resolve("notes.txt"), "mine");

        CommandLineRun repaired = fsck("--repair");
        assertThat(repaired.code()).isZero();
        assertThat(repaired.out().strip()).isEqualTo("added: " + trial.folder() + ": notes.txt was added");
        assertThat(notes).hasContent("mine");
        assertThat(ResultStore.open(folder).trials()).containsExactly(trial);
    }

    @Test
    void aTrialThatWasReplacedSinceItWasLookedAtStays() throws IOException {
        Path trial = write(1).folder();
        Path scores = trial.resolve("scores.json");
        byte[] sound = Files.readAllBytes(scores);
        Files.writeString(scores, "[]");
        StoreCheck check = StoreCheck.of(folder);
        List<StoreProblem> problems = check.problems();
        Files.write(scores, sound);

        assertThat(problems).hasSize(1);
        assertThat(check.repair(problems)).isEqualTo(problems);
        assertThat(trial).exists();
        assertThat(check.problems()).isEmpty();
    }

    @Test
    void clearsAwayWhatDeadRunsLeftAndPutsBackWhatTheyMoved() throws IOException {
        StoredTrial moved = write(1);
        Files.move(moved.folder(), folder.resolve(".old-" + moved.key().id() + "~0123456789abcdef"));
        Path dead = Files.createDirectories(folder.resolve(".tmp-dead-seed1~12345678~0123456789abcdef"));

        assertThat(fsck().code()).isEqualTo(ExitCode.FAILED);
        assertThat(fsck().out())
                .contains("leftover: " + folder.resolve("dead-seed1"))
                .contains("leftover: " + moved.folder());
        assertThat(fsck("--repair").code()).isZero();
        assertThat(dead).doesNotExist();
        assertThat(ResultStore.open(folder).read().trials()).containsExactly(moved);
    }

    @Test
    void leavesATrialAloneThatIsBeingWritten() {
        try (TrialWriter writer =
                ResultStore.open(folder).begin(ResultSamples.key("no defense", false, 1), ResultSamples.provenance())) {
            assertThat(fsck("--repair").out().strip()).isEqualTo("Every file is as it was stored.");
            assertThat(writer.complete(1, 1).completed()).isTrue();
        }
    }

    @Test
    void saysThatTrialsOfFormat1CannotBeCheckedAndMarksTheirFolder() throws IOException {
        PathUtils.copyDirectory(FORMAT_1, folder);

        CommandLineRun found = fsck();
        assertThat(found.code()).isEqualTo(ExitCode.FAILED);
        assertThat(found.out())
                .contains("unmarked: " + folder)
                .contains("cannot be checked: ")
                .contains("trials of format 1 were stored without hashes");
        assertThat(fsck("--repair").code()).isZero();
        assertThat(folder.resolve("peekbench-results.json")).exists();
    }

    @Test
    void namesVictimsThatWereLeftUnfinished() throws IOException {
        write(1);
        Path victim = Files.createDirectories(folder.resolve(".victims/0123"));

        assertThat(fsck().out()).contains("leftover: " + victim + ": a run that died left a victim unfinished");
        assertThat(fsck("--repair").code()).isZero();
        assertThat(victim).doesNotExist();
    }

    @Test
    void refusesWhatIsNoResultFolder() throws IOException {
        Files.writeString(folder.resolve("mine.txt"), "mine");

        assertThat(fsck("--repair").code()).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(fsck().err()).contains("The folder " + folder + " holds no results of Peekbench.");
    }
}
