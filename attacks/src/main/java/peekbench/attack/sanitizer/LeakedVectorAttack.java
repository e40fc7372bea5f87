package peekbench.attack.sanitizer;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;
import peekbench.nn.array.Shape;
import peekbench.problem.Problems;
import peekbench.seed.Seed;
import peekbench.threat.attack.Attack;
import peekbench.threat.attack.AttackProgress;
import peekbench.threat.attack.AttackerKnowledge;
import peekbench.threat.attack.Candidate;
import peekbench.threat.attack.ReconstructedInputs;
import peekbench.threat.observation.TargetSet;
import peekbench.threat.view.PeerClientView;

/**
 * Replay of a leaked vector against all clients: one of them, or whoever it told its nonce, multiplies by the same {@code v}
 * as the others. It sends inputs of its choice through its own sanitizer {@code s}, {@code v = s(c) / c}, and then {@code x
 * = z / v} for every record that others sent, {@code z}. No record of theirs need be known. The inputs are 1024 in every
 * element, with all signs alike and with random ones, under which a layer that mixes elements gives itself away, and its own
 * records.
 *
 * <p>Case 1: all factors, and so everything. Case 2: all factors, and the inputs whose product was not zeroed; others are
 * guessed as {@link KnownPlaintextAttack} guesses them. Case 3: each client has layers of its own, its own answers
 * contradict every factor, and nothing is recovered. Where what is sent has another shape than inputs, a product with a
 * vector is not what is sent, and every reconstruction is the mean.
 *
 * <p>The paper states the leak and no algorithm. The validation loss is that on the attacker's validation records, sent
 * through its own sanitizer; parameters are the factors found.
 */
final class LeakedVectorAttack implements Attack<PeerClientView, ReconstructedInputs> {
    static final String NAME = "leaked-vector";

    private static final double PERCENT = 100;
    /** Large, so that the threshold of Case 2 does not zero it; a power of 2, so that dividing by it is exact. */
    private static final double PROBE = 1024;

    private static final int SIGN_PATTERNS = 8;

    private final LeakedVectorOptions options;

    LeakedVectorAttack(LeakedVectorOptions options) {
        this.options = options;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Class<PeerClientView> view() {
        return PeerClientView.class;
    }

    @Override
    public ReconstructedInputs run(
            PeerClientView view, AttackerKnowledge knowledge, Seed seed, AttackProgress progress) {
        Problems problems = new Problems();
        problems.atLeast("data.attacker-auxiliary", knowledge.auxiliary().size(), options.ownRecords());
        problems.atLeast("data.attacker-validation", knowledge.validation().size(), 1);
        problems.throwIfAny();
        Shape input = view.inputShape();
        double[][] own = Matrices.rows(knowledge.auxiliary().inputs());
        double[][] wire = Overheard.of(view);
        RecoveredFactors factors = input.equals(view.smashedShape())
                ? factors(view, knowledge, wire, seed)
                : RecoveredFactors.none(input.length());
        Inversion inversion = new Inversion(factors, own, input, view.precision());
        Map<TargetSet, INDArray> reconstructions = inversion.targets(view.targets(), view::smashed);
        INDArray validation = knowledge.validation().inputs();
        // Without a factor every guess is the mean, whatever was sent, and what was may have another shape.
        INDArray sent = factors.count() == 0 ? validation : view.sanitize(validation);
        double loss = Matrices.meanSquaredError(inversion.rows(Matrices.rows(sent)), Matrices.rows(validation));
        String finding = input.equals(view.smashedShape())
                ? finding(factors, wire)
                : "Layers stand behind the sanitizer, which dividing by a vector does not undo.";
        progress.report(1, finding);
        return new ReconstructedInputs(
                List.of(new Candidate("own vector", factors.count(), loss, true, reconstructions, List.of())),
                List.of(finding));
    }

    private RecoveredFactors factors(PeerClientView view, AttackerKnowledge knowledge, double[][] wire, Seed seed) {
        INDArray records = knowledge
                .auxiliary()
                .inputs()
                .get(NDArrayIndex.interval(0, options.ownRecords()))
                .dup('c');
        INDArray ones = Nd4j.onesLike(records.get(NDArrayIndex.interval(0, 1)));
        INDArray signed = signs(view.inputShape(), seed).castTo(records.dataType());
        INDArray probes = Nd4j.concat(0, ones.mul(PROBE), ones.mul(-PROBE), signed.mul(PROBE), records);
        INDArray sanitized = view.sanitize(probes);
        return Shape.ofExample(sanitized.shape()).equals(view.smashedShape())
                ? new PlaintextFit(Matrices.rows(probes), Matrices.rows(sanitized), wire).recover()
                : RecoveredFactors.none(view.inputShape().length());
    }

    private static INDArray signs(Shape shape, Seed seed) {
        RandomGenerator generator = seed.generator();
        double[][] signs = new double[SIGN_PATTERNS][shape.length()];
        for (double[] pattern : signs) {
            Arrays.setAll(pattern, place -> generator.nextBoolean() ? 1 : -1);
        }
        return Nd4j.createFromArray(signs).reshape('c', shape.withBatch(SIGN_PATTERNS));
    }

    private static String finding(RecoveredFactors factors, double[][] wire) {
        if (factors.count() == 0) {
            return "What a client's own sanitizer does is no product with a vector that it shares, so it opens no record of"
                    + " the others.";
        }
        double share = factors.shareRecovered(wire);
        return String.format(
                Locale.ROOT,
                "The vector that a client multiplies by itself, all clients having the same, gives %s of every other client,"
                        + " none of which it knew.",
                share == 1
                        ? "every record"
                        : String.format(Locale.ROOT, "%.1f %% of the numbers of every record", PERCENT * share));
    }
}
