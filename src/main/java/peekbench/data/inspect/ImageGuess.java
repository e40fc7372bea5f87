package peekbench.data.inspect;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import peekbench.data.format.ImageFolder;
import peekbench.data.inspect.Inspection.Fact;
import peekbench.data.picture.PictureFit;
import peekbench.data.picture.PictureSizes;
import peekbench.data.table.CsvFile;
import peekbench.problem.ConfigurationException;

/**
 * How a folder of images is read: with an index where one stands in it or beside it, and scaled where sizes differ.
 *
 * @param data the options that read it
 * @param options the same as text
 * @param facts the sizes
 * @param remarks on what was chosen
 */
record ImageGuess(ImageFolder data, List<String> options, List<Fact> facts, List<String> remarks) {

    static ImageGuess of(Path folder) {
        Optional<String> index = index(folder);
        ImageFolder plain = new ImageFolder(folder.toString(), index);
        PictureSizes sizes = PictureSizes.of(plain.files());
        List<String> options = new ArrayList<>(List.of("path: " + Guess.text(folder.toString())));
        index.ifPresent(file -> options.add("index: " + Guess.text(file)));
        List<String> remarks = new ArrayList<>();
        PictureFit fit = PictureFit.NONE;
        if (sizes.differ() || sizes.shorterSide() > PictureSizes.USUAL_SIDE) {
            int side = sizes.proposedSide();
            fit = new PictureFit(List.of(side), List.of(side), Optional.empty());
            options.add("resize: [" + side + "]");
            options.add("crop: [" + side + "]");
            remarks.add("The lines below make the shorter side " + side + " and take the middle square;"
                    + " write resize: [HEIGHT, WIDTH] without crop to change proportions instead, and other numbers for"
                    + " other sizes.");
        }
        ImageFolder data = new ImageFolder(folder.toString(), index, Optional.empty(), Optional.empty(), fit);
        return new ImageGuess(data, options, List.of(new Fact("sizes of images", sizes.toString())), remarks);
    }

    /** A table with columns file and class, in the folder or, under its name, beside it. */
    private static Optional<String> index(Path folder) {
        try (Stream<Path> within = Files.list(folder);
                Stream<Path> beside = Files.list(folder.toAbsolutePath().getParent())) {
            String name = folder.toAbsolutePath().normalize().getFileName() + "";
            return Stream.concat(
                            within,
                            beside.filter(file ->
                                    file.getFileName().toString().matches("(?i)(labels|index|\\Q" + name + "\\E).*")))
                    .filter(file -> file.toString().matches("(?i).*\\.(csv|tsv)"))
                    .sorted()
                    .filter(ImageGuess::isIndex)
                    .map(file -> file.getFileName().toString())
                    .collect(Collectors.toList())
                    .stream()
                    .findFirst();
        } catch (IOException e) {
            throw new ConfigurationException("The folder (" + folder + ") cannot be read: " + e.getMessage() + ".");
        }
    }

    private static boolean isIndex(Path file) {
        try {
            return CsvFile.open(file, Optional.empty()).columns().containsAll(List.of("file", "class"));
        } catch (ConfigurationException e) {
            return false;
        }
    }
}
