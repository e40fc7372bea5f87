package peekbench.data.format;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.apiguardian.api.API;
import peekbench.data.Dataset;
import peekbench.data.GivenPart;
import peekbench.data.LoadProgress;
import peekbench.problem.ConfigurationException;
import peekbench.problem.Problems;
import peekbench.registry.Default;
import peekbench.registry.FileName;
import peekbench.registry.Summary;

/**
 * NumPy arrays: a file {@code .npz} of {@code x} and {@code y}, or of {@code x_train}, {@code y_train}, {@code x_test}, {@code
 * y_test} and perhaps {@code x_auxiliary} and {@code y_auxiliary}; or a file {@code .npy} of inputs and another of labels.
 *
 * <p>Inputs {@code [N, F]} are taken as they are. Inputs {@code [N, H, W]}, {@code [N, C, H, W]} and {@code [N, H, W, C]} are
 * images, of uint8 from 0 to 255 or of floats from 0 to 1. Labels {@code [N]} of whole numbers are classes; floats, {@code [N]} or
 * {@code [N, T]}, are numbers to predict.
 *
 * @param path the file
 * @param labels the file of labels, where inputs are a file {@code .npy}
 * @param layout of images with channels; found where it is not given and only one can be meant
 * @param classNames what classes are called; their numbers where they are not given
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1.0")
@Summary("NumPy arrays: .npz with x and y, or .npy beside a file of labels")
public record ArrayFile(
        @FileName @Summary("the file, .npz or .npy") String path,

        @Summary("the file of labels, .npy, where inputs are one too")
        Optional<String> labels,

        @Summary("where the channels of images stand; if not given, found by their number")
        Optional<ImageLayout> layout,

        @Default("[]") @Summary("what classes are called; their numbers if not given")
        List<String> classNames)
        implements OwnData {
    private static final String ARRAY = ".npy";

    public ArrayFile {
        classNames = List.copyOf(classNames);
        Problems problems = new Problems();
        boolean single = path.endsWith(ARRAY);
        if (single && labels.isEmpty()) {
            problems.add("labels", "is not given; beside a file .npy of inputs, name the file .npy of their labels.");
        }
        if (!single && labels.isPresent()) {
            problems.add("labels", "is given, but (" + path + ") is no file .npy; a file .npz holds its own labels.");
        }
        problems.throwIfAny();
    }

    /** A file .npz whose layout can be found and whose classes are numbers. */
    public ArrayFile(String path) {
        this(path, Optional.empty(), Optional.empty(), List.of());
    }

    @Override
    public Dataset load(String name, LoadProgress progress) {
        List<ArrayDataset.Part> parts = labels.map(this::single).orElseGet(() -> zipped(progress));
        return new ArrayDataset(path, layout, classNames).of(name, parts);
    }

    private List<ArrayDataset.Part> single(String labelFile) {
        return List.of(new ArrayDataset.Part(GivenPart.TRAIN, array(Path.of(path)), array(Path.of(labelFile))));
    }

    private static NumpyArray array(Path file) {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            return NumpyArray.read(file.toString(), in);
        } catch (IOException e) {
            throw unreadable(file.toString(), e);
        }
    }

    private List<ArrayDataset.Part> zipped(LoadProgress progress) {
        SortedMap<String, ZipEntry> entries = new TreeMap<>();
        try (ZipFile zip = new ZipFile(Path.of(path).toFile())) {
            zip.stream()
                    .filter(entry -> entry.getName().endsWith(ARRAY))
                    .forEach(entry -> entries.put(
                            entry.getName().substring(0, entry.getName().length() - ARRAY.length()), entry));
            List<ArrayDataset.Part> parts = new ArrayList<>();
            for (GivenPart part : GivenPart.values()) {
                String suffix = entries.containsKey("x") ? "" : "_" + part.label();
                if (suffix.isEmpty() && part != GivenPart.TRAIN) {
                    break;
                }
                if (entries.containsKey("x" + suffix) || part == GivenPart.TRAIN) {
                    NumpyArray inputs = array(zip, entries, "x" + suffix);
                    parts.add(new ArrayDataset.Part(part, inputs, array(zip, entries, "y" + suffix)));
                    progress.read("reading arrays", parts.size(), GivenPart.values().length);
                }
            }
            return parts;
        } catch (IOException e) {
            throw unreadable(path, e);
        }
    }

    private NumpyArray array(ZipFile zip, SortedMap<String, ZipEntry> entries, String name) throws IOException {
        ZipEntry entry = entries.get(name);
        if (entry == null) {
            throw new ConfigurationException("The file (" + path + ") has no array (" + name + "); it has "
                    + String.join(", ", entries.keySet()) + ". Name inputs x and labels y, or x_train, y_train, x_test,"
                    + " y_test.");
        }
        try (InputStream in = zip.getInputStream(entry)) {
            return NumpyArray.read(path + ", " + name, in);
        } catch (IOException e) {
            throw unreadable(path + ", " + name, e);
        }
    }

    private static ConfigurationException unreadable(String name, IOException failure) {
        boolean missing = failure instanceof NoSuchFileException;
        return new ConfigurationException("The array (" + name + ") cannot be read: "
                + (missing ? "it is not there" : failure.getMessage())
                + ". Write numbers with numpy.save or numpy.savez, in C order.");
    }
}
