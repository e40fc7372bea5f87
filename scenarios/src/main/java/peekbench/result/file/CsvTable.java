package peekbench.result.file;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.Function;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.CSVRecord;

/**
 * Files of comma-separated values with a heading, RFC 4180, UTF-8, for any statistics program. What is absent is an empty
 * cell.
 *
 * @param columns the heading
 */
public record CsvTable(List<String> columns) {
    public CsvTable {
        columns = List.copyOf(columns);
    }

    public static CsvTable of(String... columns) {
        return new CsvTable(List.of(columns));
    }

    private CSVFormat format() {
        return CSVFormat.RFC4180
                .builder()
                .setHeader(columns.toArray(String[]::new))
                .get();
    }

    /** Adds lines to a file, which is made with its heading when there is none. */
    public <T> void append(Path file, List<T> lines, Function<T, List<Object>> cells) throws IOException {
        CSVFormat format =
                format().builder().setSkipHeaderRecord(Files.exists(file)).get();
        try (BufferedWriter writer = Files.newBufferedWriter(
                        file, StandardCharsets.UTF_8, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
                CSVPrinter printer = new CSVPrinter(writer, format)) {
            for (T line : lines) {
                printer.printRecord(cells.apply(line).stream().map(CsvTable::text));
            }
        }
    }

    private static Object text(Object cell) {
        if (cell instanceof OptionalInt number) {
            return number.isPresent() ? number.getAsInt() : "";
        }
        if (cell instanceof OptionalDouble number) {
            return number.isPresent() ? number.getAsDouble() : "";
        }
        return cell;
    }

    /**
     * Reads the lines of a file.
     *
     * @throws ResultStoreException when it is missing or damaged
     */
    public <T> List<T> read(Path file, Function<CSVRecord, T> line) {
        List<T> lines = new ArrayList<>();
        try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            for (CSVRecord cells :
                    format().builder().setSkipHeaderRecord(true).get().parse(reader)) {
                lines.add(line.apply(cells));
            }
            return lines;
        } catch (IOException e) {
            throw ResultStoreException.reading(file, e);
        } catch (IllegalArgumentException e) {
            throw new ResultStoreException(
                    "Could not read " + file + ": " + e.getMessage()
                            + ". Delete the trial's folder and run the trial again.",
                    e);
        }
    }

    public static OptionalInt whole(CSVRecord line, String column) {
        String text = line.get(column);
        return text.isEmpty() ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(text));
    }

    public static OptionalDouble number(CSVRecord line, String column) {
        String text = line.get(column);
        return text.isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(Double.parseDouble(text));
    }
}
