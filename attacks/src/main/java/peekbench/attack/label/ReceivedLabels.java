package peekbench.attack.label;

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
import peekbench.threat.view.LabelledServerView;

/**
 * Reads the labels that the protocol sends to the server. Nothing is inferred: the attack is the row of a table against
 * which a protocol that keeps labels with the clients is compared. No defense of gradients changes it.
 */
final class ReceivedLabels implements Attack<LabelledServerView, InferredLabels> {
    private static final int TWO_CLASSES = 2;

    private final ReceivedLabelsOptions options;

    ReceivedLabels(ReceivedLabelsOptions options) {
        this.options = options;
    }

    @Override
    public String name() {
        return "received-labels";
    }

    @Override
    public Class<LabelledServerView> view() {
        return LabelledServerView.class;
    }

    @Override
    public InferredLabels run(
            LabelledServerView view, AttackerKnowledge knowledge, Seed seed, AttackProgress progress) {
        List<LabelCandidate> candidates = options.epochs().stream()
                .map(epoch -> new LabelCandidate(
                        EpochOptions.strength(epoch),
                        OptionalDouble.empty(),
                        Map.of(LabelTargets.trainedIn(epoch), read(view, epoch))))
                .toList();
        return new InferredLabels(false, candidates);
    }

    private static LabelGuess read(LabelledServerView view, int epoch) {
        List<Integer> labels = view.labels(epoch);
        List<Double> evidence = view.outputs() == TWO_CLASSES
                ? labels.stream().map(Integer::doubleValue).toList()
                : List.of();
        return new LabelGuess(labels, evidence);
    }
}
