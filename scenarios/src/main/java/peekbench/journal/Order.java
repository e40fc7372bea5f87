package peekbench.journal;

import java.util.Optional;
import org.apiguardian.api.API;
import peekbench.event.RunEvent.How;

/** What somebody asks of a running run; a line of its control file. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1.0")
public sealed interface Order {

    /** The line. */
    String line();

    /** Running trials end, none begins. */
    record Pause() implements Order {
        @Override
        public String line() {
            return "pause";
        }
    }

    /** Trials begin again. */
    record Resume() implements Order {
        @Override
        public String line() {
            return "resume";
        }
    }

    /**
     * The run ends.
     *
     * @param how what becomes of running trials
     */
    record Stop(How how) implements Order {
        @Override
        public String line() {
            return "stop " + how.label();
        }
    }

    /**
     * One trial ends at once, or does not begin.
     *
     * @param id the trial's
     */
    record StopTrial(String id) implements Order {
        private static final String WORDS = "stop trial ";

        @Override
        public String line() {
            return WORDS + id;
        }
    }

    /** The order of a line; empty when it is none. */
    static Optional<Order> of(String line) {
        if (line.startsWith(StopTrial.WORDS)) {
            return Optional.of(new StopTrial(line.substring(StopTrial.WORDS.length())));
        }
        for (Order order : new Order[] {new Pause(), new Resume(), new Stop(How.AFTER_RUNNING), new Stop(How.NOW)}) {
            if (order.line().equals(line)) {
                return Optional.of(order);
            }
        }
        return Optional.empty();
    }
}
