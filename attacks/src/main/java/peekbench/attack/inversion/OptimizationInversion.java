package peekbench.attack.inversion;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.nd4j.linalg.api.ndarray.INDArray;
import peekbench.attack.search.InputSpace;
import peekbench.nn.Rows;
import peekbench.nn.Segment;
import peekbench.seed.Seed;
import peekbench.threat.attack.Attack;
import peekbench.threat.attack.AttackProgress;
import peekbench.threat.attack.AttackerKnowledge;
import peekbench.threat.attack.ReconstructedInputs;
import peekbench.threat.observation.Sent;
import peekbench.threat.observation.TargetSet;
import peekbench.threat.view.InformedView;

/**
 * Looks for the input {@code x [C, H, W] in [0,1]} that the client's layers {@code f}, whose weights the attacker knows, turn
 * into the smashed data {@code z}: minimises {@code mean((f(x) - z)²) + λ TV(x)} of each target by Adam, clipping {@code x}
 * to [0, 1] after every step. {@link peekbench.attack.search.TotalVariation} states TV.
 *
 * <p>Where clients have layers of their own, each one's records are searched through its own.
 *
 * <p>{@code f} computes as it did when {@code z} was recorded, as in a prediction: batch normalisation takes its running
 * statistics, so that no target depends on those it shares a batch with, and dropout drops nothing.
 *
 * <p>Several λ are tried; the strongest is that with the smallest mean squared error on some of the attacker's validation
 * records, encoded by {@code f}. Nobody has anything to query, so a defense that changes {@code z} is in the targets but
 * not in these.
 *
 * <p>Deviations from the paper: a falling step size, plain Adam where the authors' code has AMSGrad with ε of .001, grey as
 * the first start, other starts, λ chosen by validation. Rows of a table are searched in units of the validation records'
 * deviation, without total variation and without bounds.
 */
final class OptimizationInversion implements Attack<InformedView, ReconstructedInputs> {
    static final String NAME = "optimization-inversion";

    private final OptimizationInversionOptions options;

    OptimizationInversion(OptimizationInversionOptions options) {
        this.options = options;
    }

    @Override
    public String name() {
        return options.mountedBy() == Informed.SERVER ? NAME : NAME + "-by-peer";
    }

    @Override
    public Class<? extends InformedView> view() {
        return options.mountedBy().view();
    }

    @Override
    public ReconstructedInputs run(InformedView view, AttackerKnowledge knowledge, Seed seed, AttackProgress progress) {
        List<Sent> senders =
                view.bySender().stream().filter(sent -> sent.size() > 0).toList();
        if (senders.size() == 1) {
            return invert(view, senders.get(0).client(), StagedSearch.smashed(view), knowledge, seed, progress);
        }
        ClientCandidates all = new ClientCandidates(view);
        for (int number = 0; number < senders.size(); number++) {
            Sent sent = senders.get(number);
            int before = number;
            AttackProgress part = (fraction, detail) ->
                    progress.report((before + fraction) / senders.size(), "client-" + sent.client() + ", " + detail);
            SortedMap<TargetSet, INDArray> smashed = new TreeMap<>();
            sent.places().forEach((set, places) -> smashed.put(set, Rows.of(view.smashed(set), places)));
            Seed own = seed.child("client-" + sent.client());
            all.add(sent, invert(view, sent.client(), smashed, knowledge, own, part));
        }
        return all.together();
    }

    private ReconstructedInputs invert(
            InformedView view,
            int number,
            SortedMap<TargetSet, INDArray> smashed,
            AttackerKnowledge knowledge,
            Seed seed,
            AttackProgress progress) {
        Segment client = view.clientSegment(number).inferenceCopy();
        Preconditions.clientLayers(view, client.layers(), NAME);
        Preconditions.validation(knowledge);
        INDArray records = Rehearsal.records(knowledge, options.validationRecords());
        InputSpace space = InputSpace.of(
                view.inputShape(), view.precision(), knowledge.validation().inputs());
        return new NetworkInversion(space, options.search(), options.iterations(), client)
                .run(
                        smashed,
                        Strength.of(options.totalVariationWeights(), space),
                        records,
                        client.predict(records),
                        seed,
                        progress);
    }
}
