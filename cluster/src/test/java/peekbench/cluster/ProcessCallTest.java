package peekbench.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProcessCallTest {
    /** Prints its input as it comes, up to the end of it. */
    static final class Echo {
        public static void main(String[] arguments) throws Exception {
            System.err.println("a warning");
            System.in.transferTo(System.out);
            Runtime.getRuntime().halt(3);
        }
    }

    /** Ends by itself. */
    static final class Done {
        public static void main(String[] arguments) {
            System.out.println("in " + Path.of("").toAbsolutePath().getFileName() + " for " + System.getenv("OF_CALL"));
        }
    }

    private static ProcessCall call(Class<?> program, Path folder, long seconds) {
        return new ProcessCall(
                List.of("-XX:TieredStopAtLevel=1", "-cp", System.getProperty("java.class.path"), program.getName()),
                Map.of("OF_CALL", "a call"),
                folder.toString(),
                List.of("one", "two"),
                seconds);
    }

    @Test
    void tellsWhatWasPrintedAndHowItEnded(@TempDir Path folder) throws InterruptedException {
        List<String> heard = new ArrayList<>();
        ProcessEnd end = call(Done.class, folder, 0).run(heard::add);

        assertThat(end).isEqualTo(new ProcessEnd(0, heard, "", ""));
        assertThat(heard).containsExactly("in " + folder.getFileName() + " for a call");
    }

    @Test
    void aProgramThatDoesNotEndIsEndedByItsInputAtTheTimeLimit(@TempDir Path folder) throws InterruptedException {
        ProcessEnd end = call(Echo.class, folder, 1).run(line -> {});

        assertThat(end.unfit()).contains("it was ended on worker", "at its time limit of 1 s. Raise --time-limit");
        assertThat(end.code()).isEqualTo(3);
    }

    @Test
    void aTaskThatIsCancelledEndsItsProgram(@TempDir Path folder) {
        List<String> heard = new ArrayList<>();
        Thread task = Thread.currentThread();
        ProcessCall call = call(Echo.class, folder, 0);

        assertThatThrownBy(() -> call.run(line -> {
                    heard.add(line);
                    if (heard.size() == 2) {
                        task.interrupt();
                    }
                }))
                .isInstanceOf(InterruptedException.class);
        assertThat(heard).containsExactly("one", "two");
        assertThat(ProcessHandle.current().children()).noneMatch(ProcessHandle::isAlive);
    }

    @Test
    void aFolderThatIsNotThereIsAnAnswer(@TempDir Path folder) throws InterruptedException {
        ProcessEnd end = call(Done.class, folder.resolve("missing"), 0).run(line -> {});

        assertThat(end.unfit())
                .contains("No process can be started on worker", "missing", "Workers need the same folders");
    }
}
