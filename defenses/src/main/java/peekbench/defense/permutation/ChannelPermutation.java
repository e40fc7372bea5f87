package peekbench.defense.permutation;

import com.google.auto.service.AutoService;
import java.util.Set;
import java.util.stream.IntStream;
import org.nd4j.linalg.api.ndarray.INDArray;
import peekbench.nn.Channels;
import peekbench.nn.array.SavedState;
import peekbench.problem.Problems;
import peekbench.registry.Default;
import peekbench.registry.Name;
import peekbench.registry.Paper;
import peekbench.registry.Summary;
import peekbench.seed.Seed;
import peekbench.threat.defense.Defense;
import peekbench.threat.defense.DefenseHooks;
import peekbench.threat.defense.DefenseOptions;
import peekbench.threat.defense.DefensePlace;
import peekbench.threat.defense.DefenseProvider;

/**
 * A secret order of channels: channel i of what leaves the client is channel {@code p(i)} of the smashed data {@code [N, C,
 * …]}, with one random permutation p for the whole training and all predictions. Gradients come back in the order sent and
 * are put back. This is the order of neurons that the paper's Lemma 2 counts on, made explicit: clients that hold the weights
 * could as well have permuted those.
 *
 * <p>It is here to test the claim. Whoever trains on what the client sends meets the order like any other weight.
 *
 * <p>With an order of each client's own, clients that pass their weights on meet a server that learned from other orders.
 *
 * @param share of the channels, rounded to a whole number of them, that are shuffled among themselves; with less than two
 *     channels every bit stays as it is
 * @param ownOrder whether each client draws an order of its own; otherwise all have the same, which the server does not know
 */
@Paper(
        authors = "Gupta, Raskar",
        title = "Distributed learning of deep neural network over multiple agents",
        year = 2018,
        venue = "Journal of Network and Computer Applications 116",
        section = "3.5, Lemma 2")
@Name("channel-permutation")
@Summary("The channels of smashed data are sent in a secret order")
public record ChannelPermutation(
        @Default("1") @Summary("share of the channels that are shuffled; 0 is none")
        double share,

        @Default("false") @Summary("an order of each client's own in place of one that all share")
        boolean ownOrder)
        implements DefenseOptions {
    private static final String STREAM = "channel-permutation";

    /** @throws peekbench.problem.ConfigurationException when the share is outside [0, 1] */
    public ChannelPermutation {
        Problems problems = new Problems();
        problems.inRange("share", share, 0, 1);
        problems.throwIfAny();
    }

    @Override
    public Set<DefensePlace> places() {
        return Set.of(DefensePlace.SMASHED_DATA);
    }

    @Override
    public Defense create() {
        return context -> new Hooks(share, (ownOrder ? context.seed() : context.shared()).child(STREAM));
    }

    @Override
    public String label() {
        return (share == 1 ? "channels" : share + " of the channels") + " in a secret order"
                + (ownOrder ? " of each client's own" : "");
    }

    private record Hooks(double share, Seed seed) implements DefenseHooks {
        @Override
        public INDArray filterSmashed(INDArray smashed) {
            return shuffled(smashed) < 2 ? smashed : Channels.inOrder(smashed, order(smashed));
        }

        @Override
        public INDArray smashedFilterGradient(INDArray gradient) {
            return shuffled(gradient) < 2 ? gradient : Channels.inOrder(gradient, inverse(order(gradient)));
        }

        private int shuffled(INDArray array) {
            return Math.toIntExact(Math.round(share * Channels.count(array)));
        }

        /** Drawn anew at each call, which costs less than the copy. */
        private int[] order(INDArray array) {
            int[] order = IntStream.range(0, Channels.count(array)).toArray();
            int[] members = seed.child("members").permutation(order.length);
            int[] places = seed.child("order").permutation(shuffled(array));
            for (int i = 0; i < places.length; i++) {
                order[members[i]] = members[places[i]];
            }
            return order;
        }

        private static int[] inverse(int... order) {
            int[] inverse = new int[order.length];
            for (int i = 0; i < order.length; i++) {
                inverse[order[i]] = i;
            }
            return inverse;
        }

        @Override
        public void remember(SavedState state) { // follows from the options and the seed
        }
    }

    /** Puts it into the catalogue. */
    @AutoService(DefenseProvider.class)
    public record Provider() implements DefenseProvider {}
}
