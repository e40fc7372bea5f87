package peekbench.threat.view;

import peekbench.threat.observation.FederatedObservation;

/**
 * Another client of a federated training. It has the global network before a round and after it and knows its own update, so
 * what is left is the average of the others': with two clients, the other's alone, and no aggregation, however secure, can
 * hide it.
 *
 * @param observation in which what a client sends comes averaged with what all others but this one send
 */
@Role(
        value = "a client that gets the average of each round",
        sees = "the network before and after each round, and its own update")
public record AveragedPeerView(FederatedObservation observation) implements UpdatesView {}
