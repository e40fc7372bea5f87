package peekbench.attack.inversion;

import org.nd4j.linalg.api.ndarray.INDArray;
import peekbench.attack.search.InputSpace;
import peekbench.nn.Segment;
import peekbench.seed.Seed;
import peekbench.threat.attack.Attack;
import peekbench.threat.attack.AttackProgress;
import peekbench.threat.attack.AttackerKnowledge;
import peekbench.threat.attack.ReconstructedInputs;
import peekbench.threat.view.InformedView;

/**
 * Looks for the input {@code x [C, H, W] in [0,1]} that the client's layers {@code f}, whose weights the attacker knows, turn
 * into the smashed data {@code z}: minimises {@code mean((f(x) - z)²) + λ TV(x)} of each target by Adam, clipping {@code x}
 * to [0, 1] after every step. {@link peekbench.attack.search.TotalVariation} states TV.
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
        Segment client = view.clientSegment().inferenceCopy();
        Preconditions.clientLayers(view, client.layers(), NAME);
        Preconditions.validation(knowledge);
        INDArray records = Rehearsal.records(knowledge, options.validationRecords());
        InputSpace space = InputSpace.of(
                view.inputShape(), view.precision(), knowledge.validation().inputs());
        return new NetworkInversion(space, options.search(), options.iterations(), client)
                .run(
                        view,
                        Strength.of(options.totalVariationWeights(), space),
                        records,
                        client.predict(records),
                        seed,
                        progress);
    }
}
