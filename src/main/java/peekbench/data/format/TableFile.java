package peekbench.data.format;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.apiguardian.api.API;
import peekbench.data.Dataset;
import peekbench.problem.ConfigurationException;
import peekbench.problem.Problems;
import peekbench.registry.Default;
import peekbench.registry.Summary;

/**
 * A CSV table with named columns of numbers, of which some are predicted. Text columns must be ignored.
 *
 * @param path the file
 * @param targets the columns to predict
 * @param ignored columns that are neither inputs nor targets
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1.0")
@Summary("a CSV table with named columns of numbers")
public record TableFile(
        @Summary("the file") String path,
        @Summary("the columns to predict") List<String> targets,

        @Default("[]") @Summary("columns that are neither inputs nor targets")
        List<String> ignored) {
    public TableFile {
        targets = List.copyOf(targets);
        ignored = List.copyOf(ignored);
        Problems problems = new Problems();
        problems.atLeast("targets", targets.size(), 1);
        problems.throwIfAny();
    }

    /**
     * Reads the table; see {@link Tables#regression}.
     *
     * @throws ConfigurationException when the file, a column or a number is missing or wrong; names the line
     */
    public Dataset load() {
        Path file = Path.of(path);
        CSVFormat format = CSVFormat.DEFAULT
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        try (CSVParser rows = CSVParser.parse(file, StandardCharsets.UTF_8, format)) {
            List<String> columns = rows.getHeaderNames();
            List<double[]> numbers = new ArrayList<>();
            for (CSVRecord row : rows) {
                numbers.add(numbers(row, columns));
            }
            return Tables.regression(file.getFileName().toString(), columns, numbers, targets, ignored);
        } catch (IOException e) {
            throw new ConfigurationException("The table (" + file + ") cannot be read: " + e.getMessage()
                    + ". Check its path and that it is whole.");
        }
    }

    private double[] numbers(CSVRecord row, List<String> columns) {
        double[] numbers = new double[columns.size()];
        for (int column = 0; column < numbers.length; column++) {
            if (ignored.contains(columns.get(column))) {
                continue;
            }
            String text = column < row.size() ? row.get(column) : "";
            try {
                numbers[column] = Double.parseDouble(text);
            } catch (NumberFormatException e) {
                throw new ConfigurationException("The value (" + text + ") of column (" + columns.get(column)
                        + ") in record " + row.getRecordNumber() + " of table (" + path
                        + ") is no number. Mend it, or list the column under ignored.");
            }
        }
        return numbers;
    }
}
