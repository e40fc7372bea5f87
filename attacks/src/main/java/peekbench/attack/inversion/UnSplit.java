package peekbench.attack.inversion;

import java.util.ArrayList;
import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;
import peekbench.attack.search.InputSpace;
import peekbench.nn.Segment;
import peekbench.seed.Seed;
import peekbench.threat.attack.Attack;
import peekbench.threat.attack.AttackProgress;
import peekbench.threat.attack.AttackerKnowledge;
import peekbench.threat.attack.Candidate;
import peekbench.threat.attack.ReconstructedInputs;
import peekbench.threat.observation.TargetSet;
import peekbench.threat.view.CuriousServerView;

/**
 * Inverts smashed data with nothing but the kinds of the client's layers: looks for inputs {@code x [N, C, H, W] in [0,1]}
 * and weights {@code w} of a clone {@code f̂} by turns, minimising {@code mean((f̂(x; w) - z)²) + λ TV(x)} by a number of Adam
 * steps on {@code x}, then a number of steps on {@code w}, over and over. All targets share one clone. It needs no labels,
 * and no records either but for the choice of λ.
 *
 * <p>Several λ are tried. They are compared by a rehearsal: a stand-in of random weights encodes some of the attacker's
 * validation records, and the attack is mounted on these. The loss itself cannot choose, since it prefers λ = 0.
 *
 * <p>Batch normalisation in the clone has mean 0 and variance 1, so that scale and shift alone do what the client's
 * statistics do.
 *
 * <p>Deviations from the paper: a clone for all targets, in place of one that goes on from image to image; Adam keeps its
 * memory from turn to turn; falling step sizes; far fewer steps by default; no penalty on the norm of {@code x}, which
 * clipping replaces; λ chosen by rehearsal. Labels are not inferred. Columns of tables are taken to be standardised, since
 * the attacker has no records to tell their scale; they are found without total variation and without bounds.
 */
final class UnSplit implements Attack<CuriousServerView, ReconstructedInputs> {
    static final String NAME = "unsplit";

    private final UnSplitOptions options;

    UnSplit(UnSplitOptions options) {
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
        Preconditions.validation(knowledge);
        INDArray records = Rehearsal.records(knowledge, options.validationRecords());
        Segment standIn = Segment.create(
                        view.clientLayers(), view.inputShape(), view.precision(), seed.child("stand-in"))
                .inferenceCopy();
        INDArray encoded = standIn.predict(records);
        InputSpace space = InputSpace.ofShape(view.inputShape(), view.precision());
        List<TargetSet> sets = StagedSearch.sets(view);
        List<INDArray> smashed = sets.stream().map(view::smashed).toList();
        List<Strength> strengths = Strength.of(options.totalVariationWeights(), space);
        List<Candidate> candidates = new ArrayList<>();
        for (Strength strength : strengths) {
            int before = candidates.size();
            Seed own = seed.child(strength.label());
            CloneSearch search = new CloneSearch(options, view, space, strength);
            SearchGroup rehearsed = search.group(List.of(encoded), own.child("rehearsal"));
            AttackProgress part = (fraction, detail) -> progress.report((before + fraction) / strengths.size(), detail);
            candidates.add(new StagedSearch(space, options.rounds(), part)
                    .run(strength, sets, search.group(smashed, own.child("clone")), new Rehearsal(rehearsed, records)));
        }
        return new ReconstructedInputs(candidates);
    }
}
