package peekbench.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.launcher.JavaModuleOptions;
import org.junit.jupiter.api.Test;

class LaunchOptionsTest {
    @Test
    void theLauncherOpensToSparkWhatThisVersionOfItAsksFor() throws IOException {
        List<String> launcher = Files.readAllLines(Path.of("..", "launch", "cluster-java-options"));

        assertThat(Stream.of(JavaModuleOptions.defaultModuleOptionArray())
                        .filter(option -> option.startsWith("--add-opens")))
                .isNotEmpty()
                .containsExactlyInAnyOrderElementsOf(
                        launcher.stream().filter(line -> !line.startsWith("#")).toList());
    }
}
