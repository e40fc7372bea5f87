package peekbench.data.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import peekbench.data.Dataset;
import peekbench.data.GivenParts;
import peekbench.data.IndexSets;
import peekbench.data.LoadProgress;
import peekbench.data.Task;
import peekbench.data.picture.PictureFit;
import peekbench.nn.array.Precision;
import peekbench.nn.array.Shape;
import peekbench.problem.ConfigurationException;
import peekbench.seed.Seed;

/** Folders of images as people have them. */
class OwnImagesTest {
    @TempDir
    private Path folder;

    private void image(String path, int type, int width, int height, int grey) throws IOException {
        BufferedImage image = new BufferedImage(width, height, type);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                for (int band = 0; band < image.getRaster().getNumBands(); band++) {
                    image.getRaster().setSample(x, y, band, grey);
                }
            }
        }
        Path file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        ImageIO.write(image, "png", file.toFile());
    }

    private void grey(String path, int value) throws IOException {
        image(path, BufferedImage.TYPE_BYTE_GRAY, 6, 4, value);
    }

    private ImageFolder set() {
        return new ImageFolder(folder.resolve("set").toString(), Optional.empty());
    }

    private ImageFolder indexed(Optional<String> split) {
        return new ImageFolder(
                folder.resolve("set").toString(), Optional.of("labels.csv"), Optional.empty(), split, PictureFit.NONE);
    }

    @Test
    void linksAreFollowedAndWhatIsSkippedIsSaid() throws IOException {
        grey("set/a/1.png", 10);
        grey("elsewhere/2.png", 20);
        Files.createSymbolicLink(folder.resolve("set/b"), folder.resolve("elsewhere"));
        grey("set/.ipynb_checkpoints/3.png", 30);
        grey("set/a/.hidden.png", 30);
        grey("set/stray.png", 40);
        Files.writeString(folder.resolve("set/a/notes.txt"), "no image");

        Dataset set = set().load();

        assertThat(((Task.Classification) set.task()).classNames()).containsExactly("a", "b");
        assertThat(set.size()).isEqualTo(2);
        assertThat(set.remarks())
                .containsExactly(
                        "2 hidden folders and files were not looked at: .ipynb_checkpoints, a/.hidden.png.",
                        "1 files are no PNG or JPEG by their names, and were left out: a/notes.txt.",
                        "1 images stand outside of folders of classes, and were left out: stray.png.");
    }

    @Test
    void aLinkIntoItselfIsAnError() throws IOException {
        grey("set/a/1.png", 10);
        Files.createSymbolicLink(folder.resolve("set/a/again"), folder.resolve("set/a"));
        assertThatThrownBy(() -> set().load())
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("leads back to a folder that it is in. Remove the link.");
    }

    @Test
    void oneClassAndMixedColoursAreRemarked() throws IOException {
        grey("set/only/1.png", 100);
        image("set/only/2.png", BufferedImage.TYPE_3BYTE_BGR, 6, 4, 100);
        Dataset set = set().load();
        assertThat(set.remarks())
                .contains("1 of 2 images are grey, unlike the others, and get three equal channels, such as 1.png.")
                .anySatisfy(remark -> assertThat(remark).startsWith("All records are of one class (only)"));
        // A grey of 100 is 100 among colours too, whatever Java thinks of the gamma of grey.
        assertThat(set.inputs(new int[] {0}, Precision.FLOAT32))
                .isEqualTo(set.inputs(new int[] {1}, Precision.FLOAT32));
    }

    @Test
    void imagesOfAnySizeFitWithTheLineThatTheErrorProposes() throws IOException {
        grey("set/a/1.png", 50);
        image("set/a/2.png", BufferedImage.TYPE_BYTE_GRAY, 9, 9, 60);
        image("set/b/3.png", BufferedImage.TYPE_BYTE_GRAY, 9, 9, 70);
        assertThatThrownBy(() -> set().load())
                .hasMessageContaining("The images have 2 sizes: 9x9 (2), 6x4 (1); a network takes one. Add to"
                        + " image-folder, for example, resize: [4], crop: [4]");
        PictureFit fit = new PictureFit(List.of(4), List.of(4), Optional.of(3));
        Dataset fitted = new ImageFolder(
                        folder.resolve("set").toString(), Optional.empty(), Optional.empty(), Optional.empty(), fit)
                .load();
        assertThat(fitted.exampleShape()).isEqualTo(Shape.of(3, 4, 4));
        assertThat(fitted.inputs(new int[] {2}, Precision.FLOAT32).getDouble(0, 2, 3, 3))
                .isEqualTo(70 / 255f);
    }

    @Test
    void foldersGiveTheirImagesToParts() throws IOException {
        for (String part : List.of("train", "test", "auxiliary")) {
            for (String label : List.of("a", "b")) {
                for (int number = 0; number < 4; number++) {
                    grey("set/" + part + "/" + label + "/" + number + ".png", part.length());
                }
            }
        }
        Dataset set = set().load();
        assertThat(set.parts()).isEqualTo(new GivenParts(8, 8, 8));
        IndexSets sets = IndexSets.draw(set, new IndexSets.Sizes(8, 6, 4, 4), Seed.of(1));
        assertThat(brightness(set, sets, IndexSets.Part.VICTIM_TRAIN)).containsOnly(5 / 255f);
        assertThat(brightness(set, sets, IndexSets.Part.VICTIM_TEST)).containsOnly(4 / 255f);
        assertThat(brightness(set, sets, IndexSets.Part.ATTACKER_AUXILIARY)).containsOnly(9 / 255f);
        assertThat(brightness(set, sets, IndexSets.Part.ATTACKER_VALIDATION)).containsOnly(9 / 255f);
        assertThatThrownBy(() -> IndexSets.draw(set, new IndexSets.Sizes(9, 1, 5, 4), Seed.of(1)))
                .hasMessageContaining("take 9 records of the training part of data set (set), which has 8")
                .hasMessageContaining("take 9 records of the auxiliary part");
    }

    private static float[] brightness(Dataset set, IndexSets sets, IndexSets.Part part) {
        return set.inputs(sets.of(part), Precision.FLOAT32).data().asFloat();
    }

    @Test
    void anIndexBesideTheFolderGivesLabelsAndParts() throws IOException {
        for (int number = 0; number < 4; number++) {
            grey("set/" + number + ".png", number);
        }
        Files.writeString(
                folder.resolve("labels.csv"),
                "\ufefffile;class;use\n0.png;10;test\n1.png;9;train\n2.png;10;train\n3.png;9;auxiliary\n");
        Dataset set = indexed(Optional.of("use")).load();
        assertThat(((Task.Classification) set.task()).classNames()).containsExactly("9", "10");
        assertThat(set.labels(new int[] {0, 1, 2, 3})).containsExactly(0, 1, 1, 0);
        assertThat(set.parts()).isEqualTo(new GivenParts(2, 1, 1));
        Files.writeString(folder.resolve("labels.csv"), "file,class,use\n0.png,10,validation\n");
        assertThatThrownBy(() -> indexed(Optional.of("use")).load())
                .hasMessageContaining(
                        "has (validation) in column (use), line 2; it must be one of train, test, auxiliary");
    }

    @Test
    void anImageThatIsNamedTwiceIsRefusedUnderAnyName() throws IOException {
        grey("set/a/1.png", 1);
        Files.createSymbolicLink(folder.resolve("set/link.png"), folder.resolve("set/a/1.png"));
        Files.writeString(folder.resolve("set/labels.csv"), "file,class\na/1.png,x\n./a/../a/1.png,x\nlink.png,y\n");
        assertThatThrownBy(() -> indexed(Optional.empty()).load())
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("names the image (./a/../a/1.png) in lines 2 and 3")
                .hasMessageContaining("names the image (link.png) in lines 2 and 4");
        Files.writeString(folder.resolve("set/labels.csv"), "file,class\na/1.png\n");
        assertThatThrownBy(() -> indexed(Optional.empty()).load())
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("Record 2 has 1 fields, but first record had 2 fields");
    }

    @Test
    void allBadImagesAreNamedAtOnceUpToTen() throws IOException {
        for (int number = 10; number < 24; number++) {
            Files.createDirectories(folder.resolve("set/a"));
            Files.writeString(folder.resolve("set/a/" + number + ".png"), "no image");
        }
        assertThatThrownBy(() -> set().load())
                .hasMessageContaining("10.png) is neither PNG nor JPEG")
                .hasMessageContaining("19.png) is neither PNG nor JPEG")
                .hasMessageNotContaining("20.png")
                .hasMessageContaining("As many as 4 more images are so.");
    }

    @Test
    void progressEndsWithAllImages() throws IOException {
        grey("set/a/1.png", 1);
        grey("set/a/2.png", 1);
        List<String> said = new ArrayList<>();
        set().load("name", new LoadProgress() {
            @Override
            public void read(String what, long done, long total) {
                said.add(what + " " + done + "/" + total);
            }
        });
        assertThat(said).containsExactly("looking at images 2/2", "reading images 2/2");
    }
}
