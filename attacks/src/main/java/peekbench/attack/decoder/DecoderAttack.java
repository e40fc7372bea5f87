package peekbench.attack.decoder;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.nd4j.linalg.api.ndarray.INDArray;
import peekbench.attack.decoder.DecoderFit.Lessons;
import peekbench.attack.decoder.Encoding.Pairs;
import peekbench.seed.Seed;
import peekbench.threat.attack.Attack;
import peekbench.threat.attack.AttackProgress;
import peekbench.threat.attack.AttackerKnowledge;
import peekbench.threat.attack.Candidate;
import peekbench.threat.attack.ReconstructedInputs;
import peekbench.threat.observation.TargetSet;
import peekbench.threat.observation.Transcript;
import peekbench.threat.view.QueryingServerView;

/**
 * Has the client encode the attacker's own records {@code x}, trains a network {@code g} on the pairs {@code (z, x)} to
 * minimise the mean of {@code (g(z) - x)²}, and applies it to the smashed data of private records. The pairs are made of
 * what leaves the client after every defense, so the attacker adapts to the defense.
 *
 * <p>Where clients have layers of their own, each one's records are decoded by a network that learned from its answers.
 *
 * <p>Where a client's answers differ, as with a defense that draws random numbers, the pairs are made anew before every epoch,
 * so that the decoder learns the mean over draws. Those that training ends by are made once.
 *
 * <p>Records that were trained on are besides decoded from what the server kept of earlier epochs, by the capacity that does best
 * on the finished network; see {@link TranscriptAttack}. Every epoch alone, and all together, are strengths of the attack.
 *
 * <p>Inputs of the network are standardised a channel by the auxiliary records' mean and deviation. Images come out clipped
 * to [0, 1], never stretched; the values of tables are standardised for training and come out in their own units.
 *
 * <p>Deviations from the paper: several capacities, averaged weights, early stopping on records of the attacker's own,
 * standardised inputs, a decoder for each client, earlier epochs.
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
        Fronts fronts = Fronts.of(view, options.clientsApart());
        List<Lessons> lessons = lessons(view, fronts, knowledge);
        Transcript<QueryingServerView> kept =
                view.targets().contains(TargetSet.VICTIM_TRAIN) ? view.transcript() : Transcript.none();
        Steps steps =
                new Steps(progress, options.capacities().size() + kept.epochs().size());
        List<FrontDecoders> decoders = new ArrayList<>();
        List<Candidate> candidates = new ArrayList<>();
        for (Capacity capacity : options.capacities()) {
            decoders.add(FrontDecoders.train(
                    options,
                    capacity,
                    view,
                    fronts,
                    lessons,
                    seed.child(capacity.label()),
                    steps.next(capacity.label())));
            candidates.add(decoders.get(decoders.size() - 1).candidate(view, capacity.label()));
        }
        if (kept.epochs().isEmpty()) {
            return new ReconstructedInputs(candidates);
        }
        Candidate strongest = new ReconstructedInputs(candidates).strongest();
        Capacity capacity = Capacity.of(strongest.strength());
        TranscriptAttack transcript =
                new TranscriptAttack(view, decoders.get(candidates.indexOf(strongest)), strongest);
        for (int epoch : kept.epochs()) {
            kept.at(
                    epoch,
                    then -> transcript.add(
                            epoch,
                            then,
                            FrontDecoders.train(
                                    options,
                                    capacity,
                                    then,
                                    fronts,
                                    lessons(then, fronts, knowledge),
                                    seed.child(capacity.label() + "@" + epoch),
                                    steps.next("epoch " + epoch))));
        }
        TranscriptAttack.Found found = transcript.found();
        candidates.addAll(found.candidates());
        return new ReconstructedInputs(candidates, List.of(found.finding()));
    }

    /** Tells how far all trainings are. */
    private static final class Steps {
        private final AttackProgress progress;
        private final int count;
        private int begun;

        Steps(AttackProgress progress, int count) {
            this.progress = progress;
            this.count = count;
        }

        AttackProgress next(String name) {
            int before = begun++;
            return (fraction, detail) -> progress.report((before + fraction) / count, name + ", " + detail);
        }
    }

    private List<Lessons> lessons(QueryingServerView view, Fronts fronts, AttackerKnowledge knowledge) {
        return fronts.all().stream()
                .map(front -> lessons(view, front, knowledge))
                .toList();
    }

    private Lessons lessons(QueryingServerView view, Front front, AttackerKnowledge knowledge) {
        INDArray auxiliary = knowledge.auxiliary().inputs();
        INDArray smashed = front.encode(view, auxiliary, 0);
        Encoding encoding = Encoding.of(smashed, auxiliary, view.inputShape().isImage());
        Pairs once = encoding.pairs(smashed, auxiliary);
        INDArray validation = knowledge.validation().inputs();
        Pairs stopping = encoding.pairs(front.encode(view, validation, 0), validation);
        if (!options.freshQueries() || !front.answersDiffer(view, auxiliary)) {
            return new Lessons(encoding, () -> once, stopping);
        }
        AtomicInteger round = new AtomicInteger();
        return new Lessons(
                encoding,
                () -> encoding.pairs(front.encode(view, auxiliary, round.getAndIncrement()), auxiliary),
                stopping);
    }
}
