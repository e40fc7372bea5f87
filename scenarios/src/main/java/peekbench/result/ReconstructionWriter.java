package peekbench.result;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import javax.imageio.ImageIO;

/** Writes the arrays and the contact sheet of one attack below a trial's folder. */
final class ReconstructionWriter {
    private static final int IMAGE_RANK = 4;

    private ReconstructionWriter() {}

    static ReconstructionFiles write(Path trial, Reconstructions made) throws IOException {
        String below = StoreFolder.RECONSTRUCTIONS + "/" + made.targets().label() + "/";
        Files.createDirectories(trial.resolve(below));
        String name = below + made.attack().replaceAll("[^A-Za-z0-9._-]", "-");
        String originals = below + "originals.npy";
        if (!Files.exists(trial.resolve(originals))) {
            Npy.write(trial.resolve(originals), made.originals());
        }
        Npy.write(trial.resolve(name + ".npy"), made.reconstructions());
        Npy.write(trial.resolve(name + "-ssim.npy"), made.ssim());
        return new ReconstructionFiles(
                made.attack(), made.targets(), originals, name + ".npy", name + "-ssim.npy", sheet(trial, name, made));
    }

    private static Optional<String> sheet(Path trial, String name, Reconstructions made) throws IOException {
        if (made.originals().rank() != IMAGE_RANK) {
            return Optional.empty();
        }
        String file = name + ".png";
        if (!ImageIO.write(ContactSheet.of(made), "png", trial.resolve(file).toFile())) {
            throw new IOException("this Java machine cannot write PNG");
        }
        return Optional.of(file);
    }
}
