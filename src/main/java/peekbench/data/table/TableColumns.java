package peekbench.data.table;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apiguardian.api.API;
import peekbench.problem.Problems;
import peekbench.registry.Default;
import peekbench.registry.Summary;

/**
 * What the columns of a table are; those not named here are inputs.
 *
 * @param classColumn the class to predict, whole numbers or words
 * @param targetColumns the numbers to predict
 * @param drop neither inputs nor predicted
 * @param categorical numbers that are names of categories, as postal codes are
 * @param groupColumn whose values records of a group share
 * @param splitColumn that says train, test or auxiliary of each record
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1.0")
public record TableColumns(
        @Summary("the column of the class to predict, whole numbers or words")
        Optional<String> classColumn,

        @Default("[]") @Summary("columns of numbers to predict, in place of a class")
        List<String> targetColumns,

        @Default("[]") @Summary("columns that are neither inputs nor predicted")
        List<String> drop,

        @Default("[]") @Summary("columns whose numbers are names of categories; words are so anyway")
        List<String> categorical,

        @Summary("column, such as patient_id; records that share its value are never spread over index sets or clients")
        Optional<String> groupColumn,

        @Summary("column that says train, test or auxiliary; if not given, parts are drawn")
        Optional<String> splitColumn) {
    public TableColumns {
        targetColumns = List.copyOf(targetColumns);
        drop = List.copyOf(drop);
        categorical = List.copyOf(categorical);
        Problems problems = new Problems();
        if (classColumn.isPresent() != targetColumns.isEmpty()) {
            problems.add(
                    "class-column",
                    classColumn.isPresent()
                            ? "is given beside target-columns; a network predicts either a class or numbers. Remove one of"
                                    + " the two."
                            : "is not given, nor are target-columns; name the column of the class, or those of the numbers,"
                                    + " to predict.");
        }
        List<String> roles = new ArrayList<>(targetColumns);
        Stream.of(classColumn, groupColumn, splitColumn)
                .flatMap(Optional::stream)
                .forEach(roles::add);
        roles.addAll(drop);
        if (new HashSet<>(roles).size() < roles.size()) {
            problems.add("drop", "and the other keys name a column twice; each column can be one thing.");
        }
        problems.throwIfAny();
    }

    /** A class is predicted from all other columns. */
    public static TableColumns classes(String classColumn, String... drop) {
        return new TableColumns(
                Optional.of(classColumn), List.of(), List.of(drop), List.of(), Optional.empty(), Optional.empty());
    }

    /** Numbers are predicted from all other columns. */
    public static TableColumns numbers(List<String> targetColumns, List<String> drop) {
        return new TableColumns(Optional.empty(), targetColumns, drop, List.of(), Optional.empty(), Optional.empty());
    }

    /** Whether a column is no input. */
    boolean isTaken(String column) {
        return targetColumns.contains(column)
                || drop.contains(column)
                || Stream.of(classColumn, groupColumn, splitColumn).anyMatch(Optional.of(column)::equals);
    }

    /** All names that are given. */
    Stream<String> named() {
        return Stream.of(
                        Stream.of(classColumn, groupColumn, splitColumn).flatMap(Optional::stream),
                        targetColumns.stream(),
                        drop.stream(),
                        categorical.stream())
                .flatMap(names -> names);
    }
}
