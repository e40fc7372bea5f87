package peekbench.engine;

/** A trial's process did not do its trial; the message holds the end of what it printed. */
final class TrialProcessException extends RuntimeException {
    private static final long serialVersionUID = 1;

    TrialProcessException(String message) {
        super(message, null, false, false);
    }
}
