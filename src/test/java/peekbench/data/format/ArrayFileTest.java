package peekbench.data.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import peekbench.data.Dataset;
import peekbench.data.GivenParts;
import peekbench.data.Task;
import peekbench.nn.array.NpyHeader;
import peekbench.nn.array.Precision;
import peekbench.nn.array.Shape;
import peekbench.problem.ConfigurationException;

/** Arrays as NumPy writes them. */
class ArrayFileTest {
    @TempDir
    private Path folder;

    private final List<Named> arrays = new ArrayList<>();

    private record Named(String name, byte[] bytes) {}

    private void array(String name, NpyHeader.Type type, List<Long> shape, double... numbers) {
        ByteBuffer bytes = ByteBuffer.allocate(numbers.length * type.bytes()).order(ByteOrder.LITTLE_ENDIAN);
        for (double number : numbers) {
            switch (type) {
                case UINT8 -> bytes.put((byte) (int) number);
                case INT64 -> bytes.putLong((long) number);
                case FLOAT32 -> bytes.putFloat((float) number);
                default -> bytes.putDouble(number);
            }
        }
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        whole.writeBytes(new NpyHeader(type, shape, 0).written());
        whole.writeBytes(bytes.array());
        arrays.add(new Named(name, whole.toByteArray()));
    }

    private ArrayFile file() throws IOException {
        Path file = folder.resolve("set.npz");
        try (OutputStream out = Files.newOutputStream(file);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Named array : arrays) {
                zip.putNextEntry(new ZipEntry(array.name() + ".npy"));
                zip.write(array.bytes());
            }
        }
        arrays.clear();
        return new ArrayFile(file.toString());
    }

    @Test
    void bytesOfKerasBecomeImagesWithChannelsFirst() throws IOException {
        array("x_train", NpyHeader.Type.UINT8, List.of(1L, 2L, 1L, 3L), 1, 2, 3, 4, 5, 6);
        array("y_train", NpyHeader.Type.INT64, List.of(1L, 1L), 2);
        array("x_test", NpyHeader.Type.UINT8, List.of(1L, 2L, 1L, 3L), 7, 8, 9, 10, 11, 255);
        array("y_test", NpyHeader.Type.INT64, List.of(1L, 1L), 0);
        Dataset set = file().load();
        assertThat(set.name()).isEqualTo("set.npz");
        assertThat(set.exampleShape()).isEqualTo(Shape.of(3, 2, 1));
        assertThat(set.parts()).isEqualTo(new GivenParts(1, 1, 0));
        assertThat(((Task.Classification) set.task()).classNames()).containsExactly("0", "1", "2");
        assertThat(set.inputs(new int[] {0}, Precision.FLOAT32).data().asFloat())
                .containsExactly(1 / 255f, 4 / 255f, 2 / 255f, 5 / 255f, 3 / 255f, 6 / 255f);
        assertThat(set.labels(new int[] {0, 1})).containsExactly(2, 0);
    }

    @Test
    void floatsAreTakenAsTheyAreAndPredictNumbers() throws IOException {
        array("x", NpyHeader.Type.FLOAT64, List.of(2L, 2L), -1.5, 2, 3, 40);
        array("y", NpyHeader.Type.FLOAT32, List.of(2L), 7, 8.5);
        Dataset set = file().load();
        assertThat(set.exampleShape()).isEqualTo(Shape.of(2));
        assertThat(set.inputs(new int[] {1}, Precision.FLOAT32).data().asFloat())
                .containsExactly(3, 40);
        assertThat(set.targets(new int[] {1}, Precision.FLOAT32).getFloat(0)).isEqualTo(8.5f);
    }

    @Test
    void aFileOfInputsStandsBesideOneOfLabels() throws IOException {
        array("x", NpyHeader.Type.FLOAT32, List.of(2L, 1L, 2L), 0, .25, .5, 1);
        array("y", NpyHeader.Type.UINT8, List.of(2L), 1, 0);
        Path inputs = Files.write(folder.resolve("x.npy"), arrays.get(0).bytes());
        Path labels = Files.write(folder.resolve("y.npy"), arrays.get(1).bytes());
        Dataset set = new ArrayFile(
                        inputs.toString(), Optional.of(labels.toString()), Optional.empty(), List.of("cat", "dog"))
                .load();
        assertThat(set.exampleShape()).isEqualTo(Shape.of(1, 1, 2));
        assertThat(set.label(0)).isEqualTo(1);
        assertThatThrownBy(() -> new ArrayFile("x.npy"))
                .hasMessageContaining("labels: is not given; beside a file .npy");
    }

    @Test
    void whatCannotBeMeantIsSaid() throws IOException {
        array("x", NpyHeader.Type.FLOAT32, List.of(1L, 1L, 2L), 0, 200);
        array("y", NpyHeader.Type.INT64, List.of(1L), 0);
        isRefused("have the number 200.0; images are numbers from 0 to 1, or uint8 from 0 to 255");
        array("x", NpyHeader.Type.UINT8, List.of(1L, 3L, 1L, 3L), new double[9]);
        array("y", NpyHeader.Type.INT64, List.of(1L), 0);
        isRefused("the shape [1, 3, 1, 3], in which channels may stand first or last. Say which: layout:");
        array("images", NpyHeader.Type.UINT8, List.of(1L), 0);
        isRefused("has no array (x_train); it has images. Name inputs x and labels y");
        array("x", NpyHeader.Type.FLOAT32, List.of(2L, 1L), 0, Double.NaN);
        array("y", NpyHeader.Type.INT64, List.of(2L), 0, 1);
        isRefused("has the value NaN at place 1");
        array("x", NpyHeader.Type.FLOAT32, List.of(2L, 1L), 0, 1);
        array("y", NpyHeader.Type.INT64, List.of(2L), 0, -1);
        isRefused("has the class (-1) at place 1");
        array("x", NpyHeader.Type.FLOAT32, List.of(2L, 1L), 0, 1);
        array("y", NpyHeader.Type.INT64, List.of(1L), 0);
        isRefused("has 2 records, its labels", "are 1");
        array("x", NpyHeader.Type.FLOAT32, List.of(1_000_000L, 1_000_000L), 1);
        isRefused("have 1000000000000 numbers together; a data set can have");
        array("x", NpyHeader.Type.FLOAT32, List.of(3L, 1L), 1);
        isRefused("the file is truncated");
        Files.writeString(folder.resolve("no.npz"), "nothing");
        assertThatThrownBy(() -> new ArrayFile(folder.resolve("no.npz").toString()).load())
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("no.npz) cannot be read");
    }

    /** Pickled objects, which to read would be to execute. */
    @Test
    void arraysOfObjectsAreRefused() throws IOException {
        String header = "{'descr': '|O', 'fortran_order': False, 'shape': (1,), }\n";
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        whole.writeBytes(new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0, (byte) header.length(), 0});
        whole.writeBytes(header.getBytes(java.nio.charset.StandardCharsets.US_ASCII));
        arrays.add(new Named("x", whole.toByteArray()));
        isRefused("its header ({'descr': '|O'", "is not of a little-endian float32, float64 or whole-number array");
    }

    private void isRefused(String... reasons) throws IOException {
        ArrayFile file = file();
        assertThatThrownBy(file::load)
                .isInstanceOf(ConfigurationException.class)
                .message()
                .contains(reasons);
    }
}
