package peekbench.training;

/** A trained network whose training somebody watched. */
public record WatchedNetwork(TrainedNetwork network, WatchedTraining watched) implements ForwardingNetwork {}
