package peekbench.ui.model.run;

/**
 * A line of the table of runs, as it is written.
 *
 * @param key names it
 * @param title of the scenario; of a trial, what of its id the others of the run have not
 * @param state how it is
 * @param now what is being done, or why it failed
 * @param share of it that is done, in [0, 1]
 * @param accuracy of the last epoch; empty where there is none
 * @param left how long it goes on; empty where that cannot be said
 * @param took how long it has gone on, or went on; empty where that cannot be said
 * @param explained all of it, for a hover
 */
public record RunRow(
        RowKey key,
        String title,
        RunState state,
        String now,
        double share,
        String accuracy,
        String left,
        String took,
        String explained) {}
