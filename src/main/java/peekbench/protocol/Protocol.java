package peekbench.protocol;

/** Who sends what to whom and who steps when. */
public interface Protocol {
    /**
     * Trains the parties.
     *
     * @param setup what is trained on what
     * @param observer hears of every epoch
     * @throws peekbench.problem.ConfigurationException when the setup does not suit the protocol
     */
    TrainedNetwork train(TrainingSetup setup, TrainingObserver observer);
}
