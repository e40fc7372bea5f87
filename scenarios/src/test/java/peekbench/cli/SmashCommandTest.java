package peekbench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.apache.commons.io.file.PathUtils;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import peekbench.result.ResultStore;
import peekbench.result.StoredTrial;
import peekbench.result.file.FileHashes;
import peekbench.result.file.Npy;
import peekbench.result.kept.OwnImages;
import peekbench.scenario.ScenarioSamples;

@Tag("slow")
class SmashCommandTest {
    private static final String TRIAL = "vanilla-split-2-pool1-undefended-seed1";

    @TempDir
    private static Path folder;

    private static Path keeping;
    private static Path keepingNothing;

    @TempDir
    private Path images;

    @BeforeAll
    static void run() throws IOException {
        keeping = run("keeping", "{}");
        keepingNothing = run("nothing/results", "{victims: false}");
    }

    @Test
    void ownImagesOfAnySizeBecomeARecordSetOfTheirOwn() throws IOException {
        picture("b.png", 40, 30, BufferedImage.TYPE_INT_RGB);
        picture("a.jpg", 28, 28, BufferedImage.TYPE_BYTE_GRAY);
        Files.writeString(images.resolve("notes.txt"), "no picture");
        StoredTrial before = trial(keeping);

        CommandLineRun run = smash(keeping, images);

        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.out()).contains("decoder, tiny: ").containsPattern("SSIM +-?\\d\\.\\d\\d  a.jpg");
        StoredTrial after = trial(keeping);
        OwnImages own = after.ownImages().orElseThrow();
        assertThat(own.files()).containsExactly("a.jpg", "b.png");
        assertThat(Npy.read(own(after).resolve(own.originals())).shape()).containsExactly(2, 1, 28, 28);
        assertThat(Npy.read(own(after).resolve(own.smashed())).shape()).containsExactly(2, 6, 14, 14);
        OwnImages.Made made = own.made().get(0);
        assertThat(Npy.read(own(after).resolve(made.reconstructions())).shape()).containsExactly(2, 1, 28, 28);
        assertThat(made.values())
                .isNotEmpty()
                .allSatisfy(values -> assertThat(Npy.readVector(own(after).resolve(values.file())))
                        .hasSize(2));
        assertThat(ImageIO.read(own(after).resolve(made.sheet()).toFile())).isNotNull();
        assertThat(own(after).resolve("records.csv")).hasContent("place,file\n0,a.jpg\n1,b.png\n");
        assertThat(after.scores()).isEqualTo(before.scores());
        assertThat(after.info()).isEqualTo(before.info());
        assertThat(FileHashes.differences(after.folder())).isEqualTo(new FileHashes.Differences(List.of(), List.of()));
        assertNothingIsLeftOver();
    }

    @Test
    void theNextOnesTakeTheirPlaceAndTheSameGiveTheSameBits() throws IOException {
        Path first = picture("first.png", 28, 28, BufferedImage.TYPE_BYTE_GRAY);
        picture("second.png", 28, 28, BufferedImage.TYPE_BYTE_GRAY);
        assertThat(smash(keeping, images).code()).isZero();
        byte[] both = Files.readAllBytes(made());
        assertThat(smash(keeping, first).code()).isZero();
        assertThat(trial(keeping).ownImages().orElseThrow().files()).containsExactly("first.png");
        assertThat(smash(keeping, images).code()).isZero();
        assertThat(Files.readAllBytes(made())).isEqualTo(both);
    }

    @Test
    void whatIsNoPictureIsNamedAndNothingIsWritten() throws IOException {
        Path wrong = Files.writeString(images.resolve("wrong.png"), "no picture");
        boolean before = somethingIsAdded();

        CommandLineRun run = smash(keeping, images);

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains("The image (" + wrong + ") is neither PNG nor JPEG");
        assertThat(somethingIsAdded()).isEqualTo(before);
        assertThat(smash(keeping, images.resolve("none")).err())
                .contains("There are no images at " + images.resolve("none"));
        Files.delete(wrong);
        assertThat(smash(keeping, images).err()).contains("The folder " + images + " holds no images");
        assertNothingIsLeftOver();
    }

    @Test
    void whoKeptNoVictimIsToldHowTo() throws IOException {
        picture("a.png", 28, 28, BufferedImage.TYPE_BYTE_GRAY);

        CommandLineRun run = smash(keepingNothing, images);

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err())
                .contains("The victim of trial " + TRIAL + " is not kept. Run it again with store: {victims: true}");
    }

    @Test
    void whoDeletedTheVictimIsToldWhereItWas() throws IOException {
        picture("a.png", 28, 28, BufferedImage.TYPE_BYTE_GRAY);
        Path out = folder.resolve("deleted/results");
        Files.createDirectories(out.getParent());
        PathUtils.copyDirectory(keeping, out);
        PathUtils.deleteDirectory(out.resolve(".victims"));

        CommandLineRun run = smash(out, images);

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains("is no longer in " + out.resolve(".victims"));
    }

    @Test
    void whoKeptNoAttackerIsToldHowToMountOne() throws IOException {
        picture("a.png", 28, 28, BufferedImage.TYPE_BYTE_GRAY);
        Path out = run("alone/results", "{attackers: false}");

        CommandLineRun run = smash(out, images);

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err())
                .contains("Trial " + TRIAL + " keeps no attacker that could reconstruct images")
                .contains("peekbench attack ");
    }

    private static void assertNothingIsLeftOver() throws IOException {
        try (Stream<Path> all = Files.list(keeping)) {
            assertThat(all.map(path -> path.getFileName().toString()))
                    .noneMatch(name -> name.startsWith(".tmp-") || name.startsWith(".old-"));
        }
    }

    private static boolean somethingIsAdded() {
        return Files.exists(keeping.resolve(TRIAL).resolve(OwnImages.FOLDER));
    }

    private static Path made() {
        StoredTrial trial = trial(keeping);
        return own(trial).resolve(trial.ownImages().orElseThrow().made().get(0).reconstructions());
    }

    private static Path own(StoredTrial trial) {
        return trial.folder().resolve(OwnImages.FOLDER);
    }

    private static StoredTrial trial(Path out) {
        return ResultStore.openExisting(out).find(TRIAL).orElseThrow();
    }

    private static CommandLineRun smash(Path out, Path images) {
        return CommandLineRun.of("smash", out.resolve(TRIAL).toString(), "--images", images.toString());
    }

    private Path picture(String name, int width, int height, int type) {
        BufferedImage image = new BufferedImage(width, height, type);
        Graphics2D graphics = image.createGraphics();
        graphics.setColor(Color.WHITE);
        graphics.fillOval(width / 4, height / 4, width / 2, height / 2);
        graphics.dispose();
        Path file = images.resolve(name);
        try {
            ImageIO.write(image, name.endsWith("jpg") ? "jpg" : "png", file.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file;
    }

    private static Path run(String name, String store) throws IOException {
        Path file = Files.writeString(folder.resolve("sample.yaml"), ScenarioSamples.YAML);
        Path out = folder.resolve(name);
        CommandLineRun run = CommandLineRun.of(
                "run",
                file.toString(),
                "--engine",
                "in-process",
                "--out",
                out.toString(),
                "--seed",
                "1",
                "--set",
                "cuts=[pool1]",
                "--set",
                "data.attacker-auxiliary=40",
                "--set",
                "data.attacker-validation=20",
                "--set",
                "defenses=[[]]",
                "--set",
                "protocols=[{name: vanilla-split, clients: 2}]",
                "--set",
                "attacks=[{name: decoder, capacities: [tiny], epochs: 1}]",
                "--set",
                "evaluation={images: 10, permutations: 5, bootstrap-resamples: 10, classifier-epochs: 0}",
                "--set",
                "store=" + store);
        assertThat(run.code()).as(run.err()).isZero();
        return out;
    }
}
