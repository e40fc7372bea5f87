package peekbench.attack.decoder;

import java.util.ArrayList;
import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import peekbench.attack.decoder.DecoderFit.Lessons;
import peekbench.attack.decoder.Encoding.Pairs;
import peekbench.attack.inversion.Preconditions;
import peekbench.attack.inversion.ShadowClient;
import peekbench.nn.Segment;
import peekbench.seed.Seed;
import peekbench.threat.attack.Attack;
import peekbench.threat.attack.AttackProgress;
import peekbench.threat.attack.AttackerKnowledge;
import peekbench.threat.attack.Candidate;
import peekbench.threat.attack.ReconstructedInputs;
import peekbench.threat.view.CuriousServerView;

/**
 * Needs neither the client's weights nor an answer of the client: trains a simulator {@code f̂} of the client's layers from
 * fresh weights in front of the server's own layers {@code g}, which stay as they are, and then a decoder of what the
 * simulator makes of the attacker's records. The simulator minimises
 *
 * <pre>
 * cross-entropy(g(f̂(x)), y)  +  weight · mean of -log D(f̂(x))
 * </pre>
 *
 * over the attacker's records x with classes y, where D is a network that is trained meanwhile to tell {@code f̂(x)} from the
 * smashed data that arrived of private records ({@link SmashedCritic}). With weight 0 it is the pseudo-client of Gao and
 * Zhang 2023 (PCAT), whose layers g are those at the end of training.
 *
 * <p>Several weights are tried. Each trains a second simulator of other weights, order and D; how well the decoder of the
 * first decodes what the second makes of the attacker's validation records ends the decoder's training and chooses the
 * weight: it tells how well a decoder carries over to a client that is not the simulator.
 *
 * <p>Deviations from SDAR: it trains its simulator beside the client during the whole training, here simulator and decoder
 * are trained after it, on the recorded final layers and smashed data; the critic is not told classes; the decoder is
 * trained after the simulator, by squared error alone, without a critic of its own; the critic's targets are not flipped at
 * random; the simulator has the client's kinds of layers.
 */
final class PseudoClient implements Attack<CuriousServerView, ReconstructedInputs> {
    static final String NAME = "pseudo-client";

    private final PseudoClientOptions options;

    PseudoClient(PseudoClientOptions options) {
        this.options = options;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Class<CuriousServerView> view() {
        return CuriousServerView.class;
    }

    @Override
    public ReconstructedInputs run(
            CuriousServerView view, AttackerKnowledge knowledge, Seed seed, AttackProgress progress) {
        Preconditions.clientLayers(view, NAME);
        DecoderFit.checkRecords(knowledge);
        Preconditions.labels(knowledge.auxiliary(), view.ownSegment().outputShape(), NAME);
        List<Candidate> candidates = new ArrayList<>();
        for (double weight : options.adversarialWeights()) {
            String strength = PseudoClientOptions.strength(weight);
            int before = candidates.size();
            AttackProgress part = (fraction, detail) -> progress.report(
                    (before + fraction) / options.adversarialWeights().size(), strength + ", " + detail);
            candidates.add(candidate(weight, view, knowledge, seed.child(strength), part));
        }
        return new ReconstructedInputs(candidates);
    }

    private Candidate candidate(
            double weight, CuriousServerView view, AttackerKnowledge knowledge, Seed seed, AttackProgress progress) {
        progress.report(0, "training simulators");
        Segment simulator = simulator(weight, view, knowledge, seed.child("simulator"));
        Segment second = simulator(weight, view, knowledge, seed.child("second-simulator"));
        INDArray auxiliary = knowledge.auxiliary().inputs();
        INDArray smashed = simulator.predict(auxiliary);
        Encoding encoding = Encoding.of(smashed, auxiliary, view.inputShape().isImage());
        Pairs training = encoding.pairs(smashed, auxiliary);
        INDArray validation = knowledge.validation().inputs();
        Lessons lessons = new Lessons(encoding, () -> training, encoding.pairs(second.predict(validation), validation));
        return new DecoderFit(options.decoder(), options.capacity(), view, lessons, seed.child("decoder"), progress)
                .candidate(view, PseudoClientOptions.strength(weight));
    }

    private Segment simulator(double weight, CuriousServerView view, AttackerKnowledge knowledge, Seed seed) {
        INDArray[] arrived = view.targets().stream().sorted().map(view::smashed).toArray(INDArray[]::new);
        SmashedCritic critic = new SmashedCritic(
                Nd4j.concat(0, arrived), weight, options.criticLearningRate(), view.precision(), seed.child("critic"));
        return new ShadowClient(options.simulator(), view, knowledge.auxiliary()).train(seed, critic);
    }
}
