package peekbench.trial;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.nd4j.linalg.api.ndarray.INDArray;
import peekbench.evaluation.PrivateTruth;
import peekbench.nn.Segment;
import peekbench.nn.array.Shape;
import peekbench.protocol.schedule.ClientOrder;
import peekbench.protocol.split.VanillaSplit;
import peekbench.protocol.weights.HandOver;
import peekbench.threat.attack.AttackerKnowledge;
import peekbench.threat.defense.DefenseHooks;
import peekbench.threat.observation.SmashedObservation;
import peekbench.threat.observation.TargetSet;
import peekbench.threat.view.SmashedViews;
import peekbench.threat.view.Views;
import peekbench.training.Protocol;
import peekbench.training.TrainedNetwork;
import peekbench.training.TrainingObserver;
import peekbench.training.TrainingOptions;
import peekbench.training.TrainingSetup;

/** Clients that show what an attack gets without training and without any hiding. */
final class ReferenceClients {
    private final TrainingSetup setup;
    private final PrivateTruth truth;
    private final AttackerKnowledge knowledge;

    /**
     * @param setup the trial's, of which architecture, cut, data and precision are taken
     * @param truth the records that attacks are scored on
     * @param knowledge what the attacker brings along
     */
    ReferenceClients(TrainingSetup setup, PrivateTruth truth, AttackerKnowledge knowledge) {
        this.setup = setup;
        this.truth = truth;
        this.knowledge = knowledge;
    }

    /**
     * A client with random weights, other than those that the victims start from, and no defense. It does not learn from
     * what a server returns either.
     */
    Views untrained() {
        Protocol protocol =
                new VanillaSplit(1, ClientOrder.ROUND_ROBIN_BY_EPOCH, HandOver.WITH_OPTIMIZER_STATE).create();
        TrainedNetwork network = protocol.train(unmoved(setup.training().withEpochs(0)), TrainingObserver.silent());
        return protocol.views(unmoved(setup.training()), network, truth.records(), knowledge);
    }

    private TrainingSetup unmoved(TrainingOptions training) {
        return new TrainingSetup(
                setup.architecture(),
                setup.cut(),
                setup.dataset(),
                setup.indexSets(),
                setup.partition(),
                training,
                List.of(context -> new Unmoved()),
                setup.precision(),
                setup.seed().child("untrained-client"));
    }

    /** A client that learns nothing. */
    private static final class Unmoved implements DefenseHooks {
        @Override
        public boolean learnsFrom(INDArray gradient) {
            return false;
        }
    }

    /** A client that sends its inputs as they are; the server holds the whole network. */
    Views identity() {
        Map<TargetSet, INDArray> sent = new EnumMap<>(TargetSet.class);
        truth.records().keySet().forEach(targets -> sent.put(targets, truth.originals(targets)));
        Shape input = setup.architecture().input();
        SmashedObservation observation =
                new SmashedObservation(setup.precision(), input, List.of(), input, sent, setup::wholeSegment);
        SmashedViews views = new SmashedViews(
                observation,
                UnaryOperator.identity(),
                () -> Segment.create(List.of(), input, setup.precision(), setup.seed()));
        return views.all(knowledge.auxiliary());
    }
}
