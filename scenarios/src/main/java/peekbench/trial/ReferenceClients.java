package peekbench.trial;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.nd4j.linalg.api.ndarray.INDArray;
import peekbench.evaluation.PrivateTruth;
import peekbench.nn.Segment;
import peekbench.nn.Shape;
import peekbench.protocol.Centralized;
import peekbench.protocol.TrainingObserver;
import peekbench.protocol.TrainingSetup;
import peekbench.threat.SmashedObservation;
import peekbench.threat.TargetSet;
import peekbench.threat.Views;

/** Clients that show what an attack gets without training and without any hiding. */
final class ReferenceClients {
    private final TrainingSetup setup;
    private final PrivateTruth truth;

    /**
     * @param setup the trial's, of which architecture, cut, data and precision are taken
     * @param truth the records that attacks are scored on
     */
    ReferenceClients(TrainingSetup setup, PrivateTruth truth) {
        this.setup = setup;
        this.truth = truth;
    }

    /** A client with random weights, other than those that the victims start from, and no defense. */
    Views untrained() {
        TrainingSetup fresh = new TrainingSetup(
                setup.architecture(),
                setup.cut(),
                setup.dataset(),
                setup.indexSets(),
                setup.partition(),
                setup.training().withEpochs(0),
                List.of(),
                setup.precision(),
                setup.seed().child("untrained-client"));
        return new Centralized(1)
                .create()
                .train(fresh, TrainingObserver.silent())
                .views(setup.dataset(), truth.records());
    }

    /** A client that sends its inputs as they are; the server holds the whole network. */
    Views identity() {
        Map<TargetSet, INDArray> sent = new EnumMap<>(TargetSet.class);
        truth.records().keySet().forEach(targets -> sent.put(targets, truth.originals(targets)));
        Shape input = setup.architecture().input();
        SmashedObservation observation =
                new SmashedObservation(setup.precision(), input, List.of(), input, sent, setup::wholeSegment);
        return new Views(
                observation,
                UnaryOperator.identity(),
                () -> Segment.create(List.of(), input, setup.precision(), setup.seed()));
    }
}
