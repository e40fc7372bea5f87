package peekbench.result.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

class NpzTest {
    private static final Map<String, INDArray> ARRAYS = Map.of(
            "client-0/front/conv1/parameters",
                    Nd4j.createFromArray(new float[][] {{1, Float.MIN_VALUE, 3}, {4, 5, Float.NaN}}),
            "decimal", Nd4j.createFromArray(1 / 3.0),
            "position", Nd4j.createFromArray(1L << 60),
            "labels", Nd4j.createFromArray(3, 1, 2));

    @TempDir
    Path folder;

    @Test
    void everyArrayComesBackToTheLastBit() {
        Path file = folder.resolve("a.npz");
        Npz.write(file, ARRAYS);
        Map<String, INDArray> read = Npz.read(file);
        assertThat(read).containsOnlyKeys(ARRAYS.keySet());
        ARRAYS.forEach((name, array) -> {
            assertThat(read.get(name).shape()).as(name).isEqualTo(array.shape());
            assertThat(read.get(name).dataType()).as(name).isEqualTo(array.dataType());
            assertThat(read.get(name).data().asBytes())
                    .as(name)
                    .isEqualTo(array.data().asBytes());
        });
    }

    @Test
    void aTransposedViewIsWrittenInCOrder() {
        Path file = folder.resolve("a.npz");
        Npz.write(
                file,
                Map.of("a", Nd4j.createFromArray(new float[][] {{1, 2}, {3, 4}}).transpose()));
        assertThat(Npz.read(file).get("a").toFloatMatrix()).isDeepEqualTo(new float[][] {{1, 3}, {2, 4}});
    }

    @Test
    void equalArraysMakeEqualFiles() throws IOException {
        Npz.write(folder.resolve("a.npz"), ARRAYS);
        Npz.write(folder.resolve("b.npz"), ARRAYS);
        assertThat(folder.resolve("a.npz")).hasSameBinaryContentAs(folder.resolve("b.npz"));
    }

    @Test
    void aFileThatWasCutShortIsNamed() throws IOException {
        Path file = folder.resolve("a.npz");
        Npz.write(file, Map.of("a", Nd4j.zeros(1000)));
        Files.write(file, Arrays.copyOf(Files.readAllBytes(file), 2000));
        assertThatThrownBy(() -> Npz.read(file))
                .isInstanceOf(ResultStoreException.class)
                .hasMessageContaining("Could not read " + file);
    }
}
