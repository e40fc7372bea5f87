package peekbench.data.set;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import peekbench.data.Dataset;
import peekbench.data.format.IdxDataset;
import peekbench.data.format.IdxFile;
import peekbench.data.format.Tables;

/**
 * The two small sets that come with the program, made by {@code src/scripts/embed-data.py}; see NOTICE for their
 * licences.
 */
final class EmbeddedData {
    private static final String TARGET = "ldl";

    private EmbeddedData() {}

    /** 6,000 training and 1,000 test images of Fashion-MNIST, all classes equally often. */
    static Dataset fashionMnistSample() {
        List<IdxFile> parts = new ArrayList<>();
        try (ZipInputStream zip = new ZipInputStream(open("fashion-mnist-sample.zip"))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                int rank = entry.getName().contains("images") ? 3 : 1;
                parts.add(IdxFile.read(zip, entry.getName(), rank));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The embedded images cannot be read", e);
        }
        return IdxDataset.of("fashion-mnist-sample", ClassNames.FASHION_MNIST, parts);
    }

    /**
     * Lipid values, age, sex and other measures of 442 patients (Efron, Hastie, Johnstone, Tibshirani 2004); LDL is
     * predicted from the rest, as Lee et al. (Triad of Split Learning, section V) do with hospital records. Features are
     * standardised over all rows; LDL stays in mg/dL.
     */
    static Dataset lipids() {
        try (InputStream in = open("lipids.csv")) {
            List<String> lines = new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
            List<String> columns = List.of(lines.get(0).split(",", -1));
            List<double[]> rows = new ArrayList<>();
            for (String line : lines.subList(1, lines.size())) {
                rows.add(java.util.Arrays.stream(line.split(",", -1))
                        .mapToDouble(Double::parseDouble)
                        .toArray());
            }
            return Tables.regression("lipids", columns, rows, List.of(TARGET), List.of("progression"));
        } catch (IOException e) {
            throw new UncheckedIOException("The embedded table cannot be read", e);
        }
    }

    private static InputStream open(String resource) {
        InputStream in = EmbeddedData.class.getResourceAsStream("/peekbench/data/" + resource);
        if (in == null) {
            throw new IllegalStateException("The program was built without its data (" + resource + ")");
        }
        return in;
    }
}
