package peekbench.data.table;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import peekbench.data.LoadProgress;
import peekbench.problem.ConfigurationException;
import peekbench.problem.NearestName;

/**
 * A CSV file in UTF-8, with or without a byte order mark, whose first line names its columns. Columns without a name are called
 * {@code unnamed-1} and so on by their places.
 *
 * @param path the file
 * @param delimiter between cells
 * @param columns their names, no two the same
 */
public record CsvFile(Path path, char delimiter, List<String> columns) {
    /** What an unnamed column is called, before its place from 1. */
    static final String UNNAMED = "unnamed-";

    private static final char[] DELIMITERS = {',', ';', '\t', '|'};
    private static final char BYTE_ORDER_MARK = '\ufeff';

    /** Characters at the beginning of a file that delimiters are looked for in. */
    private static final int LOOKED_AT = 1 << 16;

    /** Rows between two words about progress. */
    private static final int STEP = 4096;

    public CsvFile {
        columns = List.copyOf(columns);
    }

    /**
     * Opens a file and reads the names of its columns.
     *
     * @param delimiter if not given, the one of comma, semicolon, tab and bar that divides the first lines most
     * @throws ConfigurationException when there is no such file, or names are missing or given twice
     */
    public static CsvFile open(Path path, Optional<Character> delimiter) {
        try (BufferedReader reader = new BufferedReader(reader(Files.newInputStream(path)), LOOKED_AT)) {
            char[] beginning = new char[LOOKED_AT];
            int length = reader.read(beginning);
            if (length < 1) {
                throw new ConfigurationException(
                        "The table (" + path + ") is empty. Its first line must name columns.");
            }
            String text = new String(beginning, 0, length);
            String firstLine =
                    text.lines().filter(line -> !line.isBlank()).findFirst().orElse("");
            char found = delimiter.orElseGet(() -> delimiter(firstLine));
            return new CsvFile(path, found, names(path, found));
        } catch (IOException e) {
            throw unreadable(path, e);
        }
    }

    private static Reader reader(InputStream in) throws IOException {
        Reader reader = new BufferedReader(new InputStreamReader(
                in,
                StandardCharsets.UTF_8
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT)));
        reader.mark(1);
        if (reader.read() != BYTE_ORDER_MARK) {
            reader.reset();
        }
        return reader;
    }

    /** By the line of names, in which decimal signs do not mislead; what is in quotes does not count. */
    private static char delimiter(String firstLine) {
        String bare = firstLine.replaceAll("\"[^\"]*\"", "");
        char best = DELIMITERS[0];
        long most = 0;
        for (char candidate : DELIMITERS) {
            long count = bare.chars().filter(letter -> letter == candidate).count();
            if (count > most) {
                most = count;
                best = candidate;
            }
        }
        return best;
    }

    private static List<String> names(Path path, char delimiter) {
        try (CsvReader<CsvRecord> rows = rules(delimiter).ofCsvRecord(reader(Files.newInputStream(path)))) {
            Iterator<CsvRecord> iterator = rows.iterator();
            if (!iterator.hasNext()) {
                throw new ConfigurationException(
                        "The table (" + path + ") is empty. Its first line must name columns.");
            }
            List<String> names = new ArrayList<>();
            Map<String, Integer> places = new HashMap<>();
            for (String written : iterator.next().getFields()) {
                int place = names.size() + 1;
                String name = written.isBlank() ? UNNAMED + place : written.strip();
                Integer before = places.putIfAbsent(name, place);
                if (before != null) {
                    throw new ConfigurationException("The table (" + path + ") has two columns called (" + name
                            + "), the " + before + ". and the " + place + ". Give each a name of its own.");
                }
                names.add(name);
            }
            if (names.stream().allMatch(name -> Cells.number(name, '.').isPresent())) {
                throw new ConfigurationException("The first line of table (" + path + ") holds numbers ("
                        + String.join(", ", names.subList(0, Math.min(3, names.size())))
                        + " …); it must name the columns. Add a line of names.");
            }
            return names;
        } catch (CsvParseException | IOException e) {
            throw unreadable(path, e);
        }
    }

    private static CsvReader.CsvReaderBuilder rules(char delimiter) {
        return CsvReader.builder()
                .fieldSeparator(delimiter)
                .allowUnclosedQuote(false)
                .trimWhitespacesAroundQuotes(true);
    }

    /**
     * The place of a column, from 0.
     *
     * @throws ConfigurationException when there is none of that name; lists the columns
     */
    public int column(String name) {
        int place = columns.indexOf(name);
        if (place < 0) {
            String otherDelimiter = columns.size() == 1
                    ? " There is but one column: are cells divided by something else than (" + delimiter
                            + ")? Say so with delimiter."
                    : "";
            throw new ConfigurationException("The table (" + path + ") has no column (" + name + "); its columns are "
                    + String.join(", ", columns) + "." + NearestName.hint(name, columns) + otherDelimiter);
        }
        return place;
    }

    /**
     * Hands over all rows in order.
     *
     * @param what is done, for a person who waits
     * @throws ConfigurationException when a row has too few or too many cells, or a quote has no end; names the line
     */
    public void forEach(String what, LoadProgress progress, Consumer<CsvRow> consumer) {
        try (FileChannel file = FileChannel.open(path);
                CsvReader<CsvRecord> rows = rules(delimiter).ofCsvRecord(reader(Channels.newInputStream(file)))) {
            long size = file.size();
            Iterator<CsvRecord> iterator = rows.iterator();
            iterator.next();
            for (long row = 1; iterator.hasNext(); row++) {
                CsvRecord cells = iterator.next();
                consumer.accept(new CsvRow(cells.getStartingLineNumber(), cells));
                if (row % STEP == 0) {
                    progress.read(what, file.position(), size);
                }
            }
            progress.read(what, size, size);
        } catch (CsvParseException | IOException | UncheckedIOException e) {
            throw unreadable(path, e);
        }
    }

    /**
     * The first rows, as many as wanted or there are.
     *
     * @throws ConfigurationException as {@link #forEach}
     */
    List<CsvRow> first(int wanted) {
        try (CsvReader<CsvRecord> rows = rules(delimiter).ofCsvRecord(reader(Files.newInputStream(path)))) {
            return rows.stream()
                    .skip(1)
                    .limit(wanted)
                    .map(cells -> new CsvRow(cells.getStartingLineNumber(), cells))
                    .toList();
        } catch (CsvParseException | IOException | UncheckedIOException e) {
            throw unreadable(path, e);
        }
    }

    private static ConfigurationException unreadable(Path path, Exception failure) {
        Throwable cause = failure;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        String reason = cause instanceof NoSuchFileException
                ? "it is not there"
                : cause instanceof CharacterCodingException
                        ? "it is not in UTF-8; save it in that encoding"
                        : String.valueOf(cause.getMessage());
        return new ConfigurationException(
                "The table (" + path + ") cannot be read: " + reason
                        + ". Check its path and that it is whole: each line as many cells as there are columns, each quote closed.");
    }
}
