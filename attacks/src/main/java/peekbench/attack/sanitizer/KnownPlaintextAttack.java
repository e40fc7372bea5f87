package peekbench.attack.sanitizer;

import java.util.ArrayList;
import java.util.Arrays;
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
import peekbench.threat.observation.KnownPlaintexts;
import peekbench.threat.observation.TargetSet;
import peekbench.threat.view.EavesdropperView;

/**
 * Known-plaintext attack on a layer that multiplies by a shared vector: {@code v = z / x} from records {@code x} that the
 * attacker knows with what was sent for them, {@code z}; then {@code x = z / v} for every other record of every client.
 *
 * <p>Case 1, {@code z = v ⊙ x}: one known record gives v exactly, but for elements that are 0 in it; more known records fill
 * these. The vector is the same for all clients, so one recovered on the wire of one client opens what all others send:
 * replaying it there is this very computation, and {@link LeakedVectorAttack} is that of a client which has
 * it anyway. Case 2, {@code z = relu(v ⊙ x)}: elements of v are found
 * where the product of some known record survived, and inputs where their own product did. What is not determined stays at
 * the mean of the attacker's auxiliary records, of those whose product would be zeroed too where v is known. Case 3 has no
 * vector: known records contradict every factor, elements on which they do stay at the mean, and only a single known record,
 * which contradicts nothing, leads the attacker astray.
 *
 * <p>Images {@code [N, C, H, W]} come out clipped to [0, 1]; tables {@code [N, F]} in their own units. Where what is sent has
 * another shape than inputs there is no factor to recover, and every reconstruction is the mean.
 *
 * <p>The paper names the leak and no algorithm. A candidate's strength is its number of known records. Someone on the wire
 * cannot have its validation records encoded, so a candidate's validation loss is taken over the most known records that the
 * attack has; it is optimistic where those are the ones that the vector was fitted to. Its parameters are the factors found.
 */
final class KnownPlaintextAttack implements Attack<EavesdropperView, ReconstructedInputs> {
    private static final double PERCENT = 100;

    private final KnownPlaintextOptions options;

    KnownPlaintextAttack(KnownPlaintextOptions options) {
        this.options = options;
    }

    @Override
    public String name() {
        return "known-plaintext";
    }

    @Override
    public Class<EavesdropperView> view() {
        return EavesdropperView.class;
    }

    @Override
    public ReconstructedInputs run(
            EavesdropperView view, AttackerKnowledge knowledge, Seed seed, AttackProgress progress) {
        Problems problems = new Problems();
        problems.atLeast("data.attacker-auxiliary", knowledge.auxiliary().size(), options.most());
        problems.throwIfAny();
        KnownPlaintexts most = view.knownPlaintexts(options.most());
        Shape input = Shape.ofExample(most.inputs().shape());
        double[][] own = Matrices.rows(knowledge.auxiliary().inputs());
        double[][] inputs = Matrices.rows(most.inputs());
        double[][] sent = Matrices.rows(most.sent());
        double[][] wire = Overheard.of(view);
        List<Candidate> candidates = new ArrayList<>();
        List<String> findings = new ArrayList<>();
        for (int count : options.knownRecords()) {
            RecoveredFactors factors = input.equals(view.smashedShape())
                    ? new PlaintextFit(Arrays.copyOf(inputs, count), Arrays.copyOf(sent, count), wire).recover()
                    : RecoveredFactors.none(input.length());
            Inversion inversion = new Inversion(factors, own, input, view.precision());
            double loss = Matrices.meanSquaredError(inversion.rows(sent), inputs);
            Map<TargetSet, INDArray> reconstructions = inversion.targets(view.targets(), view::smashed);
            candidates.add(
                    new Candidate(Integer.toString(count), factors.count(), loss, true, reconstructions, List.of()));
            findings.add(finding(count, factors, wire));
            progress.report(
                    (double) candidates.size() / options.knownRecords().size(), findings.get(findings.size() - 1));
        }
        return new ReconstructedInputs(candidates, findings);
    }

    private static String finding(int count, RecoveredFactors factors, double[][] wire) {
        String known = count == 1 ? "1 known record" : count + " known records";
        if (factors.count() == 0) {
            return known + (count == 1 ? " gives" : " give") + " no factor of a shared vector, and so no record.";
        }
        double share = factors.shareRecovered(wire);
        return share == 1
                ? String.format(
                        Locale.ROOT,
                        "%s %s the shared vector exactly, all %d factors, and with it every record of every client after it.",
                        known,
                        count == 1 ? "gives" : "give",
                        factors.count())
                : String.format(
                        Locale.ROOT,
                        "%s %s %d of the shared vector's factors, and so %.1f %% of the numbers of every record of every"
                                + " client; the rest is guessed.",
                        known,
                        count == 1 ? "gives" : "give",
                        factors.count(),
                        PERCENT * share);
    }
}
