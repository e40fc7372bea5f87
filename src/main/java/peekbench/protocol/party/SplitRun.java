package peekbench.protocol.party;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import peekbench.channel.Message;
import peekbench.channel.ModelState;
import peekbench.channel.PartyId;
import peekbench.channel.Traffic;
import peekbench.protocol.engine.Learner;
import peekbench.protocol.engine.NetworkTest;
import peekbench.protocol.engine.TrainingRun;
import peekbench.protocol.schedule.BatchSchedule;
import peekbench.training.Flops;

/** A training of split clients that is under way: the coordinator gives turns, everything else happens in messages. */
public abstract class SplitRun implements TrainingRun {
    private final SplitCast cast;
    private int last;

    protected SplitRun(SplitCast cast) {
        this.cast = cast;
    }

    /** Lets those clients train for an epoch. */
    protected abstract void train(int epoch, List<Integer> present);

    @Override
    public final void train(int epoch) {
        begin(epoch);
        train(epoch, cast.attendance().of(epoch));
        end(epoch);
    }

    public final void begin(int epoch) {
        tell(new Message.EpochBegins(epoch));
    }

    public final void end(int epoch) {
        tell(new Message.EpochEnds(epoch));
    }

    private void tell(Message message) {
        cast.others().forEach(party -> tell(party, message));
    }

    protected final void tell(PartyId party, Message message) {
        cast.channel().deliver(PartyId.COORDINATOR, party, message);
    }

    public final void giveTurn(int epoch, BatchSchedule.ClientTurn turn) {
        last = turn.client();
        tell(PartyId.client(last), new Message.Turn(epoch, turn.first(), turn.batches()));
    }

    protected final BatchSchedule schedule() {
        return cast.schedule();
    }

    @Override
    public double takeMeanLoss() {
        return cast.meter().takeLoss();
    }

    @Override
    public final OptionalDouble takeDefenseStatistic() {
        return cast.meter().takeDefenseStatistic();
    }

    @Override
    public final OptionalDouble privacySpent() {
        return cast.meter().privacySpent();
    }

    @Override
    public final Flops takeFlops() {
        List<Learner> clients = cast.clients().stream()
                .flatMap(client -> client.learners().stream())
                .toList();
        return Learner.takeFlops(clients, cast.otherLearners());
    }

    @Override
    public final Traffic traffic() {
        return cast.channel().traffic();
    }

    @Override
    public final List<Learner> learners() {
        List<Learner> all = new ArrayList<>(cast.otherLearners());
        cast.clients().forEach(client -> all.addAll(client.learners()));
        return all;
    }

    @Override
    public final SplitNetwork network() {
        return cast.deployment().network(last);
    }

    /** All states as they are now, though clients be in the middle of a turn. */
    final Snapshot snapshot() {
        return new Snapshot(last, learners().stream().map(Learner::state).toList());
    }

    /** Goes back to, or on with, the states of a snapshot. */
    final void restore(Snapshot snapshot) {
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

    @Override
    public final NetworkTest.Marks marks(NetworkTest test) {
        return cast.deployment().marks(test, last);
    }
}
