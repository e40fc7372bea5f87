package peekbench.attack.inversion;

import org.nd4j.linalg.api.ndarray.INDArray;
import peekbench.attack.search.InputSpace;
import peekbench.nn.Segment;
import peekbench.seed.Seed;
import peekbench.threat.attack.Attack;
import peekbench.threat.attack.AttackProgress;
import peekbench.threat.attack.AttackerKnowledge;
import peekbench.threat.attack.ReconstructedInputs;
import peekbench.threat.view.CuriousServerView;

/**
 * Inverts smashed data without the client's weights and without asking the client anything: trains a shadow {@code f̂} of the
 * client's layers in front of the server's own, which stay as they are, to classify the attacker's records, and then looks
 * for the input {@code x [C, H, W] in [0,1]} with the smallest {@code mean((f̂(x) - z)²) + λ TV(x)} as {@link
 * OptimizationInversion} does.
 *
 * <p>Several λ are tried. They are compared on some of the attacker's validation records, which a second shadow encodes, of
 * other weights and order: what the first one makes of it tells how well inversion carries over to a client that it is not.
 *
 * <p>Batch normalisation in the shadow learns running statistics while it is trained, and both parts compute by running
 * statistics otherwise.
 *
 * <p>Deviations from the paper: training ends at a given accuracy, and those of {@link OptimizationInversion}.
 */
final class QueryFreeInversion implements Attack<CuriousServerView, ReconstructedInputs> {
    static final String NAME = "query-free-inversion";

    private final QueryFreeInversionOptions options;

    QueryFreeInversion(QueryFreeInversionOptions options) {
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
        Preconditions.labels(knowledge.auxiliary(), view.ownSegment().outputShape(), NAME);
        progress.report(0, "training shadows");
        ShadowClient client = new ShadowClient(options.shadow(), view, knowledge.auxiliary());
        Segment shadow = client.train(seed.child("shadow"));
        Segment second = client.train(seed.child("second-shadow"));
        INDArray records = Rehearsal.records(knowledge, options.validationRecords());
        InputSpace space = InputSpace.of(
                view.inputShape(), view.precision(), knowledge.auxiliary().inputs());
        return new NetworkInversion(space, options.search(), options.iterations(), shadow)
                .run(
                        StagedSearch.smashed(view),
                        Strength.of(options.totalVariationWeights(), space),
                        records,
                        second.predict(records),
                        seed,
                        progress);
    }
}
