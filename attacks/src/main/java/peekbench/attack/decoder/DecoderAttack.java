package peekbench.attack.decoder;

import java.util.ArrayList;
import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;
import peekbench.attack.decoder.DecoderFit.Lessons;
import peekbench.attack.decoder.Encoding.Pairs;
import peekbench.seed.Seed;
import peekbench.threat.attack.Attack;
import peekbench.threat.attack.AttackProgress;
import peekbench.threat.attack.AttackerKnowledge;
import peekbench.threat.attack.Candidate;
import peekbench.threat.attack.ReconstructedInputs;
import peekbench.threat.view.QueryingServerView;

/**
 * Has the client encode the attacker's own records {@code x}, trains a network {@code g} on the pairs {@code (z, x)} to
 * minimise the mean of {@code (g(z) - x)²}, and applies it to the smashed data of private records. The pairs are made of
 * what leaves the client after every defense, so the attacker adapts to the defense.
 *
 * <p>The pairs are made once, so a defense that draws random numbers shows one draw of them in all epochs; with fresh queries
 * they are made anew before every epoch, and the decoder learns the mean over draws. Those that training ends by are made
 * once either way.
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
        DecoderFit.checkRecords(knowledge);
        Lessons lessons = lessons(view, knowledge);
        List<Candidate> candidates = new ArrayList<>();
        for (Capacity capacity : options.capacities()) {
            int before = candidates.size();
            AttackProgress part = (fraction, detail) -> progress.report(
                    (before + fraction) / options.capacities().size(), capacity.label() + ", " + detail);
            candidates.add(new DecoderFit(options, capacity, view, lessons, seed.child(capacity.label()), part)
                    .candidate(capacity.label()));
        }
        return new ReconstructedInputs(candidates);
    }

    private Lessons lessons(QueryingServerView view, AttackerKnowledge knowledge) {
        INDArray auxiliary = knowledge.auxiliary().inputs();
        INDArray smashed = view.query(auxiliary);
        Encoding encoding = Encoding.of(smashed, auxiliary, view.inputShape().isImage());
        Pairs once = encoding.pairs(smashed, auxiliary);
        INDArray validation = knowledge.validation().inputs();
        Pairs stopping = encoding.pairs(view.query(validation), validation);
        return new Lessons(
                encoding,
                options.freshQueries() ? () -> encoding.pairs(view.query(auxiliary), auxiliary) : () -> once,
                stopping);
    }
}
