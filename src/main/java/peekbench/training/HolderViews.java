package peekbench.training;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.nd4j.linalg.api.ndarray.INDArray;
import peekbench.data.Dataset;
import peekbench.data.IndexSets;
import peekbench.data.MixedRecords;
import peekbench.data.Task;
import peekbench.problem.ConfigurationException;
import peekbench.seed.Seed;
import peekbench.threat.observation.AuxiliaryData;
import peekbench.threat.observation.TargetSet;
import peekbench.threat.view.ModelHolderView;

/**
 * What a holder of a finished network sees, and how it repeats the training.
 *
 * @param protocol that trained it
 * @param setup what it was trained on
 * @param network what came of it
 */
record HolderViews(Protocol protocol, TrainingSetup setup, TrainedNetwork network) {

    ModelHolderView of(Map<TargetSet, int[]> targets) {
        int[] candidates = MixedRecords.of(
                        places(targets, TargetSet.VICTIM_TRAIN), places(targets, TargetSet.VICTIM_TEST), setup.seed())
                .records();
        return new ModelHolderView(
                setup.precision(),
                network::predict,
                labelled(candidates),
                setup.indexSets().of(IndexSets.Part.VICTIM_TRAIN).length,
                (auxiliary, chosen, seed) -> shadow(candidates, auxiliary, chosen, seed));
    }

    private static int[] places(Map<TargetSet, int[]> targets, TargetSet set) {
        int[] places = targets.get(set);
        if (places == null) {
            throw new IllegalArgumentException(
                    "The records of (" + set.label() + ") are missing; give those of both sets.");
        }
        return places;
    }

    private AuxiliaryData labelled(int... records) {
        Dataset dataset = setup.dataset();
        List<Integer> labels = dataset.task() instanceof Task.Classification
                ? Arrays.stream(dataset.labels(records)).boxed().toList()
                : List.of();
        return new AuxiliaryData(dataset.inputs(records, setup.precision()), labels);
    }

    private int fewestPublic(int own) {
        int victims = setup.indexSets().of(IndexSets.Part.VICTIM_TRAIN).length;
        return protocol.takesPublicRecords() ? own * own / (own + victims) : 0;
    }

    /**
     * Where the protocol takes public records, they are the auxiliary ones that the shadow is not trained on, and at least as large
     * a share of the shadow's records as they are of the victims'; the last of those asked for are kept back for that.
     */
    private UnaryOperator<INDArray> shadow(int[] candidates, int[] asked, int[] chosen, Seed seed) {
        int[] own = setup.indexSets().of(IndexSets.Part.ATTACKER_AUXILIARY);
        int[] auxiliary = Arrays.copyOf(asked, Math.min(asked.length, own.length - fewestPublic(own.length)));
        int[] trained = IntStream.concat(
                        Arrays.stream(auxiliary).map(place -> own[place]),
                        Arrays.stream(chosen).map(place -> candidates[place]))
                .toArray();
        boolean[] taken = new boolean[own.length];
        Arrays.stream(auxiliary).forEach(place -> taken[place] = true);
        int[] left = IntStream.range(0, own.length)
                .filter(place -> !taken[place])
                .map(place -> own[place])
                .toArray();
        int[] validation = setup.indexSets().of(IndexSets.Part.ATTACKER_VALIDATION);
        try {
            TrainingSetup shadow = setup.with(new IndexSets(trained, validation, left, new int[0]), seed);
            return protocol.train(shadow, TrainingObserver.silent())::predict;
        } catch (ConfigurationException e) {
            throw new ConfigurationException("A shadow network cannot be trained as the victims' on " + trained.length
                    + " of the attacker's records. Raise data.attacker-auxiliary to about twice data.victim-train. "
                    + e.getMessage());
        }
    }
}
