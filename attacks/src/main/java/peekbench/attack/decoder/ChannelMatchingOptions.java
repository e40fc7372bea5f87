package peekbench.attack.decoder;

import com.google.auto.service.AutoService;
import java.util.List;
import java.util.Optional;
import peekbench.nn.array.SavedState;
import peekbench.problem.ConfigurationException;
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
 * Options of {@link ChannelMatching}.
 *
 * @param matchings ways of finding the order of channels that are tried; the strongest is reported, all are kept
 * @param capacity of the decoder
 * @param epochs limit of the decoder's training; one that comes to it is marked
 * @param patience epochs within which its validation loss must fall by {@code improvement}, else it ends
 * @param improvement that share of it
 * @param batchSize records a step
 * @param learningRate Adam's step size; as that of {@link DecoderOptions}
 */
@Paper(
        authors = "Gupta, Raskar",
        title = "Distributed learning of deep neural network over multiple agents",
        year = 2018,
        venue = "Journal of Network and Computer Applications 116",
        section = "3.5, the claim of Lemma 2, which this attack tests")
@Name("channel-matching")
@Summary("Decoder of the client's known layers, after a secret order of channels was found out")
public record ChannelMatchingOptions(
        @Default("[none, statistics]") @Summary("ways of finding the order that are tried")
        List<Matching> matchings,

        @Default("medium") @Summary("the decoder's network") Capacity capacity,

        @Default("40") @Summary("limit of the decoder's training; one that comes to it is marked")
        int epochs,

        @Default("2")
        @Summary("epochs within which the decoder's validation loss must fall by `improvement`, else it ends")
        int patience,

        @Default("0.02") @Summary("share by which that loss must fall within `patience` epochs")
        double improvement,

        @Default("16") @Summary("records a step") int batchSize,

        @Default("0.005") @Summary("Adam's step size, a fifth of it with dense layers or residual blocks")
        double learningRate)
        implements AttackOptions {
    public ChannelMatchingOptions {
        matchings = List.copyOf(matchings);
        Problems problems = new Problems();
        if (matchings.isEmpty()) {
            problems.add("matchings", "is empty; list at least one of none, statistics.");
        }
        if (matchings.stream().distinct().count() < matchings.size()) {
            problems.add("matchings", "is " + labels(matchings) + "; list each once.");
        }
        problems.atLeast("epochs", epochs, 1);
        problems.atLeast("patience", patience, 1);
        problems.nonNegative("improvement", improvement);
        problems.belowOne("improvement", improvement);
        problems.atLeast("batch-size", batchSize, 1);
        problems.positive("learning-rate", learningRate);
        problems.throwIfAny();
    }

    DecoderOptions decoder() {
        return new DecoderOptions(List.of(capacity), epochs, patience, improvement, batchSize, learningRate);
    }

    @Override
    public Attack<?, ?> create() {
        return new ChannelMatching(this);
    }

    @Override
    public ChannelMatchingOptions onlyAt(String strength) {
        Matching matching = Matching.of(strength)
                .orElseThrow(() -> new ConfigurationException("The attack (" + ChannelMatching.NAME
                        + ") has no strength (" + strength + "); its strengths are " + labels(matchings) + "."));
        return new ChannelMatchingOptions(
                List.of(matching), capacity, epochs, patience, improvement, batchSize, learningRate);
    }

    private static List<String> labels(List<Matching> matchings) {
        return matchings.stream().map(Matching::label).toList();
    }

    @Override
    public Optional<TrainedAttacker> restored(String strength, ClientShapes shapes, SavedState written) {
        return Optional.of(MatchedDecoder.restored(capacity, shapes, written));
    }

    @Override
    public long keptWeights(ClientShapes shapes) {
        return Decoder.weights(capacity, shapes);
    }

    /** Puts it into the catalogue. */
    @AutoService(AttackProvider.class)
    public record Provider() implements AttackProvider {}
}
