package peekbench.attack.decoder;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.nd4j.linalg.api.ndarray.INDArray;
import peekbench.attack.decoder.DecoderFit.Lessons;
import peekbench.seed.Seed;
import peekbench.threat.attack.AttackProgress;
import peekbench.threat.attack.Candidate;
import peekbench.threat.observation.TargetSet;
import peekbench.threat.view.QueryingServerView;

/**
 * A decoder of one capacity for each front, at one time of the training.
 *
 * @param fronts that private records came through
 * @param fits of each front
 */
record FrontDecoders(Fronts fronts, List<DecoderFit> fits) {
    FrontDecoders {
        fits = List.copyOf(fits);
    }

    /**
     * Trains them.
     *
     * @param lessons for each front
     */
    static FrontDecoders train(
            DecoderOptions options,
            Capacity capacity,
            QueryingServerView view,
            Fronts fronts,
            List<Lessons> lessons,
            Seed seed,
            AttackProgress progress) {
        List<DecoderFit> fits = new ArrayList<>();
        int count = fronts.all().size();
        for (int front = 0; front < count; front++) {
            int before = front;
            String whose = front == 0 ? "" : fronts.all().get(front).label();
            AttackProgress part = (fraction, detail) ->
                    progress.report((before + fraction) / count, whose.isEmpty() ? detail : whose + ", " + detail);
            Seed own = front == 0 ? seed : seed.child(whose);
            fits.add(new DecoderFit(options, capacity, view, lessons.get(front), own, part));
        }
        return new FrontDecoders(fronts, fits);
    }

    /** What they make of a view's private records. The decoder of the tested client is the one that is kept. */
    Candidate candidate(QueryingServerView view, String strength) {
        Map<TargetSet, INDArray> reconstructions = new EnumMap<>(TargetSet.class);
        for (TargetSet targets : view.targets()) {
            reconstructions.put(targets, fits.get(0).decode(outputs(targets, view.smashed(targets))));
        }
        DecoderFit tested = fits.get(0);
        return new Candidate(
                strength,
                tested.parameters(),
                validationLoss(),
                converged(),
                reconstructions,
                tested.history(),
                Optional.of(tested.kept()));
    }

    /**
     * What they take for inputs, before it is brought into its units and bounds.
     *
     * @param smashed {@code [N, …]} of a set's records, or the first of them
     */
    INDArray outputs(TargetSet set, INDArray smashed) {
        return fronts.each(set, smashed, (front, rows) -> fits.get(front).outputs(rows));
    }

    double validationLoss() {
        return fronts.mean(fits.stream().map(DecoderFit::validationLoss).toList());
    }

    boolean converged() {
        return fits.stream().allMatch(DecoderFit::converged);
    }
}
