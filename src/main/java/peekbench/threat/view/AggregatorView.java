package peekbench.threat.view;

import peekbench.threat.observation.FederatedObservation;

/**
 * A federated aggregator that follows the protocol and looks: it gave clients their network, loss and steps, and gets the
 * updates of single clients, as they are after every defense.
 *
 * @param observation of updates of single clients
 */
@Role(value = "an aggregator that gets the updates of single clients", sees = "the update that each client sends")
public record AggregatorView(FederatedObservation observation) implements UpdatesView {}
