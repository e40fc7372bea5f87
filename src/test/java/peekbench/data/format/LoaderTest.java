package peekbench.data.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import javax.imageio.ImageIO;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import peekbench.data.Dataset;
import peekbench.data.Task;
import peekbench.data.catalogue.DataCatalogue;
import peekbench.data.catalogue.DatasetProvider;
import peekbench.data.catalogue.DatasetStatus;
import peekbench.data.catalogue.FetchProgress;
import peekbench.data.table.TableColumns;
import peekbench.data.table.TableForm;
import peekbench.nn.array.Precision;
import peekbench.nn.array.Shape;
import peekbench.problem.ConfigurationException;
import peekbench.registry.Registry;

@Tag("slow")
class LoaderTest {
    @TempDir
    private Path folder;

    @Test
    void idxFilesBecomePixelsBetweenZeroAndOne() throws IOException {
        writeIdx("mnist", "train", new byte[] {0, 51, (byte) 255, 102}, new byte[] {3, 9}, 2, 1, 2);
        writeIdx("mnist", "t10k", new byte[] {5, 6}, new byte[] {1}, 1, 1, 2);
        Dataset set = catalogue().load("mnist", FetchProgress.silent());
        assertThat(set.size()).isEqualTo(3);
        assertThat(set.trainSize()).isEqualTo(2);
        assertThat(set.exampleShape()).isEqualTo(Shape.of(1, 1, 2));
        assertThat(set.labels(new int[] {1, 0, 2})).containsExactly(9, 3, 1);
        assertThat(set.inputs(new int[] {0, 1}, Precision.FLOAT32).data().asFloat())
                .containsExactly(0, 51 / 255f, 1, 102 / 255f);
        assertThat(set.targets(new int[] {0}, Precision.FLOAT64).toDoubleVector())
                .containsExactly(0, 0, 0, 1, 0, 0, 0, 0, 0, 0);
    }

    @Test
    void damagedIdxFilesAreNamed() throws IOException {
        writeIdx("mnist", "train", new byte[] {0, 1}, new byte[] {3, 9}, 2, 1, 2);
        assertThatThrownBy(() -> catalogue().load("mnist", FetchProgress.silent()))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("train-images-idx3-ubyte.gz")
                .hasMessageContaining("truncated: it holds 2 of 4 bytes");
        writeIdx("mnist", "train", new byte[] {0, 1, 2, 3}, new byte[] {3, 10}, 2, 1, 2);
        assertThatThrownBy(() -> catalogue().load("mnist", FetchProgress.silent()))
                .hasMessageContaining("label (10) at place 1")
                .hasMessageContaining("classes 0 to 9");
        Files.delete(folder.resolve("mnist/train-labels-idx1-ubyte.gz"));
        assertThatThrownBy(() -> catalogue().load("mnist", FetchProgress.silent()))
                .hasMessageContaining("train-labels-idx1-ubyte.gz) is missing");
        Files.writeString(folder.resolve("mnist/train-images-idx3-ubyte.gz"), "not gzip");
        assertThatThrownBy(() -> catalogue().load("mnist", FetchProgress.silent()))
                .hasMessageContaining("cannot be read")
                .hasMessageContaining("fetch it again");
    }

    @Test
    void cifarRecordsAreReadFromFilesAndFromTheArchive() throws IOException {
        byte[] row = new byte[3073];
        row[0] = 4;
        row[1] = (byte) 255;
        Files.createDirectories(folder.resolve("cifar10"));
        Files.write(folder.resolve("cifar10/data_batch_1.bin"), row);
        Files.write(folder.resolve("cifar10/test_batch.bin"), row);
        Dataset files = catalogue().load("cifar10", FetchProgress.silent());
        assertThat(files.exampleShape()).isEqualTo(Shape.of(3, 32, 32));
        assertThat(files.trainSize()).isEqualTo(1);
        assertThat(files.size()).isEqualTo(2);
        assertThat(files.inputs(new int[] {0}, Precision.FLOAT32).getDouble(0, 0, 0, 0))
                .isEqualTo(1);

        byte[] fine = new byte[3074];
        fine[1] = 99;
        Files.createDirectories(folder.resolve("cifar100"));
        try (TarArchiveOutputStream tar = new TarArchiveOutputStream(
                new GZIPOutputStream(Files.newOutputStream(folder.resolve("cifar100/cifar-100-binary.tar.gz"))))) {
            for (String name : List.of("train.bin", "test.bin")) {
                TarArchiveEntry entry = new TarArchiveEntry("cifar-100-binary/" + name);
                entry.setSize(fine.length);
                tar.putArchiveEntry(entry);
                tar.write(fine);
                tar.closeArchiveEntry();
            }
        }
        Dataset archive = catalogue().load("cifar100", FetchProgress.silent());
        assertThat(archive.label(0)).isEqualTo(99);
        assertThat(archive.trainSize()).isEqualTo(1);
    }

    @Test
    void damagedCifarRecordsAreNamed() throws IOException {
        Files.createDirectories(folder.resolve("cifar10"));
        Files.write(folder.resolve("cifar10/data_batch_1.bin"), new byte[3073 + 5]);
        assertThatThrownBy(() -> catalogue().load("cifar10", FetchProgress.silent()))
                .hasMessageContaining("data_batch_1.bin")
                .hasMessageContaining("record 1 has 5 of 3073 bytes");
        byte[] row = new byte[3073];
        row[0] = 10;
        Files.write(folder.resolve("cifar10/data_batch_1.bin"), row);
        assertThatThrownBy(() -> catalogue().load("cifar10", FetchProgress.silent()))
                .hasMessageContaining("label (10) of record 0");
    }

    @Test
    void imageFoldersGiveClassesAndPixels() throws IOException {
        writeImage("set/cat/b.png", 200, 12);
        writeImage("set/ant/a.png", 100, 12);
        Dataset set = new ImageFolder(folder.resolve("set").toString(), Optional.empty()).load();
        assertThat(set.exampleShape()).isEqualTo(Shape.of(1, 12, 12));
        assertThat(((Task.Classification) set.task()).classNames()).containsExactly("ant", "cat");
        assertThat(set.inputs(new int[] {0}, Precision.FLOAT32).getDouble(0, 0, 3, 3))
                .isCloseTo(100 / 255.0, within(1e-6));
        Files.writeString(folder.resolve("set/index.csv"), "file,class\ncat/b.png,x\nant/a.png,y\n");
        Dataset indexed = new ImageFolder(folder.resolve("set").toString(), Optional.of("index.csv")).load();
        assertThat(((Task.Classification) indexed.task()).classNames()).containsExactly("x", "y");
        writeImage("set/cat/c.png", 200, 13);
        assertThatThrownBy(() -> new ImageFolder(folder.resolve("set").toString(), Optional.empty()).load())
                .hasMessageContaining("The images have 2 sizes: 12x12 (2), 13x13 (1); a network takes one.")
                .hasMessageContaining("resize: [12], crop: [12]");
        assertThatThrownBy(() -> new ImageFolder(folder.resolve("none").toString(), Optional.empty()).load())
                .hasMessageContaining("is missing");
    }

    @Test
    void tablesAreStandardisedAndKeepTheirTargets() throws IOException {
        Path table = folder.resolve("t.csv");
        Files.writeString(table, "id,a,b,y\nx1,1,5,10\nx2,3,5,20\n");
        Dataset set = table(table, List.of("y"), "id").load();
        assertThat(set.exampleShape()).isEqualTo(Shape.of(2));
        assertThat(set.targets(new int[] {1}, Precision.FLOAT32).toFloatVector())
                .containsExactly(20);
        assertThat(set.inputs(new int[] {0, 1}, Precision.FLOAT64)
                        .getColumn(0)
                        .sumNumber()
                        .doubleValue())
                .isCloseTo(0, within(1e-6));
        assertThat(set.inputs(new int[] {0, 1}, Precision.FLOAT64).getColumn(1).toDoubleVector())
                .containsExactly(0, 0);
        assertThatThrownBy(() -> table(table, List.of("z"), "id").load())
                .hasMessageContaining("has no column (z)")
                .hasMessageContaining("id, a, b, y");
        assertThatThrownBy(() -> new TableFile(
                                table.toString(), TableColumns.numbers(List.of("id"), List.of()), TableForm.USUAL)
                        .load())
                .hasMessageContaining("value (x1) in line 2 is none. Mend it, or give it as class-column.");
    }

    private static TableFile table(Path file, List<String> targets, String drop) {
        return new TableFile(file.toString(), TableColumns.numbers(targets, List.of(drop)), TableForm.USUAL);
    }

    @Test
    void unknownNamesListTheCatalogue() {
        assertThatThrownBy(() -> catalogue().load("fashion-mnits", FetchProgress.silent()))
                .hasMessageContaining("There is no data set (fashion-mnits)")
                .hasMessageContaining("Maybe you meant fashion-mnist.");
    }

    @Test
    void theEmbeddedSetsAreWhole() {
        Dataset images = DataCatalogue.embedded("fashion-mnist-sample");
        assertThat(images.trainSize()).isEqualTo(6000);
        assertThat(images.size()).isEqualTo(7000);
        int[] counts = new int[10];
        for (int i = 0; i < 6000; i++) {
            counts[images.label(i)]++;
        }
        assertThat(counts).containsOnly(600);
        Dataset lipids = DataCatalogue.embedded("lipids");
        assertThat(lipids.size()).isEqualTo(442);
        assertThat(lipids.exampleShape()).isEqualTo(Shape.of(9));
        assertThat(lipids.targets(new int[] {0}, Precision.FLOAT32).getDouble(0))
                .isCloseTo(93.2, within(1e-5));
    }

    @Test
    void realSetsLoadWhereTheyAreInstalled() {
        assumeThat(System.getenv("PEEKBENCH_DATA")).isNotNull();
        DataCatalogue real =
                DataCatalogue.of(Registry.builtIn(DatasetProvider.KIND), Optional.empty(), Optional.empty());
        for (DatasetStatus status : real.list()) {
            if (status.present()) {
                Dataset set = real.load(status.name(), FetchProgress.silent());
                assertThat(set.size()).as(status.name()).isPositive();
            }
        }
        assertThat(real.load("fashion-mnist", FetchProgress.silent()).size()).isEqualTo(70_000);
    }

    private DataCatalogue catalogue() {
        return new DataCatalogue(
                Registry.builtIn(DatasetProvider.KIND), List.of(folder), folder.resolve("cache"), Optional.empty());
    }

    private void writeIdx(String set, String part, byte[] pixels, byte[] labels, int... sizes) throws IOException {
        Path home = Files.createDirectories(folder.resolve(set));
        write(home.resolve(part + "-images-idx3-ubyte.gz"), 0x803, sizes, pixels);
        write(home.resolve(part + "-labels-idx1-ubyte.gz"), 0x801, new int[] {labels.length}, labels);
    }

    private static void write(Path file, int magic, int[] sizes, byte[] bytes) throws IOException {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        content.writeBytes(ByteBuffer.allocate(4).putInt(magic).array());
        for (int size : sizes) {
            content.writeBytes(ByteBuffer.allocate(4).putInt(size).array());
        }
        content.writeBytes(bytes);
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
            out.write(content.toByteArray());
        }
    }

    private void writeImage(String path, int brightness, int side) throws IOException {
        BufferedImage image = new BufferedImage(side, side, BufferedImage.TYPE_BYTE_GRAY);
        for (int y = 0; y < side; y++) {
            for (int x = 0; x < side; x++) {
                image.getRaster().setSample(x, y, 0, brightness);
            }
        }
        Path file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        ImageIO.write(image, "png", file.toFile());
    }
}
