package peekbench.protocol.party;

import java.util.ArrayList;
import java.util.List;
import peekbench.channel.Channel;
import peekbench.channel.Message;
import peekbench.channel.ModelState;
import peekbench.channel.PartyId;
import peekbench.channel.Traffic;
import peekbench.nn.array.SavedState;
import peekbench.protocol.engine.Learner;
import peekbench.protocol.engine.NetworkTest;
import peekbench.protocol.engine.TrainingMeter;
import peekbench.protocol.engine.TrainingRun;
import peekbench.protocol.schedule.Attendance;
import peekbench.protocol.schedule.BatchSchedule;
import peekbench.training.Flops;

/** A training of split clients that is under way: the coordinator gives turns, everything else happens in messages. */
public final class SplitRun implements TrainingRun.Metered {
    private final Parties parties;
    private final Turns turns;
    private final Deployment deployment;
    private int last;

    /**
     * Who takes part.
     *
     * @param channel that connects all
     * @param clients in the order of their numbers
     * @param attendance of the clients
     * @param others who hear of the beginning and end of epochs
     * @param otherLearners what others than clients learn
     * @param meter of the task loss
     */
    record Parties(
            Channel channel,
            List<SplitClient> clients,
            Attendance attendance,
            List<PartyId> others,
            List<Learner> otherLearners,
            TrainingMeter meter) {}

    /** Who trains when in an epoch. */
    @FunctionalInterface
    public interface Turns {
        /**
         * Gives the turns of an epoch.
         *
         * @param present numbers of the clients that take part, ascending
         */
        void give(int epoch, List<Integer> present, SplitRun run);

        /** Clients train one after the other. */
        static Turns inOrder(BatchSchedule schedule) {
            return (epoch, present, run) -> schedule.turns(epoch, present).forEach(turn -> run.giveTurn(epoch, turn));
        }
    }

    /**
     * @param deployment puts the parties to work
     */
    SplitRun(Parties parties, Turns turns, Deployment deployment) {
        this.parties = parties;
        this.turns = turns;
        this.deployment = deployment;
    }

    @Override
    public void train(int epoch) {
        begin(epoch);
        turns.give(epoch, parties.attendance().of(epoch), this);
        end(epoch);
    }

    public void begin(int epoch) {
        parties.others().forEach(party -> tell(party, new Message.EpochBegins(epoch)));
    }

    public void end(int epoch) {
        parties.others().forEach(party -> tell(party, new Message.EpochEnds(epoch)));
    }

    public void giveTurn(int epoch, BatchSchedule.ClientTurn turn) {
        last = turn.client();
        tell(PartyId.client(last), new Message.Turn(epoch, turn.first(), turn.batches()));
    }

    /** Sends a message of the coordinator's and waits until everybody has done what it asks for. */
    public void tell(PartyId party, Message message) {
        parties.channel().deliver(PartyId.COORDINATOR, party, message);
    }

    @Override
    public TrainingMeter meter() {
        return parties.meter();
    }

    @Override
    public Flops takeFlops() {
        List<Learner> clients = parties.clients().stream()
                .flatMap(client -> client.learners().stream())
                .toList();
        return Learner.takeFlops(clients, parties.otherLearners());
    }

    @Override
    public Traffic traffic() {
        return parties.channel().traffic();
    }

    @Override
    public List<Learner> learners() {
        List<Learner> all = new ArrayList<>(parties.otherLearners());
        parties.clients().forEach(client -> all.addAll(client.learners()));
        return all;
    }

    @Override
    public SplitNetwork network() {
        return deployment.network(last);
    }

    @Override
    public NetworkTest.TestMetrics testMetrics(NetworkTest test) {
        return deployment.testMetrics(test, last);
    }

    @Override
    public void remember(SavedState state) {
        last = Math.toIntExact(state.number("last-client", last));
        for (SplitClient client : parties.clients()) {
            client.remember(state.part(client.id().name()));
        }
        for (int i = 0; i < parties.otherLearners().size(); i++) {
            parties.otherLearners().get(i).remember(state.part("others-" + i));
        }
        deployment.further().ifPresent(tester -> tester.remember(state.part("tester")));
    }

    /** All states as they are now, though clients be in the middle of a turn. */
    Snapshot snapshot() {
        return new Snapshot(last, learners().stream().map(Learner::state).toList());
    }

    /** Goes back to, or on with, the states of a snapshot. */
    void restore(Snapshot snapshot) {
        last = snapshot.last();
        List<Learner> all = learners();
        for (int i = 0; i < all.size(); i++) {
            all.get(i).adopt(snapshot.states().get(i));
        }
    }

    /**
     * What the learners of a training have learned.
     *
     * @param last number of the client whose turn it is or was
     * @param states in the order of {@link #learners}
     */
    record Snapshot(int last, List<ModelState> states) {}
}
