package peekbench.data.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import peekbench.data.GivenPart;
import peekbench.data.LoadProgress;
import peekbench.problem.ConfigurationException;
import peekbench.problem.Problems;

/**
 * A table that was read once, cell by cell, to learn what its columns hold.
 *
 * @param csv the file
 * @param decimal sign of its numbers
 * @param columns what each holds, in order
 * @param rows that are used, those that are left out not counted
 * @param leftOut rows that lack a value, where such are left out
 * @param rowNumbers places of columns without a name that number the rows
 */
public record TableProfile(
        CsvFile csv, char decimal, List<ColumnProfile> columns, int rows, int leftOut, List<Integer> rowNumbers) {
    public TableProfile {
        columns = List.copyOf(columns);
        rowNumbers = List.copyOf(rowNumbers);
    }

    /**
     * Reads all rows.
     *
     * @param roles of the columns; without them, every column is looked at as an input
     * @throws ConfigurationException when the file is damaged or a column is named that it does not have
     */
    public static TableProfile read(CsvFile csv, Optional<TableColumns> roles, TableForm form, LoadProgress progress) {
        Problems problems = new Problems();
        roles.stream().flatMap(TableColumns::named).distinct().forEach(name -> {
            try {
                csv.column(name);
            } catch (ConfigurationException e) {
                problems.addAll("", e.problems());
            }
        });
        problems.throwIfAny();
        char decimal = form.decimalSign(csv);
        List<ColumnProfile> columns = new ArrayList<>();
        for (String name : csv.columns()) {
            columns.add(new ColumnProfile(
                    name, decimal, roles.filter(some -> isWords(some, name)).isPresent()));
        }
        int[] used = IntStream.range(0, columns.size())
                .filter(place -> roles.filter(
                                some -> some.drop().contains(csv.columns().get(place)))
                        .isEmpty())
                .toArray();
        Optional<Integer> split = roles.flatMap(TableColumns::splitColumn).map(csv::column);
        boolean dropping = form.missing() == Missing.DROP_ROWS;
        int[] rows = new int[2];
        RowNumbers numbers = new RowNumbers(csv.columns());
        csv.forEach("looking at the table", progress, row -> {
            numbers.add(row);
            if (dropping && lacks(row, used)) {
                rows[1]++;
                for (int column : used) {
                    columns.get(column).addMissing(row, column);
                }
                return;
            }
            rows[0]++;
            boolean scales = split.map(column -> row.cell(column).equals(GivenPart.TRAIN.label()))
                    .orElse(true);
            for (int column : used) {
                columns.get(column).add(row, column, scales);
            }
        });
        return new TableProfile(csv, decimal, columns, rows[0], rows[1], numbers.columns());
    }

    private static boolean isWords(TableColumns roles, String column) {
        return roles.categorical().contains(column)
                || roles.classColumn().filter(column::equals).isPresent()
                || roles.groupColumn().filter(column::equals).isPresent()
                || roles.splitColumn().filter(column::equals).isPresent();
    }

    /** Whether a row lacks a value in one of those columns. */
    static boolean lacks(CsvRow row, int[] columns) {
        for (int column : columns) {
            if (Cells.isMissing(row.cell(column))) {
                return true;
            }
        }
        return false;
    }

    /** The profile of a column. */
    public ColumnProfile column(String name) {
        return columns.get(csv.column(name));
    }

    /** Whether a column has no name and numbers the rows, as pandas writes it. */
    public boolean isRowNumber(ColumnProfile column) {
        return rowNumbers.contains(csv.column(column.name()));
    }
}
