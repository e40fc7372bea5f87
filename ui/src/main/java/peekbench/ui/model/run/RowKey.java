package peekbench.ui.model.run;

/**
 * Names a row, from its first appearance to its last.
 *
 * @param run of the run
 * @param trial id of the trial; empty for the run itself
 */
public record RowKey(String run, String trial) {
    /** Of a run. */
    public static RowKey of(String run) {
        return new RowKey(run, "");
    }

    /** Of the run that the row is or is in. */
    public RowKey ofRun() {
        return of(run);
    }

    /** Whether it is a trial's. */
    public boolean isTrial() {
        return !trial.isEmpty();
    }
}
