package peekbench.query;

import java.util.Optional;
import java.util.OptionalDouble;
import org.apiguardian.api.API;

/**
 * One line of a listing of trials. Of a trial that cannot be read only folder, id, status and reason are known.
 *
 * @param folder its result folder, below the workspace, with {@code /} between names; empty for the workspace itself
 * @param id the trial, also its folder's name
 * @param status how it ended, or that it cannot be read
 * @param reason first line of the error, or why it cannot be read
 * @param key what it is; empty when it cannot be read
 * @param accuracy of the trained network, in [0, 1]
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1.0")
public record TrialRow(
        String folder, String id, Status status, Optional<String> reason, Optional<Key> key, OptionalDouble accuracy) {

    /** How a trial folder is found. */
    public enum Status {
        COMPLETED("completed"),
        /** Ended by an error. */
        FAILED("failed"),
        /** Damaged, half deleted, foreign or of a newer format. */
        UNREADABLE("unreadable");

        private final String label;

        Status(String label) {
            this.label = label;
        }

        /** As filters and tables have it. */
        public String label() {
            return label;
        }
    }

    /**
     * What a trial is.
     *
     * @param scenario name of its scenario
     * @param group trials of the folder that differ only in the seed
     * @param protocol label of the protocol
     * @param cut where the network was split
     * @param arm label of the defenses
     * @param defended whether the arm has any defense
     * @param seed of every random number
     * @param started when it began, in ISO 8601
     * @param seconds from begin to end
     */
    public record Key(
            String scenario,
            String group,
            String protocol,
            String cut,
            String arm,
            boolean defended,
            long seed,
            String started,
            double seconds) {}
}
