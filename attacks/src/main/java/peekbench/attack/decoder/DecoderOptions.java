package peekbench.attack.decoder;

import com.google.auto.service.AutoService;
import java.util.List;
import java.util.Optional;
import peekbench.nn.array.SavedState;
import peekbench.problem.Problems;
import peekbench.registry.Default;
import peekbench.registry.Name;
import peekbench.registry.Paper;
import peekbench.registry.Summary;
import peekbench.threat.attack.Attack;
import peekbench.threat.attack.AttackOptions;
import peekbench.threat.attack.AttackProvider;
import peekbench.threat.attack.ClientShapes;
import peekbench.threat.attack.TrainedAttacker;

/**
 * Options of {@link DecoderAttack}.
 *
 * @param capacities networks that are tried; the strongest is reported, all are kept
 * @param epochs limit of each one's training; one that comes to it is marked
 * @param patience epochs within which the validation loss must fall by {@code improvement}, else training ends
 * @param improvement that share of it
 * @param batchSize records a step
 * @param learningRate Adam's step size. Networks with dense layers or residual blocks use a fifth of it
 * @param freshQueries whether a client whose answers differ encodes the attacker's records anew for every epoch, so that a
 *     defense that draws random numbers shows the decoder other ones each time; otherwise once, before training. A client
 *     whose answers are always the same is asked once either way
 * @param clientsApart where clients have layers of their own, how many of them get a decoder each: the tested one and those that
 *     sent most of the attacked records. The records of all others are decoded by one that learned from them in turn
 */
@Paper(
        authors = "He, Zhang, Lee",
        title = "Model Inversion Attacks Against Collaborative Inference",
        year = 2019,
        venue = "ACSAC, doi 10.1145/3359789.3359824",
        section = "black-box attack with an inverse network")
@Name("decoder")
@Summary("Network trained on the attacker's own records to turn smashed data back into inputs")
public record DecoderOptions(
        @Default("[small, medium, large]") @Summary("networks that are tried; the strongest is reported, all are kept")
        List<Capacity> capacities,

        @Default("40") @Summary("limit of each network's training; one that comes to it is marked")
        int epochs,

        @Default("2") @Summary("epochs within which the validation loss must fall by `improvement`, else training ends")
        int patience,

        @Default("0.02") @Summary("share by which the validation loss must fall within `patience` epochs")
        double improvement,

        @Default("16") @Summary("records a step") int batchSize,

        @Default("0.005") @Summary("Adam's step size, a fifth of it with dense layers or residual blocks")
        double learningRate,

        @Default("true")
        @Summary(
                "have the records encoded anew for every epoch where a client's answers differ, as with random defenses")
        boolean freshQueries,

        @Default("10")
        @Summary("where clients have layers of their own, how many get a decoder each; all others share one")
        int clientsApart)
        implements AttackOptions {
    private static final int DEFAULT_APART = 10;

    public DecoderOptions {
        capacities = List.copyOf(capacities);
        Problems problems = new Problems();
        if (capacities.isEmpty()) {
            problems.add("capacities", "is empty; list at least one of " + Capacity.names() + ".");
        }
        if (capacities.stream().distinct().count() < capacities.size()) {
            problems.add("capacities", "is " + labels(capacities) + "; list each capacity once.");
        }
        problems.atLeast("epochs", epochs, 1);
        problems.atLeast("patience", patience, 1);
        problems.nonNegative("improvement", improvement);
        problems.belowOne("improvement", improvement);
        problems.atLeast("batch-size", batchSize, 1);
        problems.positive("learning-rate", learningRate);
        problems.atLeast("clients-apart", clientsApart, 1);
        problems.throwIfAny();
    }

    /** Trained until validation no longer improves at all. */
    public DecoderOptions(List<Capacity> capacities, int epochs, int patience, int batchSize, double learningRate) {
        this(capacities, epochs, patience, 0, batchSize, learningRate);
    }

    /** Asked anew where answers differ. */
    public DecoderOptions(
            List<Capacity> capacities,
            int epochs,
            int patience,
            double improvement,
            int batchSize,
            double learningRate) {
        this(capacities, epochs, patience, improvement, batchSize, learningRate, true, DEFAULT_APART);
    }

    @Override
    public Attack<?, ?> create() {
        return new DecoderAttack(this);
    }

    @Override
    public DecoderOptions onlyAt(String strength) {
        return new DecoderOptions(
                List.of(Capacity.of(strength)),
                epochs,
                patience,
                improvement,
                batchSize,
                learningRate,
                freshQueries,
                clientsApart);
    }

    private static List<String> labels(List<Capacity> capacities) {
        return capacities.stream().map(Capacity::label).toList();
    }

    @Override
    public Optional<TrainedAttacker> restored(String strength, ClientShapes shapes, SavedState written) {
        return Optional.of(Decoder.restored(Capacity.of(strength), shapes, written));
    }

    @Override
    public long keptWeights(ClientShapes shapes) {
        return capacities.stream()
                .mapToLong(capacity -> Decoder.weights(capacity, shapes))
                .max()
                .orElse(0);
    }

    /** Puts it into the catalogue. */
    @AutoService(AttackProvider.class)
    public record Provider() implements AttackProvider {}
}
