package peekbench.result.kept;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.nd4j.linalg.api.ndarray.INDArray;
import peekbench.metric.Metric;
import peekbench.result.file.CsvTable;
import peekbench.result.file.FileNames;
import peekbench.result.file.Json;
import peekbench.result.file.Npy;
import peekbench.result.record.ContactSheet;
import peekbench.result.record.ReconstructionFiles.Values;

/** Writes own images and what attackers made of them into an empty folder. */
public final class OwnImagesWriter {
    private static final CsvTable RECORDS = CsvTable.of("place", "file");

    private OwnImagesWriter() {}

    /**
     * What one attacker made of the images.
     *
     * @param attack as scores call it
     * @param strength which of its candidates that is
     * @param images {@code [n, C, H, W]}
     * @param values what each metric says of each pair, {@code [n]}
     */
    public record Reconstructed(String attack, String strength, INDArray images, Map<Metric, double[]> values) {
        public Reconstructed {
            values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
        }
    }

    /**
     * Writes them.
     *
     * @param folder where they go
     * @param files the images' names
     * @param originals {@code [n, C, H, W]}
     * @param smashed {@code [n, …]}
     */
    public static void write(
            Path folder, List<String> files, INDArray originals, INDArray smashed, List<Reconstructed> all)
            throws IOException {
        List<Integer> places = new ArrayList<>();
        files.forEach(file -> places.add(places.size()));
        RECORDS.append(folder.resolve("records.csv"), places, place -> List.of(place, files.get(place)));
        Npy.write(folder.resolve("originals.npy"), originals);
        Npy.write(folder.resolve("originals-smashed.npy"), smashed);
        List<OwnImages.Made> made = new ArrayList<>();
        for (Reconstructed one : all) {
            made.add(write(folder, originals, one));
        }
        OwnImages own = new OwnImages(files, "originals.npy", "originals-smashed.npy", made);
        Files.write(folder.resolve(OwnImages.FILE), Json.bytes(own));
    }

    private static OwnImages.Made write(Path folder, INDArray originals, Reconstructed one) throws IOException {
        String name = FileNames.of(one.attack());
        Npy.write(folder.resolve(name + ".npy"), one.images());
        List<Values> values = new ArrayList<>();
        for (Metric metric : one.values().keySet()) {
            String file = name + FileNames.ending(metric) + ".npy";
            Npy.write(folder.resolve(file), one.values().get(metric));
            values.add(new Values(metric, file));
        }
        ContactSheet.write(originals, one.images(), folder.resolve(name + ".png"));
        return new OwnImages.Made(one.attack(), one.strength(), name + ".npy", values, name + ".png");
    }
}
