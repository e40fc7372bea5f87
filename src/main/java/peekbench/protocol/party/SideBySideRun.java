package peekbench.protocol.party;

import java.util.List;
import peekbench.channel.Message;
import peekbench.channel.PartyId;
import peekbench.protocol.schedule.BatchSchedule;

/** In each step, every client that has a batch left trains on one, and the server learns from all of them at once. */
public final class SideBySideRun extends SplitRun {
    public SideBySideRun(SplitCast cast) {
        super(cast);
    }

    @Override
    protected void train(int epoch, List<Integer> present) {
        List<BatchSchedule.ClientTurn> step = schedule().step(epoch, present, 0);
        for (int round = 1; !step.isEmpty(); round++) {
            tell(PartyId.SERVER, new Message.StepBegins(step.size()));
            step.forEach(turn -> giveTurn(epoch, turn));
            step = schedule().step(epoch, present, round);
        }
    }
}
