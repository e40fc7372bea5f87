package peekbench.data.table;

import java.util.List;
import java.util.stream.Collectors;
import peekbench.problem.ConfigurationException;
import peekbench.problem.Problems;

/** Whether the columns of a table hold what their roles ask for; all mistakes are said at once. */
final class TableChecks {
    private static final int MOST_CLASSES = 1000;

    private final TableProfile profile;
    private final TableForm form;
    private final Problems problems = new Problems();

    TableChecks(TableProfile profile, TableForm form) {
        this.profile = profile;
        this.form = form;
    }

    /**
     * Checks all columns that are used.
     *
     * @throws ConfigurationException with each column and the first cell that is wrong in it
     */
    void check(TableColumns roles, List<ColumnProfile> features) {
        if (profile.rows() == 0) {
            throw new ConfigurationException("The table (" + profile.csv().path() + ") has no rows"
                    + (profile.leftOut() > 0
                            ? " left: each of " + profile.leftOut() + " lacks a value. Give missing: fill, or drop the"
                                    + " columns that lack most."
                            : " but its line of names. Add some."));
        }
        if (features.isEmpty()) {
            throw new ConfigurationException("The table (" + profile.csv().path() + ") has no column left to predict"
                    + " from; its columns are "
                    + String.join(", ", profile.csv().columns())
                    + ", and the scenario takes all of them. Add one, or drop fewer.");
        }
        features.forEach(this::input);
        roles.targetColumns().forEach(name -> target(profile.column(name)));
        roles.classColumn().ifPresent(name -> classes(profile.column(name)));
        roles.groupColumn().ifPresent(name -> whole(profile.column(name)));
        roles.splitColumn().ifPresent(name -> whole(profile.column(name)));
        problems.throwIfAny();
    }

    private void say(ColumnProfile column, String what) {
        problems.add(
                "",
                "The column (" + column.name() + ") of table (" + profile.csv().path() + ") " + what);
    }

    private void input(ColumnProfile column) {
        finite(column);
        if (form.missing() == Missing.REFUSE && column.missing() > 0) {
            say(
                    column,
                    "lacks " + column.missing() + " of " + column.rows() + " values, the first in line "
                            + column.firstMissing()
                            + ". Say what to do about them, missing: drop-rows or missing: fill, or drop the column.");
        }
        if (column.missing() == column.rows() && form.missing() == Missing.FILL) {
            say(column, "has no value at all, so there is nothing to fill it with. Drop it.");
        } else if (column.isMixed() && column.unbounded().isEmpty()) {
            ColumnProfile.Odd odd = column.firstWord().orElseThrow();
            say(
                    column,
                    "holds numbers and text: the value (" + odd.text() + ") in line " + odd.line()
                            + " is no number. Mend it, or list the column under drop or categorical.");
        } else if (!column.isNumeric()
                && !column.isMixed()
                && column.missing() < column.rows()
                && !column.isCategorical()) {
            say(
                    column,
                    "holds more than " + ColumnProfile.MOST_CATEGORIES + " different texts, such as "
                            + column.distinct().stream().limit(3).collect(Collectors.joining(", "))
                            + "; each would become an input of its own. List it under drop.");
        }
    }

    private void finite(ColumnProfile column) {
        column.unbounded()
                .ifPresent(odd -> say(
                        column,
                        "has the value (" + odd.text() + ") in line " + odd.line()
                                + ", which is larger than networks can reckon with. Mend it, or remove the row or the"
                                + " column."));
    }

    private void whole(ColumnProfile column) {
        if (column.missing() > 0) {
            say(
                    column,
                    "lacks " + column.missing() + " of " + column.rows() + " values, the first in line "
                            + column.firstMissing() + "; it must have them all. Mend it, or give missing: drop-rows.");
        }
    }

    private void target(ColumnProfile column) {
        finite(column);
        whole(column);
        if (column.unbounded().isEmpty()) {
            column.firstWord()
                    .ifPresent(odd -> say(
                            column,
                            "is to be predicted as a number, but its value (" + odd.text() + ") in line " + odd.line()
                                    + " is none. Mend it, or give it as class-column."));
        }
    }

    private void classes(ColumnProfile column) {
        whole(column);
        if (column.isUncounted() || column.distinct().size() > MOST_CLASSES) {
            say(
                    column,
                    "holds more than " + MOST_CLASSES
                            + " different values, too many to be classes. If they are numbers, give target-columns: ["
                            + column.name() + "] in place of class-column.");
        }
    }
}
