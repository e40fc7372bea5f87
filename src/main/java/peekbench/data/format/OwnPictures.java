package peekbench.data.format;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import peekbench.data.Dataset;
import peekbench.data.ImageFit;
import peekbench.data.LoadProgress;
import peekbench.data.picture.PictureFit;
import peekbench.data.picture.Pictures;
import peekbench.nn.array.Precision;
import peekbench.nn.array.Shape;
import peekbench.problem.ConfigurationException;

/**
 * PNG and JPEG images of any size that are no data set, made to fit the images of one as {@link ImageFit} does.
 *
 * @param names of the files, in order
 * @param inputs {@code [N, C, H, W]} in [0, 1]
 */
public record OwnPictures(List<String> names, INDArray inputs) {
    public OwnPictures {
        names = List.copyOf(names);
    }

    /**
     * Reads one image, or all of a folder by name; files of other kinds are left alone.
     *
     * @param path an image, or a folder
     * @param wanted the shape of one image
     * @throws ConfigurationException when there are no images, one cannot be read, or they cannot be made to fit
     */
    public static OwnPictures read(Path path, Shape wanted, Precision precision) {
        List<Path> files = Files.isRegularFile(path) ? List.of(path) : images(path);
        List<INDArray> inputs = new ArrayList<>();
        for (Path file : files) {
            inputs.add(fit(file, wanted, precision));
        }
        return new OwnPictures(
                files.stream().map(OwnPictures::name).toList(), Nd4j.concat(0, inputs.toArray(new INDArray[0])));
    }

    private static String name(Path file) {
        return Objects.requireNonNull(file.getFileName(), "a file has a name").toString();
    }

    private static List<Path> images(Path folder) {
        if (!Files.isDirectory(folder)) {
            throw new ConfigurationException(
                    "There are no images at " + folder + ". Give a PNG or JPEG file, or a folder of them.");
        }
        try (Stream<Path> all = Files.list(folder)) {
            List<Path> files = all.filter(file -> name(file).matches("(?i).*\\.(png|jpe?g)"))
                    .sorted()
                    .toList();
            if (files.isEmpty()) {
                throw new ConfigurationException("The folder " + folder
                        + " holds no images. Put files into it whose names end in .png, .jpg or .jpeg.");
            }
            return files;
        } catch (IOException e) {
            throw new ConfigurationException("The folder " + folder + " cannot be read: " + e.getMessage() + ".");
        }
    }

    private static INDArray fit(Path file, Shape wanted, Precision precision) {
        Pictures pixels = Pictures.read(List.of(file), PictureFit.NONE, LoadProgress.none());
        ImageFit.reasonAgainst(pixels.shape(), wanted).ifPresent(reason -> {
            throw new ConfigurationException("The image (" + file + ") does not fit: " + reason + ". "
                    + (wanted.isImage()
                            ? "Give images of " + wanted.size(0) + " channels."
                            : "Only clients of images can be sent one."));
        });
        Dataset alone = Dataset.ofImages("own", List.of("own"), pixels.shape(), pixels.bytes(), new int[1], 1);
        return ImageFit.to(wanted, alone.inputs(new int[1], precision));
    }
}
