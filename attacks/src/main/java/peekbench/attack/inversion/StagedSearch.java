package peekbench.attack.inversion;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.nd4j.linalg.api.ndarray.INDArray;
import peekbench.attack.search.Convergence;
import peekbench.attack.search.InputSpace;
import peekbench.threat.attack.AttackProgress;
import peekbench.threat.attack.Candidate;
import peekbench.threat.attack.Candidate.EpochLoss;
import peekbench.threat.observation.TargetSet;
import peekbench.threat.view.SmashedDataView;

/**
 * Runs a search and its rehearsal side by side for a number of rounds, in which step sizes fall to 0 along a half cosine,
 * and looks at both ten times.
 */
final class StagedSearch {
    private final InputSpace space;
    private final int rounds;
    private final AttackProgress progress;

    StagedSearch(InputSpace space, int rounds, AttackProgress progress) {
        this.space = space;
        this.rounds = rounds;
        this.progress = progress;
    }

    /** The sets that a view holds, in an order that is the same on every run. */
    static List<TargetSet> sets(SmashedDataView view) {
        return view.targets().stream().sorted().toList();
    }

    /** What arrived of each set, in that order. */
    static SortedMap<TargetSet, INDArray> smashed(SmashedDataView view) {
        SortedMap<TargetSet, INDArray> all = new TreeMap<>();
        view.targets().forEach(set -> all.put(set, view.smashed(set)));
        return all;
    }

    /**
     * Searches.
     *
     * @param strength that both groups search with
     * @param sets of the targets' searches, in their order
     */
    Candidate run(Strength strength, List<TargetSet> sets, SearchGroup targets, Rehearsal rehearsal) {
        List<EpochLoss> history = new ArrayList<>();
        for (int round = 0; round < rounds; round++) {
            double scale = (1 + Math.cos(Math.PI * round / rounds)) / 2;
            targets.advance(scale);
            rehearsal.group().advance(scale);
            if (Convergence.stageEnds(round, rounds)) {
                history.add(new EpochLoss(history.size() + 1, targets.loss(), rehearsal.error(space)));
                progress.report(
                        (round + 1.0) / rounds,
                        String.format(Locale.ROOT, "%s, loss %.5f", strength.label(), targets.loss()));
            }
        }
        return new Candidate(
                strength.label(),
                targets.network().parameterCount(),
                history.get(history.size() - 1).validation(),
                Convergence.reached(history),
                reconstructions(sets, targets.inputs()),
                history);
    }

    private static Map<TargetSet, INDArray> reconstructions(List<TargetSet> sets, List<INDArray> inputs) {
        Map<TargetSet, INDArray> reconstructions = new EnumMap<>(TargetSet.class);
        for (int i = 0; i < sets.size(); i++) {
            reconstructions.put(sets.get(i), inputs.get(i));
        }
        return reconstructions;
    }
}
