package peekbench.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nd4j.linalg.factory.Nd4j;
import peekbench.result.file.ResultStoreException;
import peekbench.result.record.Reconstructions;
import peekbench.threat.observation.TargetSet;

/** On a real file system of 512 KiB, which only root on Linux can mount; elsewhere skipped. */
class DiskFullTest {
    @TempDir
    Path disk;

    private boolean mounted;

    @BeforeEach
    void mount() throws IOException, InterruptedException {
        mounted = Files.isExecutable(Path.of("/bin/mount"))
                && run("/bin/mount", "-t", "tmpfs", "-o", "size=512k", "peekbench-test", disk.toString());
        assumeTrue(mounted, "a small tmpfs cannot be mounted here");
    }

    @AfterEach
    void unmount() throws IOException, InterruptedException {
        if (mounted) {
            assertThat(run("/bin/umount", disk.toString())).isTrue();
        }
    }

    @Test
    void saysSoAndLosesNothingThatWasComplete() {
        ResultStore store = ResultStore.open(disk);
        StoredTrial complete;
        try (TrialWriter writer = store.begin(ResultSamples.key("no defense", false, 1), ResultSamples.provenance())) {
            writer.epoch(ResultSamples.epoch(1));
            writer.scores(ResultSamples.scores());
            complete = writer.complete(1, 1);
        }
        Reconstructions large = new Reconstructions(
                "decoder",
                TargetSet.VICTIM_TEST,
                Nd4j.zeros(400, 1, 28, 28),
                Nd4j.zeros(400, 1, 28, 28),
                new double[400]);

        try (TrialWriter writer = store.begin(ResultSamples.key("no defense", false, 2), ResultSamples.provenance())) {
            writer.epoch(ResultSamples.epoch(1));
            assertThatThrownBy(() -> writer.reconstructions(large))
                    .isInstanceOf(ResultStoreException.class)
                    .hasMessageContaining("Could not write " + disk)
                    .hasMessageContaining("No space left on device")
                    .hasMessageContaining("KiB free there")
                    .hasMessageContaining("Trials that were complete are untouched. Free some space, allow this user");
        }

        assertThat(ResultStore.open(disk).trials()).containsExactly(complete);
        try (TrialWriter writer = store.begin(ResultSamples.key("no defense", false, 2), ResultSamples.provenance())) {
            writer.epoch(ResultSamples.epoch(1));
            writer.complete(1, 1);
        }
        assertThat(store.trials()).hasSize(2);
    }

    private static boolean run(String... command) throws IOException, InterruptedException {
        return new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start()
                        .waitFor()
                == 0;
    }
}
