package peekbench.query;

import org.apiguardian.api.API;
import peekbench.report.estimate.Estimate;

/**
 * An arm in a plot of one measure over another.
 *
 * @param key which arm
 * @param protocol label of the protocol
 * @param cut where the network was split
 * @param arm label of the defenses
 * @param x what it costs, or any other measure
 * @param y the other measure
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1.0")
public record TradeOffPoint(ArmRow.Key key, String protocol, String cut, String arm, Estimate x, Estimate y) {}
