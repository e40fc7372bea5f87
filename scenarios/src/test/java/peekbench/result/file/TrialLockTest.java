package peekbench.result.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrialLockTest {
    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void file() {
        file = folder.resolve("a-seed1");
    }

    /** Says whether somebody else holds a lock. */
    static final class Other {
        public static void main(String[] arguments) {
            System.out.print(TrialLock.isHeld(Path.of(arguments[0])));
        }
    }

    private String asAnotherProcessSeesIt() throws IOException, InterruptedException {
        Process other = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx64m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Other.class.getName(),
                        file.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String said = new String(other.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(other.waitFor()).isZero();
        return said;
    }

    /** The system gives all locks of a process back when it closes any channel to their file. */
    @Test
    @Tag("slow")
    void staysWhenTheSameProcessAsksForItAgain() throws IOException, InterruptedException {
        try (TrialLock lock = TrialLock.tryAcquire(file).orElseThrow()) {
            assertThat(lock.exclusive()).isTrue();
            assertThat(TrialLock.tryAcquire(file)).isEmpty();
            assertThat(TrialLock.isHeld(file)).contains(true);
            assertThat(asAnotherProcessSeesIt()).isEqualTo("Optional[true]");
        }
        assertThat(asAnotherProcessSeesIt()).isEqualTo("Optional[false]");
        TrialLock.tryAcquire(file).orElseThrow().close();
    }

    @Test
    void hasOneNameHoweverItIsReached() throws IOException {
        Path link = Files.createSymbolicLink(folder.resolve("link"), Files.createDirectory(folder.resolve("real")));
        try (TrialLock lock =
                TrialLock.tryAcquire(folder.resolve("real").resolve("a")).orElseThrow()) {
            assertThat(lock.exclusive()).isTrue();
            assertThat(TrialLock.tryAcquire(link.resolve("a"))).isEmpty();
            assertThat(TrialLock.isHeld(folder.resolve("link/../real/a"))).contains(true);
        }
    }

    @Test
    void whoAsksMakesNoFile() {
        assertThat(TrialLock.isHeld(file)).contains(false);
        assertThat(TrialLock.isHeld(folder.resolve("none").resolve("a"))).contains(false);
        assertThat(file).doesNotExist();
    }

    @Test
    void workIsDoneAloneOnceAProcess() throws IOException {
        String inner = WorkLock.<String>holding(folder, "report", alone -> {
            try {
                return alone + " " + WorkLock.<Boolean>holding(folder, "report", again -> again);
            } catch (IOException e) {
                return e.toString();
            }
        });

        assertThat(inner).isEqualTo("true false");
        assertThat(WorkLock.<Boolean>holding(folder, "report", alone -> alone)).isTrue();
        assertThat(folder.resolve(".locks/report")).exists();
    }
}
