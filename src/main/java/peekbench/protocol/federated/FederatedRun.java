package peekbench.protocol.federated;

import java.util.List;
import peekbench.channel.Channel;
import peekbench.channel.Message;
import peekbench.channel.PartyId;
import peekbench.channel.Traffic;
import peekbench.nn.array.SavedState;
import peekbench.protocol.engine.Learner;
import peekbench.protocol.engine.TrainingMeter;
import peekbench.protocol.engine.TrainingRun;
import peekbench.protocol.party.PartyFactory;
import peekbench.protocol.schedule.LocalRecords;
import peekbench.training.Flops;
import peekbench.training.TrainedNetwork;

/**
 * Rounds of federated learning: the coordinator gives turns, an aggregator combines what clients send.
 *
 * @param channel that connects all
 * @param rounds gives the turns of each round
 * @param rosters of the sums of masked updates
 * @param global what has been learned
 * @param clients what clients compute with
 * @param firstRecords of client 0, as which it is deployed
 * @param parties puts it to work
 * @param meter of the training
 */
record FederatedRun(
        Channel channel,
        Rounds rounds,
        Rosters rosters,
        Learner global,
        List<Learner> clients,
        LocalRecords firstRecords,
        PartyFactory parties,
        TrainingMeter meter)
        implements TrainingRun.Metered {

    /** Gives the turns of a round. */
    interface Rounds {
        void train(int round, Coordinator coordinator);
    }

    /** Sends what starts and ends turns. */
    interface Coordinator {
        void tell(PartyId party, Message message);

        /** Says whose updates are going to be added up, to those who mask theirs. */
        void announce(List<Integer> present);
    }

    @Override
    public void train(int epoch) {
        tell(PartyId.AGGREGATOR, new Message.EpochBegins(epoch));
        rounds.train(epoch, new Turns());
        tell(PartyId.AGGREGATOR, new Message.EpochEnds(epoch));
    }

    private final class Turns implements Coordinator {
        @Override
        public void tell(PartyId party, Message message) {
            FederatedRun.this.tell(party, message);
        }

        @Override
        public void announce(List<Integer> present) {
            rosters.announce(present, FederatedRun.this::tell);
        }
    }

    private void tell(PartyId party, Message message) {
        channel.deliver(PartyId.COORDINATOR, party, message);
    }

    @Override
    public Flops takeFlops() {
        return Learner.takeFlops(clients, List.of(global));
    }

    @Override
    public Traffic traffic() {
        return channel.traffic();
    }

    @Override
    public List<Learner> learners() {
        return List.of(global);
    }

    /** Clients begin each round, and are deployed, with defenses of their own anew; only what these share is from before. */
    @Override
    public void remember(SavedState state) {
        global.remember(state.part("global"));
        PartyId deployed = PartyId.client(0);
        parties.defenses(deployed, firstRecords).remember(state.part(deployed.name()));
    }

    @Override
    public TrainedNetwork network() {
        return parties.network(global.state(), firstRecords);
    }
}
