package peekbench.protocol.adasplit;

import com.google.auto.service.AutoService;
import java.util.EnumSet;
import java.util.Set;
import peekbench.problem.Problems;
import peekbench.protocol.party.TestedClient;
import peekbench.protocol.schedule.Numbers;
import peekbench.protocol.schedule.Participation;
import peekbench.registry.Default;
import peekbench.registry.Inlined;
import peekbench.registry.Name;
import peekbench.registry.Paper;
import peekbench.registry.Sees;
import peekbench.registry.Summary;
import peekbench.threat.defense.DefensePlace;
import peekbench.training.Peers;
import peekbench.training.Protocol;
import peekbench.training.ProtocolOptions;
import peekbench.training.ProtocolProvider;

/**
 * AdaSplit: clients train their layers on a contrastive loss of their own and never get a gradient. In the first epochs, the
 * local phase, the server takes no part. In the others, the global phase, its orchestrator chooses some clients in each
 * iteration; they send their batch with its labels, and the server learns from one after the other, through a sparse mask a
 * client. All clients that are there train in every iteration, chosen or not. See {@link
 * peekbench.nn.loss.SupervisedNtXent}, {@link Orchestrator} and {@link MaskedServer} for the formulas.
 *
 * <p>Clients keep their own layers; each is tested with the server's layers as its mask leaves them. The training loss that is
 * reported is the server's; where it was sent nothing, the clients' mean over pairs, which is on another scale.
 *
 * <p>Deviations, where the paper is silent or at odds with itself:
 *
 * <ul>
 *   <li>The projection H is one dense layer on the flattened smashed data. It is each client's own and never sent.
 *   <li>A mask is binary while it is learned, as at inference; the paper's mask has a hat in Eq. 7 and none in Eq. 8, and only
 *       at inference is it called binary. Its network is {@code W ⊙ m̂} in both, where Eq. 8 prints the loss of W alone, of
 *       which a mask could not learn. What its numbers begin with is an option, since a step of Adam is
 *       about its learning rate: it sets how many steps a weight takes to close. Masks cover biases too. Nothing is pruned.
 *   <li>Masks are learned with the training's optimiser, without its weight decay. All clients' steps of the server share the
 *       optimiser's memory; a closed weight counts as one of gradient 0 and is not moved, by momentum neither.
 *   <li>κR is rounded down to whole epochs; ηN to the nearest number of clients, at least 1 and at most those that have a batch
 *       left. Buffers such as the statistics of batch normalisation are shared by all.
 *   <li>All clients' records are of one data set; Mixed-NonIID gives every client another. Mixed-CIFAR is the partition {@code
 *       class-shards} of 2 shards a client; its figures need {@code tested: each-on-own-classes}.
 * </ul>
 *
 * <p>The server's gradient never goes to clients: the paper's ablation in which it does is parallel or vanilla split learning
 * with a further loss, and is not here. The sparse activations of its Table 6 are the defense {@code l1-penalty}.
 *
 * @param clients how many parties hold data
 * @param choice when and with whom the server trains
 * @param clientLoss what clients train on
 * @param masks what of the server each client has
 * @param tested whose layers are tested; not their average
 * @param participation who takes part in an epoch
 */
@Paper(
        authors = "Chopra, Sahu, Singh, Java, Vepakomma, Sharma, Raskar",
        title = "AdaSplit: Adaptive Trade-offs for Resource-constrained Distributed Deep Learning",
        year = 2021,
        venue = "arXiv",
        section = "3")
@Name("adasplit")
@Summary("Clients train on their own loss; some are chosen to send, and the server sees their smashed data "
        + "and labels")
@Sees(
        role = "server",
        what = "smashed data and labels of chosen clients' batches after the local phase; sends no gradient")
public record AdaSplit(
        @Summary("how many parties hold data") int clients,
        @Inlined Choice choice,
        @Inlined ClientLoss clientLoss,
        @Inlined Masks masks,

        @Default("each") @Summary("whose layers are tested: each, each-on-own-classes or last")
        TestedClient tested,

        @Default("{}") @Summary("who takes part in an epoch")
        Participation participation)
        implements ProtocolOptions {

    /**
     * When and with whom the server trains.
     *
     * @param localShare κ, in [0, 1]
     * @param chosenShare η, in (0, 1]
     * @param discount γ, in (0, 1]
     */
    public record Choice(
            @Default("0.6") @Summary("share of the epochs, the first ones, without the server: kappa")
            double localShare,

            @Default("0.6") @Summary("share of the clients that are chosen in an iteration: eta")
            double chosenShare,

            @Default("0.87") @Summary("weight of a loss one iteration older: gamma")
            double discount) {
        /** Those of section 4.4. */
        public static final Choice PUBLISHED = new Choice(.6, .6, .87);

        /** Keeps a share such as .29 of 100, which is a little less than 29 in binary, from losing an epoch. */
        private static final double ROUNDING = 1e-9;

        public Choice {
            Problems problems = new Problems();
            problems.inRange("local-share", localShare, 0, 1);
            problems.positive("chosen-share", chosenShare);
            problems.inRange("chosen-share", chosenShare, 0, 1);
            problems.positive("discount", discount);
            problems.inRange("discount", discount, 0, 1);
            problems.throwIfAny();
        }

        /** How many epochs of so many are without the server. */
        int localEpochs(int epochs) {
            return (int) Math.floor(localShare * epochs + ROUNDING);
        }

        /** How many clients of so many are chosen. */
        int count(int clients) {
            return Math.max(1, (int) Math.round(chosenShare * clients));
        }
    }

    /**
     * What clients train on.
     *
     * @param temperature τ
     * @param projection length of an embedding q
     * @param reduction what is made of the pairs' losses
     */
    public record ClientLoss(
            @Default("0.07") @Summary("by what similarities of embeddings are divided: tau")
            double temperature,

            @Default("64") @Summary("numbers of the projection of an example, which are compared")
            int projection,

            @Default("sum")
            @Summary("sum: over all pairs of a batch, as published; mean: for optimisers that mind the size")
            Reduction reduction) {
        /** Temperature and sum of section 3.1. */
        public static final ClientLoss PUBLISHED = new ClientLoss(.07, 64, Reduction.SUM);

        public ClientLoss {
            Problems problems = new Problems();
            problems.positive("temperature", temperature);
            problems.atLeast("projection", projection, 1);
            problems.throwIfAny();
        }
    }

    /** What is made of the losses of a batch's pairs; Adam makes nearly the same steps of both. */
    public enum Reduction {
        /** Their sum (Eq. 5). */
        SUM {
            @Override
            double weight(long pairs) {
                return 1;
            }
        },
        /** Their mean. */
        MEAN {
            @Override
            double weight(long pairs) {
                return 1. / pairs;
            }
        };

        /** What each pair counts for in a batch of so many. */
        abstract double weight(long pairs);
    }

    /**
     * What of the server each client has.
     *
     * @param masked whether there are masks; if not, every client moves every weight
     * @param sparsity λ, the weight of a mask's absolute sum
     * @param maskStart what every number of a mask begins with, in (0, 1]; the smaller, the sooner one can reach 0, where its
     *     weight closes
     */
    public record Masks(
            @Default("true") @Summary("whether each client has a mask over the server's weights")
            boolean masked,

            @Default("1.0e-5") @Summary("weight of a mask's absolute sum: lambda")
            double sparsity,

            @Default("0.1") @Summary("what a mask's numbers begin with; a weight closes where one reaches 0")
            double maskStart) {
        /** λ for Mixed-CIFAR in section 4.4; the paper does not say what masks begin with. */
        public static final Masks PUBLISHED = new Masks(true, 1e-5, .1);

        public Masks {
            Problems problems = new Problems();
            problems.nonNegative("sparsity", sparsity);
            problems.positive("mask-start", maskStart);
            problems.inRange("mask-start", maskStart, 0, 1);
            problems.throwIfAny();
        }

        /** What tells them from the published ones, for tables. */
        String label() {
            if (!masked) {
                return ", no masks";
            }
            return (sparsity == PUBLISHED.sparsity ? "" : ", λ = " + sparsity)
                    + (maskStart == PUBLISHED.maskStart ? "" : ", masks from " + maskStart);
        }
    }

    public AdaSplit {
        Problems problems = new Problems();
        problems.atLeast("clients", clients, 1);
        if (tested == TestedClient.AVERAGE) {
            problems.add(
                    "tested",
                    "is average, but every client has a mask of its own for its own layers; use each,"
                            + " each-on-own-classes or last.");
        }
        problems.throwIfAny();
    }

    /** The published settings. */
    public AdaSplit(int clients) {
        this(clients, Choice.PUBLISHED, ClientLoss.PUBLISHED, Masks.PUBLISHED, TestedClient.EACH, Participation.ALL);
    }

    @Override
    public Protocol create() {
        return new AdaSplitProtocol(this);
    }

    /** Layers never leave a client. */
    @Override
    public Peers peers() {
        return Peers.of(clients, false);
    }

    @Override
    public boolean needsClasses() {
        return true;
    }

    /** The clients' loss compares the examples of a batch. */
    @Override
    public int smallestBatch() {
        return 2;
    }

    /**
     * Nothing is returned, and weights never leave. The client's loss compares the examples of a batch, so no example has a
     * gradient of its own that could be clipped.
     */
    @Override
    public Set<DefensePlace> defensePlaces() {
        return EnumSet.of(DefensePlace.INPUT, DefensePlace.SMASHED_DATA, DefensePlace.LOSS);
    }

    @Override
    public String label() {
        return "AdaSplit, " + Numbers.clients(clients) + ", κ = " + choice.localShare() + ", η = "
                + choice.chosenShare() + masks.label() + participation.label();
    }

    /** Puts it into the catalogue. */
    @AutoService(ProtocolProvider.class)
    public record Provider() implements ProtocolProvider {}
}
