package peekbench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import peekbench.result.file.Npz;

/** The scenarios of {@code scenarios/your-own}, run on small data that are made here, and the look at these before. */
@Tag("slow")
class YourOwnDataTest {
    private static final int RECORDS = 120;

    @TempDir
    private Path folder;

    private String run(String scenario, String key, Path data) throws IOException {
        Path results = folder.resolve("results");
        CommandLineRun run = CommandLineRun.of(
                "run",
                "your-own/" + scenario + ".yaml",
                "--quick",
                "--set",
                "data." + key + ".path=" + data,
                "--threads",
                "1",
                "--out",
                results.toString());
        assertThat(run.code()).as(run.err()).isZero();
        return Files.readString(results.resolve("summary.md"));
    }

    private static CommandLineRun inspect(Path data) {
        CommandLineRun run = CommandLineRun.of("data", "inspect", data.toString());
        assertThat(run.code()).as(run.err()).isZero();
        return run;
    }

    @Test
    void aFolderOfImagesOfThreeSizes() throws IOException {
        Path photos = folder.resolve("photos");
        Random random = new Random(1);
        for (int record = 0; record < RECORDS; record++) {
            int side = 34 + 6 * (record % 3);
            BufferedImage image = new BufferedImage(
                    side + 4, side, record % 4 == 0 ? BufferedImage.TYPE_BYTE_GRAY : BufferedImage.TYPE_3BYTE_BGR);
            for (int y = 0; y < side; y++) {
                for (int x = 0; x < side + 4; x++) {
                    int shade = record % 2 == 0 ? 5 * y : 5 * x;
                    image.setRGB(x, y, (shade + random.nextInt(40)) << 8 | shade);
                }
            }
            Path file = photos.resolve(record % 2 == 0 ? "rows" : "columns").resolve(record + ".png");
            Files.createDirectories(file.getParent());
            ImageIO.write(image, "png", file.toFile());
        }
        assertThat(inspect(photos).out())
                .contains("photos would be image-folder")
                .contains("38x34 (40), 44x40 (40), 50x46 (40)")
                .contains("2: columns (60), rows (60)")
                .contains("resize: [34], crop: [34]}");
        assertThat(run("image-folder", "image-folder", photos)).contains("mean image (floor)");
    }

    @Test
    void aTableOfWordsAndNumbers() throws IOException {
        Random random = new Random(2);
        StringBuilder rows = new StringBuilder("id;age;sex;marker;diagnosis\n");
        for (int record = 0; record < RECORDS + 2; record++) {
            boolean ill = record % 2 == 0;
            String marker = record < 2
                    ? ""
                    : String.format(java.util.Locale.GERMANY, "%.3f", random.nextGaussian() + (ill ? 2 : 0));
            rows.append("p")
                    .append(record)
                    .append(';')
                    .append(20 + random.nextInt(60))
                    .append(';')
                    .append(random.nextBoolean() ? "female" : "male")
                    .append(';')
                    .append(marker)
                    .append(';')
                    .append(ill ? "ill" : "well")
                    .append('\n');
        }
        Path table = Files.writeString(folder.resolve("patients.csv"), rows);
        assertThat(inspect(table).out())
                .contains("patients.csv would be table")
                .contains("delimiter ;, decimal sign ,")
                .contains("text, 2 different: ")
                .contains("missing 2 (first in line 2)")
                .contains("class-column: diagnosis, drop: [id], missing: drop-rows}");
        assertThat(run("table", "table", table)).contains("mean record (floor)").doesNotContain("mean image (floor)");
    }

    @Test
    void arraysWithPartsOfTheirOwn() throws IOException {
        Path file = folder.resolve("digits.npz");
        Npz.write(
                file,
                Map.of(
                        "x_train", images(80, 3),
                        "y_train", labels(80),
                        "x_test", images(40, 4),
                        "y_test", labels(40)));
        assertThat(inspect(file).out())
                .contains("120: 80 train, 40 test, 0 auxiliary")
                .contains("1x28x28")
                .contains("arrays: {path: ");
        assertThat(run("arrays", "arrays", file)).contains("mean image (floor)");
    }

    private static INDArray images(int count, long seed) {
        Random random = new Random(seed);
        float[] numbers = new float[count * 28 * 28];
        for (int at = 0; at < numbers.length; at++) {
            int record = at / (28 * 28);
            float shade = (record % 2 == 0 ? at % 28 : at / 28 % 28) / 40f;
            numbers[at] = shade + random.nextFloat() / 4;
        }
        return Nd4j.create(numbers, new long[] {count, 28, 28}, 'c');
    }

    private static INDArray labels(int count) {
        long[] labels = new long[count];
        for (int record = 0; record < count; record++) {
            labels[record] = record % 2;
        }
        return Nd4j.createFromArray(labels);
    }

    @Test
    void duplicatesAreSaidAlsoBetweenParts() throws IOException {
        Path file = folder.resolve("twice.npz");
        INDArray images = images(2, 1);
        INDArray same = Nd4j.create(new float[2 * 784], new long[] {2, 28, 28}, 'c');
        Npz.write(file, Map.of("x_train", images, "y_train", labels(2), "x_test", images, "y_test", labels(2)));
        assertThat(inspect(file).out())
                .contains("duplicates               2")
                .contains("2 records stand in another part too, train, test or auxiliary");
        Npz.write(file, Map.of("x", same, "y", labels(2)));
        assertThat(inspect(file).out())
                .contains("1 record has the input of an earlier one")
                .contains("1 of them are of another class than the earlier one.");
    }

    @Test
    void whatIsNoDataSetIsExplained() throws IOException {
        Path text = Files.writeString(folder.resolve("notes.md"), "nothing");
        for (String path : new String[] {text.toString(), folder.resolve("none").toString(), folder.toString()}) {
            CommandLineRun run = CommandLineRun.of("data", "inspect", path);
            assertThat(run.code()).as(path).isEqualTo(2);
            assertThat(run.err())
                    .as(path)
                    .containsAnyOf(
                            "notes.md) is neither a table (.csv, .tsv) nor arrays (.npz)",
                            "There is nothing at",
                            "holds no images; put PNG or JPEG files into one sub-folder a class")
                    .doesNotContain("\tat ");
        }
    }
}
