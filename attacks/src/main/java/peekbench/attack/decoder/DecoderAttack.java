package peekbench.attack.decoder;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.nd4j.linalg.api.ndarray.INDArray;
import peekbench.attack.decoder.Encoding.Pairs;
import peekbench.nn.ReconstructionNetwork;
import peekbench.nn.Segment;
import peekbench.problem.Problems;
import peekbench.seed.Seed;
import peekbench.threat.Attack;
import peekbench.threat.AttackProgress;
import peekbench.threat.AttackerKnowledge;
import peekbench.threat.Candidate;
import peekbench.threat.QueryingServerView;
import peekbench.threat.ReconstructedInputs;
import peekbench.threat.TargetSet;

/**
 * Has the client encode the attacker's own records {@code x}, trains a network {@code g} on the pairs {@code (z, x)} to
 * minimise the mean of {@code (g(z) - x)²}, and applies it to the smashed data of private records. The pairs are made of
 * what leaves the client after every defense, so the attacker adapts to the defense.
 *
 * <p>Inputs of the network are standardised a channel by the auxiliary records' mean and deviation. Images come out clipped
 * to [0, 1], never stretched; the values of tables are standardised for training and come out in their own units.
 *
 * <p>Deviations from the paper: several capacities, early stopping on records of the attacker's own, standardised inputs,
 * a falling step size.
 */
final class DecoderAttack implements Attack<QueryingServerView, ReconstructedInputs> {
    private final DecoderOptions options;

    DecoderAttack(DecoderOptions options) {
        this.options = options;
    }

    @Override
    public String name() {
        return "decoder";
    }

    @Override
    public Class<QueryingServerView> view() {
        return QueryingServerView.class;
    }

    @Override
    public ReconstructedInputs run(
            QueryingServerView view, AttackerKnowledge knowledge, Seed seed, AttackProgress progress) {
        checkRecords(knowledge);
        INDArray auxiliary = knowledge.auxiliary().inputs();
        INDArray smashed = view.query(auxiliary);
        Encoding encoding = Encoding.of(smashed, auxiliary, view.inputShape().isImage());
        Pairs training = encoding.pairs(smashed, auxiliary);
        INDArray validation = knowledge.validation().inputs();
        Pairs stopping = encoding.pairs(view.query(validation), validation);
        List<Candidate> candidates = new ArrayList<>();
        for (Capacity capacity : options.capacities()) {
            int before = candidates.size();
            AttackProgress part = (fraction, detail) -> progress.report(
                    (before + fraction) / options.capacities().size(), capacity.label() + ", " + detail);
            DecoderTraining run = new DecoderTraining(options, training, stopping);
            Segment decoder = decoder(capacity, view, seed.child(capacity.label()));
            run.train(decoder, seed.child(capacity.label()), part);
            candidates.add(new Candidate(
                    capacity.label(),
                    decoder.parameterCount(),
                    run.validationLoss(),
                    run.converged(),
                    reconstructions(view, encoding, decoder),
                    run.history()));
        }
        return new ReconstructedInputs(candidates);
    }

    private static Segment decoder(Capacity capacity, QueryingServerView view, Seed seed) {
        return Segment.create(
                ReconstructionNetwork.layers(capacity.width(), view.smashedShape(), view.inputShape()),
                view.smashedShape(),
                view.precision(),
                seed.child("weights"));
    }

    private static Map<TargetSet, INDArray> reconstructions(
            QueryingServerView view, Encoding encoding, Segment decoder) {
        Map<TargetSet, INDArray> reconstructions = new EnumMap<>(TargetSet.class);
        for (TargetSet targets : view.targets()) {
            INDArray outputs = decoder.predict(encoding.smashed().apply(view.smashed(targets)));
            reconstructions.put(targets, encoding.decode(outputs));
        }
        return reconstructions;
    }

    private static void checkRecords(AttackerKnowledge knowledge) {
        Problems problems = new Problems();
        problems.atLeast("data.attacker-auxiliary", knowledge.auxiliary().size(), 1);
        problems.atLeast("data.attacker-validation", knowledge.validation().size(), 1);
        problems.throwIfAny();
    }
}
