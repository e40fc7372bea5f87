package peekbench.attack.sanitizer;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.nd4j.linalg.api.ndarray.INDArray;
import peekbench.nn.array.Shape;
import peekbench.problem.Problems;
import peekbench.seed.Seed;
import peekbench.threat.attack.Attack;
import peekbench.threat.attack.AttackProgress;
import peekbench.threat.attack.AttackerKnowledge;
import peekbench.threat.attack.Candidate;
import peekbench.threat.attack.ReconstructedInputs;
import peekbench.threat.observation.TargetSet;
import peekbench.threat.view.EavesdropperView;

/**
 * Differential attack on a layer that multiplies by a shared vector, by someone who knows no record in the clear but has
 * records of the same kind. All clients multiply by the same {@code v}, so the vector is the one thing that all that is sent
 * has in common: {@code |v_i| = sqrt(mean z_i² / mean x_i²)}, z over everything overheard and x over the auxiliary records,
 * and then {@code x = z / v}.
 *
 * <p>What is recovered: the ratio of two records exactly, since {@code z_a / z_b = x_a / x_b}; each element up to a factor
 * of its own that is off by the sampling error of two second moments, a few hundredths with a thousand records. Signs: pixels
 * are not negative, so a sent number has its factor's sign. For tables the sign is that under which distributions and
 * correlations fit best; of a column that is symmetric and correlates with no other it is a guess. Case 2: elements and
 * inputs that were zeroed are not recovered and stay at the mean, as {@link KnownPlaintextAttack} has it; a threshold above
 * 0 biases magnitudes. Case 3 mixes elements, so that the factors found mean nothing.
 *
 * <p>The paper says "the eavesdropper can mount differential attack" and no more; what is done here is this project's. The
 * validation loss is a rehearsal: the attack on the attacker's validation records as the layer that it believes in would
 * send them. Its parameters are the factors found.
 */
final class DifferentialAttack implements Attack<EavesdropperView, ReconstructedInputs> {
    private static final double PERCENT = 100;

    private final DifferentialOptions options;

    DifferentialAttack(DifferentialOptions options) {
        this.options = options;
    }

    @Override
    public String name() {
        return "differential";
    }

    @Override
    public Class<EavesdropperView> view() {
        return EavesdropperView.class;
    }

    @Override
    public ReconstructedInputs run(
            EavesdropperView view, AttackerKnowledge knowledge, Seed seed, AttackProgress progress) {
        Problems problems = new Problems();
        problems.atLeast("data.attacker-auxiliary", knowledge.auxiliary().size(), 1);
        problems.atLeast("data.attacker-validation", knowledge.validation().size(), 1);
        problems.throwIfAny();
        Shape input = Shape.ofExample(knowledge.auxiliary().inputs().shape());
        double[][] own = Matrices.rows(knowledge.auxiliary().inputs());
        double[][] wire = Overheard.of(view);
        RecoveredFactors factors =
                input.equals(view.smashedShape()) ? recover(wire, own, seed) : RecoveredFactors.none(input.length());
        Inversion inversion = new Inversion(factors, own, input, view.precision());
        Map<TargetSet, INDArray> reconstructions = inversion.targets(view.targets(), view::smashed);

        double[][] validation = Matrices.rows(knowledge.validation().inputs());
        double[][] rehearsed = factors.send(validation);
        Inversion rehearsal = new Inversion(recover(rehearsed, own, seed), own, input, view.precision());
        double loss = Matrices.meanSquaredError(rehearsal.rows(rehearsed), validation);
        String finding = String.format(
                Locale.ROOT,
                "Statistics of what is sent give an estimate of %d factors of a shared vector, and with them one of %.1f %%"
                        + " of the numbers of every record of every client.",
                factors.count(),
                PERCENT * factors.shareRecovered(wire));
        progress.report(1, finding);
        return new ReconstructedInputs(
                List.of(new Candidate(
                        DifferentialOptions.STRENGTH, factors.count(), loss, true, reconstructions, List.of())),
                List.of(finding));
    }

    private RecoveredFactors recover(double[][] wire, double[][] own, Seed seed) {
        return new StatisticsFit(wire, own).recover(options.restarts(), seed);
    }
}
