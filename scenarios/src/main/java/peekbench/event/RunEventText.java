package peekbench.event;

/** What happens to a run as a whole, in a sentence or its beginning. */
public final class RunEventText {
    private RunEventText() {}

    /** {@code 18 trials, 4 of them complete before}. */
    public static String of(RunEvent event) {
        if (event instanceof RunEvent.Run run) {
            return run.workers() == 1
                    ? "begins, one trial at a time"
                    : "begins, " + run.workers() + " trials side by side";
        }
        if (event instanceof RunEvent.Plan plan) {
            long complete =
                    plan.trials().stream().filter(RunEvent.Planned::complete).count();
            return plan.trials().size()
                    + (plan.trials().size() == 1 ? " trial" : " trials")
                    + (complete == 0 ? "" : ", " + complete + " of them complete before");
        }
        if (event instanceof RunEvent.Paused) {
            return "paused: running trials end, none begins";
        }
        if (event instanceof RunEvent.Resumed) {
            return "resumed";
        }
        if (event instanceof RunEvent.BudgetSpent spent) {
            return "The budget of " + spent.budget() + " is spent: " + spent.reason()
                    + ". Running trials go on, none begins.";
        }
        if (event instanceof RunEvent.Stopping stopping) {
            return "stopping, " + stopping.how().label().replace('-', ' ');
        }
        if (event instanceof RunEvent.RunDone done) {
            return done.outcome().label() + ": " + done.completed() + " trials complete"
                    + (done.failed() == 0 ? "" : ", " + done.failed() + " failed")
                    + (done.remaining() == 0 ? "" : ", " + done.remaining() + " not run");
        }
        return ((RunEvent.Refused) event)
                .problems().stream()
                        .map(Object::toString)
                        .reduce((one, other) -> one + "\n" + other)
                        .orElse("refused");
    }
}
