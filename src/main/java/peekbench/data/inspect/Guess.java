package peekbench.data.inspect;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import peekbench.data.LoadProgress;
import peekbench.data.format.ArrayFile;
import peekbench.data.format.CifarFolder;
import peekbench.data.format.CifarFormat;
import peekbench.data.format.IdxFolder;
import peekbench.data.format.IdxFormat;
import peekbench.data.format.OwnData;
import peekbench.data.inspect.Inspection.Fact;
import peekbench.problem.ConfigurationException;

/**
 * What a path most likely is.
 *
 * @param kind its key in a scenario's data
 * @param data the options that read it
 * @param options the same as text, {@code path: photos}
 * @param facts what was found on the way
 * @param remarks what a person should look at
 */
record Guess(String kind, OwnData data, List<String> options, List<Fact> facts, List<String> remarks) {
    Guess {
        options = List.copyOf(options);
        facts = List.copyOf(facts);
        remarks = List.copyOf(remarks);
    }

    /** @throws ConfigurationException when it is nothing that is read here */
    static Guess of(Path path, LoadProgress progress) {
        if (Files.isDirectory(path)) {
            return folder(path);
        }
        if (!Files.exists(path)) {
            throw new ConfigurationException("There is nothing at (" + path + "). Check the path.");
        }
        String name = path.toString().toLowerCase(Locale.ROOT);
        if (name.endsWith(".npz")) {
            return plain("arrays", new ArrayFile(path.toString()), List.of());
        }
        if (name.endsWith(".npy")) {
            throw new ConfigurationException(
                    "The file (" + path + ") is one array. Beside its labels it is a data set: write"
                            + " arrays: {path: " + path
                            + ", labels: FILE.npy} in a scenario, or put both into one file .npz as x"
                            + " and y.");
        }
        if (name.matches(".*\\.(csv|tsv|txt|data)")) {
            return TableGuess.of(path, progress);
        }
        throw new ConfigurationException(
                "The file (" + path + ") is neither a table (.csv, .tsv) nor arrays (.npz). Give one,"
                        + " or a folder of images, idx files or CIFAR records.");
    }

    private static Guess folder(Path path) {
        if (new IdxFormat(List.of()).presentIn(path)) {
            return plain("idx-folder", new IdxFolder(path.toString(), List.of()), List.of());
        }
        if (new CifarFormat(1, List.of()).presentIn(path)) {
            return plain("cifar-folder", new CifarFolder(path.toString(), 1, List.of()), List.of());
        }
        ImageGuess images = ImageGuess.of(path);
        return new Guess("image-folder", images.data(), images.options(), images.facts(), images.remarks());
    }

    static Guess plain(String kind, OwnData data, List<String> remarks) {
        return new Guess(kind, data, List.of("path: " + text(data.path())), List.of(), remarks);
    }

    /** As YAML has it within braces. */
    static String text(String plain) {
        boolean safe = plain.matches("[\\p{L}_./][\\p{L}\\p{N}_./ ()=%+-]*") && !plain.endsWith(" ");
        return safe && !plain.matches("(?i)true|false|null|yes|no|~|\\.(inf|nan)")
                ? plain
                : '"' + plain.replace("\\", "\\\\").replace("\"", "\\\"").replace("\t", "\\t") + '"';
    }

    static String list(List<String> names) {
        List<String> written = new ArrayList<>();
        names.forEach(name -> written.add(text(name)));
        return "[" + String.join(", ", written) + "]";
    }

    /** Of a file beside which an option stands. */
    static Optional<String> option(String key, List<String> names) {
        return names.isEmpty() ? Optional.empty() : Optional.of(key + ": " + list(names));
    }
}
