package peekbench.data.table;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import peekbench.data.ClassLabels;
import peekbench.data.Dataset;
import peekbench.data.GivenPart;
import peekbench.data.GivenParts;
import peekbench.data.LoadProgress;
import peekbench.data.MemoryNeed;
import peekbench.data.Task;
import peekbench.nn.array.Shape;
import peekbench.problem.ConfigurationException;

/**
 * Turns a table into a data set: numbers are scaled, words become one number each that is 1 or 0. The file is read twice, once to
 * learn what its columns hold and once into the data set, so that no more than that is in memory.
 */
public final class TableReader {
    private final TableProfile profile;
    private final TableColumns roles;
    private final TableForm form;
    private final List<Feature> features = new ArrayList<>();
    private final List<Integer> places = new ArrayList<>();
    private final List<String> remarks = new ArrayList<>();

    private TableReader(TableProfile profile, TableColumns roles, TableForm form) {
        this.profile = profile;
        this.roles = roles;
        this.form = form;
    }

    /**
     * Reads a table.
     *
     * @throws ConfigurationException when the file, a column or a value is missing or wrong; names the line
     */
    public static Dataset read(CsvFile csv, String name, TableColumns roles, TableForm form, LoadProgress progress) {
        TableProfile profile = TableProfile.read(csv, Optional.of(roles), form, progress);
        return new TableReader(profile, roles, form).read(name, progress);
    }

    private Dataset read(String name, LoadProgress progress) {
        List<ColumnProfile> inputs = inputs();
        new TableChecks(profile, form).check(roles, inputs);
        for (ColumnProfile input : inputs) {
            features.add(Feature.of(input, form.scale(), profile.decimal()));
            places.add(profile.csv().column(input.name()));
        }
        remark(inputs);
        List<String> names =
                features.stream().flatMap(feature -> feature.names().stream()).toList();
        List<GivenPart> parts = parts(progress);
        int[] positions = positions(parts);
        Filling filling = new Filling(positions, names.size());
        profile.csv().forEach("reading the table", progress, filling::add);
        Dataset dataset = Dataset.ofNumbers(
                        name,
                        filling.task,
                        Shape.of(names.size()),
                        filling.inputs,
                        filling.targets,
                        parts.isEmpty() ? GivenParts.trainOnly(profile.rows()) : GivenPart.count(parts))
                .withInputNames(names)
                .withRemarks(remarks);
        return roles.groupColumn()
                .map(column -> dataset.withGroups(column, filling.groups))
                .orElse(dataset);
    }

    private List<ColumnProfile> inputs() {
        List<ColumnProfile> inputs = new ArrayList<>();
        for (ColumnProfile column : profile.columns()) {
            if (roles.isTaken(column.name())) {
                continue;
            }
            if (profile.isRowNumber(column)) {
                remarks.add("The first column has no name and numbers the rows, so it is left out.");
            } else {
                inputs.add(column);
            }
        }
        return inputs;
    }

    private void remark(List<ColumnProfile> inputs) {
        if (profile.leftOut() > 0) {
            remarks.add(profile.leftOut() + " of " + (profile.leftOut() + profile.rows())
                    + " rows lack a value and are left out.");
        }
        List<ColumnProfile> filled =
                inputs.stream().filter(column -> column.missing() > 0).toList();
        if (form.missing() == Missing.FILL && !filled.isEmpty()) {
            remarks.add("Missing values are filled: "
                    + String.join(
                            ", ",
                            filled.stream()
                                    .map(column -> column.name() + " (" + column.missing() + ")")
                                    .toList())
                    + ".");
        }
        List<String> constant = inputs.stream()
                .filter(column -> column.isNumeric()
                        && column.summary().smallest() == column.summary().largest())
                .map(ColumnProfile::name)
                .toList();
        if (!constant.isEmpty()) {
            remarks.add("These columns have one value in all rows: " + String.join(", ", constant) + ".");
        }
    }

    /** The part of each row that is used; empty where none are given. */
    private List<GivenPart> parts(LoadProgress progress) {
        List<GivenPart> parts = new ArrayList<>();
        roles.splitColumn().map(profile.csv()::column).ifPresent(column -> {
            int[] used = used();
            profile.csv().forEach("looking at parts", progress, row -> {
                if (!isLeftOut(row, used)) {
                    parts.add(GivenPart.of(row.cell(column))
                            .orElseThrow(() -> new ConfigurationException("The value (" + row.cell(column)
                                    + ") of column (" + profile.csv().columns().get(column) + ") in line " + row.line()
                                    + " of table (" + profile.csv().path() + ") is no part; it must be one of "
                                    + String.join(", ", GivenPart.labels()) + ".")));
                }
            });
        });
        return parts;
    }

    /** Where each row that is used stands in the data set. */
    private int[] positions(List<GivenPart> parts) {
        if (parts.isEmpty()) {
            return IntStream.range(0, profile.rows()).toArray();
        }
        int[] order = GivenPart.order(parts);
        int[] positions = new int[order.length];
        for (int position = 0; position < order.length; position++) {
            positions[order[position]] = position;
        }
        return positions;
    }

    private int[] used() {
        List<String> columns = profile.csv().columns();
        return IntStream.range(0, columns.size())
                .filter(place -> !roles.drop().contains(columns.get(place)))
                .toArray();
    }

    private boolean isLeftOut(CsvRow row, int[] used) {
        return form.missing() == Missing.DROP_ROWS && TableProfile.lacks(row, used);
    }

    /** The arrays of the data set, filled row by row. */
    private final class Filling {
        private final int[] positions;
        private final int width;
        private final float[] inputs;
        private final float[] targets;
        private final int[] groups;
        private final Task task;
        private final Map<String, Integer> classes;
        private final int[] targetColumns;
        private final Optional<Integer> groupColumn;
        private final Map<String, Integer> groupNumbers = new HashMap<>();
        private final int[] used = used();
        private final int[] widths =
                features.stream().mapToInt(feature -> feature.names().size()).toArray();
        private int rows;

        Filling(int[] positions, int width) {
            this.positions = positions;
            this.width = width;
            this.inputs = new float
                    [MemoryNeed.of(
                            positions.length + " rows of " + width + " inputs",
                            (long) positions.length * width,
                            Float.BYTES,
                            "take fewer rows or columns")];
            Optional<ClassLabels> labels = roles.classColumn()
                    .map(column -> ClassLabels.of(profile.column(column).distinct()));
            labels.flatMap(ClassLabels::remark).ifPresent(remarks::add);
            this.classes = labels.map(ClassLabels::numbers).orElse(Map.of());
            this.task = labels.<Task>map(some -> new Task.Classification(some.names()))
                    .orElseGet(() -> new Task.Regression(roles.targetColumns()));
            List<String> predicted = roles.classColumn().map(List::of).orElse(roles.targetColumns());
            this.targetColumns =
                    predicted.stream().mapToInt(profile.csv()::column).toArray();
            this.targets = new float[positions.length * targetColumns.length];
            this.groupColumn = roles.groupColumn().map(profile.csv()::column);
            this.groups = new int[groupColumn.isPresent() ? positions.length : 0];
        }

        void add(CsvRow row) {
            if (isLeftOut(row, used)) {
                return;
            }
            if (rows == positions.length) {
                throw new ConfigurationException(
                        "The table (" + profile.csv().path() + ") grew while it was read. Try again.");
            }
            int position = positions[rows++];
            int at = position * width;
            for (int feature = 0; feature < features.size(); feature++) {
                features.get(feature).write(row.cell(places.get(feature)), inputs, at);
                at += widths[feature];
            }
            for (int target = 0; target < targetColumns.length; target++) {
                String cell = row.cell(targetColumns[target]);
                targets[position * targetColumns.length + target] = classes.isEmpty()
                        ? (float) Cells.number(cell, profile.decimal()).orElseThrow()
                        : classes.getOrDefault(cell, 0);
            }
            groupColumn.ifPresent(column ->
                    groups[position] = groupNumbers.computeIfAbsent(row.cell(column), group -> groupNumbers.size()));
        }
    }
}
