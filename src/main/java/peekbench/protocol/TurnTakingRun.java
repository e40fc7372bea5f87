package peekbench.protocol;

import java.util.List;

/** Clients train one after the other. */
final class TurnTakingRun extends SplitRun {
    TurnTakingRun(SplitCast cast) {
        super(cast);
    }

    @Override
    void train(int epoch, List<Integer> present) {
        schedule().turns(epoch, present).forEach(turn -> giveTurn(epoch, turn));
    }
}
