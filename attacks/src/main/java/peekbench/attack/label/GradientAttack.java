package peekbench.attack.label;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import peekbench.seed.Seed;
import peekbench.threat.attack.Attack;
import peekbench.threat.attack.AttackProgress;
import peekbench.threat.attack.AttackerKnowledge;
import peekbench.threat.attack.InferredLabels;
import peekbench.threat.attack.LabelCandidate;
import peekbench.threat.attack.LabelGuess;
import peekbench.threat.attack.LabelTargets;
import peekbench.threat.observation.ObservedBatch;
import peekbench.threat.view.GradientView;

/** An attack on the gradients of single epochs, each a strength: nothing tells the attacker which one gives more away. */
abstract class GradientAttack implements Attack<GradientView, InferredLabels> {
    private final List<Integer> epochs;
    private final boolean upToPermutation;

    /**
     * @param upToPermutation whether it does not know which class is which
     */
    GradientAttack(List<Integer> epochs, boolean upToPermutation) {
        this.epochs = epochs;
        this.upToPermutation = upToPermutation;
    }

    /** The labels of all examples of some steps, in order. */
    abstract LabelGuess guess(List<ObservedBatch> batches, Classes classes, Seed seed);

    @Override
    public final Class<GradientView> view() {
        return GradientView.class;
    }

    @Override
    public final InferredLabels run(
            GradientView view, AttackerKnowledge knowledge, Seed seed, AttackProgress progress) {
        Classes classes = new Classes(view.outputs(), knowledge.auxiliary().labels());
        List<LabelCandidate> candidates = new ArrayList<>();
        for (int epoch : epochs) {
            String strength = EpochOptions.strength(epoch);
            progress.report((double) candidates.size() / epochs.size(), strength);
            candidates.add(new LabelCandidate(
                    strength,
                    OptionalDouble.empty(),
                    Map.of(LabelTargets.trainedIn(epoch), guess(view.epoch(epoch), classes, seed.child(strength)))));
        }
        return new InferredLabels(upToPermutation, candidates);
    }
}
