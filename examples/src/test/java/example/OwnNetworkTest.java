package example;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OwnNetworkTest {
    @TempDir
    Path folder;

    @Test
    @Tag("slow")
    void plainCodeOfDeepLearning4jEndsWithALeakReport() throws IOException {
        Path results = folder.resolve("results");

        OwnNetwork.main(new String[] {"../scenarios/your-own/deeplearning4j.yaml", results.toString()});

        assertThat(Files.readString(results.resolve("report.html"))).contains("decoder");
    }
}
