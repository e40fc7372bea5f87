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
 * @param epochs longest training of each
 * @param patience epochs without a smaller validation loss before training ends
 * @param batchSize records a step
 * @param learningRate Adam's step size at the start; it falls to 0 along a half cosine over {@code epochs}. Networks with
 *     dense layers or residual blocks use a fifth of it
 * @param freshQueries whether the client encodes the attacker's records anew for every epoch, so that a defense that draws
 *     random numbers shows the decoder other ones each time; otherwise once, before training. A client without random
 *     numbers answers the same either way
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

        @Default("8") @Summary("longest training of each network")
        int epochs,

        @Default("2") @Summary("epochs without a smaller validation loss before training ends")
        int patience,

        @Default("16") @Summary("records a step") int batchSize,

        @Default("0.005")
        @Summary("Adam's step size at the start, a fifth of it with dense layers or residual blocks; falls to 0")
        double learningRate,

        @Default("false")
        @Summary("have the records encoded anew for every epoch, so that random defenses are drawn anew")
        boolean freshQueries)
        implements AttackOptions {
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
        problems.atLeast("batch-size", batchSize, 1);
        problems.positive("learning-rate", learningRate);
        problems.throwIfAny();
    }

    /** Has the records encoded once. */
    public DecoderOptions(List<Capacity> capacities, int epochs, int patience, int batchSize, double learningRate) {
        this(capacities, epochs, patience, batchSize, learningRate, false);
    }

    @Override
    public Attack<?, ?> create() {
        return new DecoderAttack(this);
    }

    @Override
    public DecoderOptions onlyAt(String strength) {
        return new DecoderOptions(
                List.of(Capacity.of(strength)), epochs, patience, batchSize, learningRate, freshQueries);
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
