package peekbench.attack.decoder;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;
import peekbench.attack.decoder.DecoderFit.Lessons;
import peekbench.attack.decoder.Encoding.Pairs;
import peekbench.attack.inversion.Preconditions;
import peekbench.nn.Channels;
import peekbench.nn.Segment;
import peekbench.seed.Seed;
import peekbench.threat.attack.Attack;
import peekbench.threat.attack.AttackProgress;
import peekbench.threat.attack.AttackerKnowledge;
import peekbench.threat.attack.Candidate;
import peekbench.threat.attack.ReconstructedInputs;
import peekbench.threat.observation.TargetSet;
import peekbench.threat.view.InformedServerView;

/**
 * Knows the client's weights up to the order of its output channels: trains a decoder on what the known layers make of the
 * attacker's records and puts the channels of arrived smashed data into the order of the known layers before it decodes them.
 * The order is found without an answer of the client, by statistics of each channel over the attacker's and over private
 * records, which are of one distribution: an assignment problem, solved in time of the order of C³ and not by trying C!
 * orders.
 *
 * <p>Strengths are ways of matching, among them none. They are compared by a rehearsal: the attacker's validation records,
 * encoded by the known layers, in a random order of channels.
 *
 * <p>The order is looked for in all smashed data of a target set at once, so clients with an order of their own need a set
 * each. What other defenses change of channels is not undone.
 *
 * <p>The paper claims that the order alone protects; the attack is this project's.
 */
final class ChannelMatching implements Attack<InformedServerView, ReconstructedInputs> {
    static final String NAME = "channel-matching";

    private final ChannelMatchingOptions options;

    ChannelMatching(ChannelMatchingOptions options) {
        this.options = options;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Class<InformedServerView> view() {
        return InformedServerView.class;
    }

    @Override
    public ReconstructedInputs run(
            InformedServerView view, AttackerKnowledge knowledge, Seed seed, AttackProgress progress) {
        Preconditions.clientLayers(view, NAME);
        DecoderFit.checkRecords(knowledge);
        Segment client = view.clientSegment();
        INDArray auxiliary = knowledge.auxiliary().inputs();
        INDArray known = client.predict(auxiliary);
        Encoding encoding = Encoding.of(known, auxiliary, view.inputShape().isImage());
        Pairs training = encoding.pairs(known, auxiliary);
        INDArray validation = knowledge.validation().inputs();
        INDArray encoded = client.predict(validation);
        Lessons lessons = new Lessons(encoding, () -> training, encoding.pairs(encoded, validation));
        DecoderFit fit = new DecoderFit(options.decoder(), options.capacity(), view, lessons, seed, progress);
        INDArray rehearsed = Channels.inOrder(encoded, seed.child("rehearsal").permutation(Channels.count(encoded)));
        List<Candidate> candidates = new ArrayList<>();
        for (Matching matching : options.matchings()) {
            double error = fit.error(arranged(matching, known, rehearsed), validation);
            candidates.add(fit.candidate(
                    view,
                    matching.label(),
                    error,
                    smashed -> arranged(matching, known, smashed),
                    new MatchedDecoder(fit.kept(), matching.order(known, ofTestedClient(view)))));
        }
        return new ReconstructedInputs(candidates);
    }

    /** Records that nobody trained on pass through the tested client, in which the order was found. */
    private static INDArray ofTestedClient(InformedServerView view) {
        TargetSet last = view.targets().stream().max(Comparator.naturalOrder()).orElseThrow();
        return view.smashed(last);
    }

    private static INDArray arranged(Matching matching, INDArray known, INDArray arrived) {
        return Channels.inOrder(arrived, matching.order(known, arrived));
    }
}
