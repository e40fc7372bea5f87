package peekbench.protocol.party;

import java.util.List;

/** Clients train one after the other. */
public final class TurnTakingRun extends SplitRun {
    public TurnTakingRun(SplitCast cast) {
        super(cast);
    }

    @Override
    protected void train(int epoch, List<Integer> present) {
        schedule().turns(epoch, present).forEach(turn -> giveTurn(epoch, turn));
    }
}
