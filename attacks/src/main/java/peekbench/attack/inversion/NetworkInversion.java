package peekbench.attack.inversion;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import org.nd4j.linalg.api.ndarray.INDArray;
import peekbench.attack.search.InputSpace;
import peekbench.nn.Segment;
import peekbench.seed.Seed;
import peekbench.threat.attack.AttackProgress;
import peekbench.threat.attack.Candidate;
import peekbench.threat.attack.ReconstructedInputs;
import peekbench.threat.observation.TargetSet;

/** Inverts a network whose weights the attacker has, at several strengths. */
final class NetworkInversion {
    private final InputSpace space;
    private final SearchSettings settings;
    private final int iterations;
    private final Segment network;

    /**
     * @param network stands for the client's layers; its training passes predict
     */
    NetworkInversion(InputSpace space, SearchSettings settings, int iterations, Segment network) {
        this.space = space;
        this.settings = settings;
        this.iterations = iterations;
        this.network = network;
    }

    /**
     * Inverts smashed data.
     *
     * @param smashed {@code [N, …]} by the private records that they belong to
     * @param strengths to try, each alike
     * @param records {@code [N, …]} the attacker's own, to compare strengths by
     * @param encoded {@code [N, …]} what a client makes of them
     */
    ReconstructedInputs run(
            SortedMap<TargetSet, INDArray> smashed,
            List<Strength> strengths,
            INDArray records,
            INDArray encoded,
            Seed seed,
            AttackProgress progress) {
        List<TargetSet> sets = List.copyOf(smashed.keySet());
        List<Candidate> candidates = new ArrayList<>();
        for (Strength strength : strengths) {
            int before = candidates.size();
            Seed own = seed.child(strength.label());
            List<TargetSearch> targets = smashed.entrySet().stream()
                    .map(set -> search(
                            strength, set.getValue(), own.child(set.getKey().label())))
                    .toList();
            TargetSearch rehearsed = search(strength, encoded, own.child("validation"));
            AttackProgress part = (fraction, detail) -> progress.report((before + fraction) / strengths.size(), detail);
            candidates.add(new StagedSearch(space, iterations, part)
                    .run(
                            strength,
                            sets,
                            SearchGroup.through(network, targets),
                            new Rehearsal(SearchGroup.through(network, List.of(rehearsed)), records)));
        }
        return new ReconstructedInputs(candidates);
    }

    private TargetSearch search(Strength strength, INDArray outputs, Seed seed) {
        return new TargetSearch(space, strength.weight(), outputs, settings, seed);
    }
}
