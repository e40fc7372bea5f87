package peekbench.ui.model.run;

import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Runs and trials in words. */
public final class RunWords {
    private static final double MINUTE = 60;

    private RunWords() {}

    /** {@code 1 trial}, {@code 2 trials}. */
    public static String count(long number, String thing) {
        return number + " " + thing + (number == 1 ? "" : "s");
    }

    /** The ids without the words that all begin with; whole where there is only one. */
    static List<String> shortened(List<String> ids) {
        if (ids.size() < 2) {
            return ids;
        }
        String common = ids.get(0);
        for (String id : ids) {
            while (!id.startsWith(common)) {
                common = common.substring(0, common.length() - 1);
            }
        }
        int cut = Math.max(common.lastIndexOf('-'), common.lastIndexOf('/')) + 1;
        return ids.stream().map(id -> id.substring(cut)).toList();
    }

    /** {@code 1 running, 2 waiting, 14 complete, 1 failed}, of runs; empty where there is none. */
    public static String summary(List<RunView> runs) {
        return Stream.of(
                        part(runs, "running", RunState::going),
                        part(runs, "waiting", state -> state == RunState.WAITING),
                        part(runs, "complete", state -> state == RunState.COMPLETE),
                        part(runs, "stopped", state -> state == RunState.STOPPED),
                        part(runs, "interrupted", state -> state == RunState.INTERRUPTED),
                        part(runs, "failed", state -> state == RunState.FAILED || state == RunState.REFUSED))
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining(", "));
    }

    private static String part(List<RunView> runs, String word, Predicate<RunState> wanted) {
        long count = runs.stream().map(RunView::state).filter(wanted).count();
        return count == 0 ? "" : count + " " + word;
    }

    /** {@code 42 %}. */
    public static String percent(double share) {
        return String.format(Locale.ROOT, "%.0f %%", Math.floor(100 * share));
    }

    /** How long about: {@code 40 seconds}, {@code a minute}, {@code 3 minutes}, {@code 2.5 hours}. */
    public static String about(double seconds) {
        if (seconds < 50) {
            return Math.max(10, Math.round(seconds / 10) * 10) + " seconds";
        }
        double minutes = seconds / MINUTE;
        if (minutes < 1.5) {
            return "a minute";
        }
        return minutes < 100
                ? Math.round(minutes) + " minutes"
                : String.format(Locale.ROOT, "%.1f hours", minutes / MINUTE);
    }

    /** A run that was interrupted: {@code nopeek was interrupted, 14 of 18 trials complete}. */
    public static String interrupted(RunView run) {
        return run.row().title() + " was interrupted"
                + (run.trials().isEmpty()
                        ? ""
                        : ", " + run.complete() + " of " + count(run.trials().size(), "trial") + " complete");
    }

    /** What runs, in a line: {@code quickstart: 1 of 2 trials, 42 %, about 1 min left}. */
    public static String running(RunView run) {
        RunRow row = run.row();
        if (row.state() == RunState.STARTING) {
            return row.title() + ": reads scenario and data";
        }
        List<RunRow> busy = run.trials().stream()
                .filter(trial -> trial.state() == RunState.RUNNING)
                .toList();
        String what = busy.size() == 1
                ? busy.get(0).title() + ", " + busy.get(0).now()
                : run.complete() + " of " + count(run.trials().size(), "trial") + " complete";
        String state = row.state() == RunState.RUNNING ? "" : row.state().word() + ", ";
        return row.title() + ": " + state + what + ", " + percent(row.share())
                + (row.left().isEmpty() ? "" : ", about " + row.left() + " left");
    }
}
