package peekbench.query;

import java.util.Optional;
import org.apiguardian.api.API;
import peekbench.report.estimate.Estimate;

/**
 * One seed group of one result folder.
 *
 * @param key which
 * @param scenario name of its scenario
 * @param protocol label of the protocol
 * @param cut where the network was split
 * @param arm label of the defenses
 * @param defended whether the arm has any defense
 * @param completed trials that completed
 * @param failed trials that did not
 * @param accuracy of the trained network over the seeds
 * @param leak what the strongest attack got, by the measure that was asked for
 * @param identified what share of the same records the attack finds that finds most
 * @param collapsed completed trials whose network tells nothing
 * @param limited completed trials in which that attack came to its limit while it was still getting better
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1.0")
public record ArmRow(
        Key key,
        String scenario,
        String protocol,
        String cut,
        String arm,
        boolean defended,
        int completed,
        int failed,
        Optional<Estimate> accuracy,
        Optional<Leak> leak,
        Optional<Leak> identified,
        int collapsed,
        int limited) {

    /**
     * Names a seed group.
     *
     * @param folder result folder, below the workspace
     * @param group name of the group
     */
    public record Key(String folder, String group) {}

    /**
     * What leaked, and to whom.
     *
     * @param attack the attack, or what the figure was measured on
     * @param estimate mean over the seeds
     */
    public record Leak(String attack, Estimate estimate) {}
}
