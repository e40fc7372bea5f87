package peekbench.data.format;

import java.nio.file.Path;
import org.apiguardian.api.API;
import peekbench.data.Dataset;
import peekbench.data.LoadProgress;
import peekbench.data.table.CsvFile;
import peekbench.data.table.TableColumns;
import peekbench.data.table.TableForm;
import peekbench.data.table.TableReader;
import peekbench.registry.FileName;
import peekbench.registry.Inlined;
import peekbench.registry.Summary;

/**
 * A CSV table with named columns, of which a class or some numbers are predicted.
 *
 * @param path the file
 * @param columns what they are
 * @param form how the table is written, and how its cells become numbers
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1.0")
@Summary("a CSV table with named columns, of which a class or numbers are predicted")
public record TableFile(
        @FileName @Summary("the file") String path,
        @Inlined TableColumns columns,
        @Inlined TableForm form) implements OwnData {

    /**
     * Reads the table; see {@link TableReader}.
     *
     * @throws peekbench.problem.ConfigurationException when the file, a column or a value is missing or wrong; names the line
     */
    @Override
    public Dataset load(String name, LoadProgress progress) {
        return TableReader.read(CsvFile.open(Path.of(path), form.delimiterSign()), name, columns, form, progress);
    }
}
