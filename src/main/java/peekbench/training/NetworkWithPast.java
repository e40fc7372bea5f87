package peekbench.training;

import peekbench.threat.observation.Transcript;

/**
 * A trained network that can go back to earlier states.
 *
 * @param past puts the parties to work as they were
 */
public record NetworkWithPast(TrainedNetwork network, Transcript<TrainedNetwork> past) implements ForwardingNetwork {}
