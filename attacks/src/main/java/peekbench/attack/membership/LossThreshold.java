package peekbench.attack.membership;

import java.util.Arrays;
import peekbench.seed.Seed;
import peekbench.threat.attack.Attack;
import peekbench.threat.attack.AttackProgress;
import peekbench.threat.attack.AttackerKnowledge;
import peekbench.threat.attack.MembershipScores;
import peekbench.threat.observation.AuxiliaryData;
import peekbench.threat.view.ModelHolderView;

/**
 * Calls a record a member when the finished network's loss on it is small: its score is {@code -loss(x, y) = log p_y}. It needs
 * no training and no records of its own.
 *
 * <p>Deviation from the paper: the threshold is not fixed at the mean training loss, which is not told to a holder of the
 * network; the evaluation looks at all thresholds.
 */
final class LossThreshold implements Attack<ModelHolderView, MembershipScores> {
    static final String NAME = "loss-threshold";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Class<ModelHolderView> view() {
        return ModelHolderView.class;
    }

    @Override
    public MembershipScores run(ModelHolderView view, AttackerKnowledge knowledge, Seed seed, AttackProgress progress) {
        AuxiliaryData candidates = Confidence.candidates(view, NAME);
        double[] scores = Confidence.logProbability(view.predict(candidates.inputs()), candidates.labels());
        return new MembershipScores(Arrays.stream(scores).boxed().toList());
    }
}
