package peekbench.attack.hijacking;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.nd4j.linalg.api.ndarray.INDArray;
import peekbench.problem.Problems;
import peekbench.seed.Seed;
import peekbench.threat.attack.Attack;
import peekbench.threat.attack.AttackProgress;
import peekbench.threat.attack.AttackerKnowledge;
import peekbench.threat.attack.Candidate;
import peekbench.threat.attack.ReconstructedInputs;
import peekbench.threat.observation.HijackDetection;
import peekbench.threat.observation.PlayedTraining;
import peekbench.threat.observation.TargetSet;
import peekbench.threat.view.MaliciousServerView;

/**
 * Plays the server of a training and teaches the client {@code f} a feature space that the server can invert, in place of
 * the task. Beside the training it learns, on records {@code x'} of its own,
 *
 * <ul>
 *   <li>a pilot {@code f̃} from inputs to smashed data with its inverse {@code f̃⁻¹}: {@code min mean((f̃⁻¹(f̃(x')) - x')²)};
 *   <li>a critic {@code D} of smashed data, as in WGAN-GP: {@code min mean D(f̃(x')) - mean D(f(x)) + λ mean((|∇D(ẑ)| - 1)²)},
 *       {@code ẑ} between an example of {@code f̃(x')} and one of {@code f(x)} at random.
 * </ul>
 *
 * <p>The gradient that goes back to the client is that of {@code s mean D(f(x))}, so that {@code f} learns to make what
 * {@code D} cannot tell from {@code f̃(x')}. Private records are then reconstructed as {@code f̃⁻¹(f(x))}, clipped to [0, 1].
 * Labels are not looked at.
 *
 * <p>States of several iterations are kept as the attack's strengths. The attacker does not know how well {@code f}
 * follows, so they are compared by what it does know: the inverse's error on its own validation records, and of equals the
 * later one.
 *
 * <p>Deviations from the paper's code: pilot and inverse learn in the first iterations only, unless {@code pilot-iterations}
 * says otherwise, so that the client has a target at rest; the critic's Adam keeps less of earlier gradients, unless
 * {@code critic-beta1} says otherwise; the inverse is linear at its end and then clipped;
 * the pilot ends in the activation that the client's layers end in, since
 * the server knows their kinds and {@code f} could not follow elsewhere; images are in [0, 1] in place of [-1, 1], which
 * makes squared errors a quarter; the norm in the penalty is over an example's whole gradient, as in WGAN-GP, where the
 * code takes one over each feature map; its derivative is a {@linkplain GradientPenalty central difference}; as many own
 * records as arrive are taken. Once a client has stopped, what would arrive of records encoded in the state that it stopped
 * in is still reconstructed, since the server has seen all earlier batches in almost that state.
 */
final class FeatureSpaceHijacking implements Attack<MaliciousServerView, ReconstructedInputs> {
    static final String NAME = "feature-space-hijacking";

    private final FeatureSpaceHijackingOptions options;

    FeatureSpaceHijacking(FeatureSpaceHijackingOptions options) {
        this.options = options;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Class<MaliciousServerView> view() {
        return MaliciousServerView.class;
    }

    @Override
    public ReconstructedInputs run(
            MaliciousServerView view, AttackerKnowledge knowledge, Seed seed, AttackProgress progress) {
        Problems problems = new Problems();
        problems.atLeast("data.attacker-auxiliary", knowledge.auxiliary().size(), 1);
        problems.atLeast("data.attacker-validation", knowledge.validation().size(), 1);
        problems.throwIfAny();
        HijackNetworks networks = new HijackNetworks(options, view);
        Autoencoder autoencoder = networks.autoencoder(seed.child("autoencoder"));
        OwnBatches own = new OwnBatches(knowledge, view.inputShape().isImage(), seed.child("order"));
        HijackingServer server = new HijackingServer(
                options,
                autoencoder,
                networks.critic(seed.child("critic")),
                own,
                seed.child("interpolation"),
                progress);
        PlayedTraining training = view.play(server, options.iterations(), Set.copyOf(options.checkpoints()));
        server.end();
        List<Candidate> candidates = new ArrayList<>();
        for (PlayedTraining.Look look : training.looks()) {
            boolean last = look.batches() == training.batches();
            HijackingServer.Stage stage = server.stage(look.batches());
            candidates.add(new Candidate(
                    last ? FeatureSpaceHijackingOptions.END : FeatureSpaceHijackingOptions.strength(look.batches()),
                    autoencoder.parameterCount(),
                    stage.validationLoss(),
                    stage.converged(),
                    reconstructions(own, stage, look),
                    stage.history()));
        }
        List<String> findings = training.detection().stream()
                .map(FeatureSpaceHijacking::finding)
                .toList();
        return new ReconstructedInputs(candidates, findings, training.detection());
    }

    private static String finding(HijackDetection detection) {
        return "The party " + detection.party() + " stopped training after " + detection.ownBatches()
                + " batches of its own, " + detection.batches()
                + " of all clients, since its server did not look as if it followed the protocol.";
    }

    private static Map<TargetSet, INDArray> reconstructions(
            OwnBatches own, HijackingServer.Stage stage, PlayedTraining.Look look) {
        Map<TargetSet, INDArray> reconstructions = new EnumMap<>(TargetSet.class);
        look.smashed()
                .forEach((targets, smashed) ->
                        reconstructions.put(targets, own.decode(stage.inverse().predict(smashed))));
        return reconstructions;
    }
}
