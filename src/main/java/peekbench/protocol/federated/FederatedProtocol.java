package peekbench.protocol.federated;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import peekbench.channel.ModelState;
import peekbench.nn.Segment;
import peekbench.protocol.party.PartyFactory;
import peekbench.threat.observation.FederatedObservation;
import peekbench.threat.observation.Moment;
import peekbench.threat.observation.ObservedRound;
import peekbench.threat.observation.TargetSet;
import peekbench.threat.view.AggregatorView;
import peekbench.threat.view.AveragedPeerView;
import peekbench.training.FinishedTraining;
import peekbench.training.Onlookers;
import peekbench.training.Protocol;
import peekbench.training.TrainedNetwork;
import peekbench.training.TrainingSetup;

/** A protocol in which an aggregator gets updates of the whole network, with what it sees of single clients. */
interface FederatedProtocol extends Protocol {
    /** How many clients there are. */
    int clients();

    /** What each of them runs. */
    ClientProgram program();

    /** The aggregator sees what single clients send; another client, where there is one, the average of the others. */
    @Override
    default Onlookers onlookers() {
        Onlookers all = Protocol.super
                .onlookers()
                .with(
                        AggregatorView.class,
                        training -> new AggregatorView(observation(
                                training.setup(), moment -> round(training, moment, WatchedRound.Masks.ON))));
        return clients() == 1
                ? all
                : all.with(
                        AveragedPeerView.class,
                        training -> new AveragedPeerView(observation(
                                training.setup(),
                                moment -> new AveragedRound(
                                        round(training, moment, WatchedRound.Masks.CANCELLED), clients()))));
    }

    private static FederatedObservation observation(TrainingSetup setup, Function<Moment, ObservedRound> rounds) {
        return new FederatedObservation(
                setup.precision(),
                setup.architecture().input(),
                setup.architecture().layers(),
                setup.loss(),
                rounds);
    }

    private WatchedRound round(FinishedTraining training, Moment moment, WatchedRound.Masks masks) {
        TrainingSetup setup = training.setup();
        TrainedNetwork network = training.network();
        Map<TargetSet, int[]> targets = training.targets();
        // A network that was not trained has a first round as well; beyond the last one weights are frozen.
        int rounds = Math.max(1, setup.training().epochs());
        PartyFactory parties =
                new PartyFactory(setup.withTraining(setup.training().withEpochs(rounds)));
        return switch (moment) {
            case INITIAL ->
                new WatchedRound(parties, program(), clients(), parties.whole().initial(), 1, targets, masks);
            case TRAINED ->
                new WatchedRound(
                        parties,
                        program(),
                        clients(),
                        whole(network.client(), network.server()),
                        rounds,
                        targets,
                        masks);
        };
    }

    private static ModelState whole(Segment front, Segment back) {
        return ModelState.joined(List.of(state(front), state(back)));
    }

    private static ModelState state(Segment segment) {
        INDArray none = Nd4j.zeros(segment.precision().dataType(), 0);
        return new ModelState(
                segment.parameterCount() == 0 ? none : segment.parameters(),
                segment.bufferCount() == 0 ? none : segment.buffers(),
                0,
                List.of());
    }
}
