package peekbench.protocol.split;

import com.google.auto.service.AutoService;
import java.util.Set;
import peekbench.problem.Problems;
import peekbench.protocol.party.ClientTurns;
import peekbench.protocol.party.TestedClient;
import peekbench.protocol.schedule.ClientOrder;
import peekbench.protocol.schedule.Numbers;
import peekbench.protocol.schedule.Participation;
import peekbench.protocol.weights.HandOver;
import peekbench.protocol.weights.WeightsTransfer;
import peekbench.registry.Default;
import peekbench.registry.Name;
import peekbench.registry.Paper;
import peekbench.registry.Sees;
import peekbench.registry.Summary;
import peekbench.threat.defense.DefensePlace;
import peekbench.training.Protocol;
import peekbench.training.ProtocolOptions;
import peekbench.training.ProtocolProvider;

/**
 * Semi-supervised split learning: the client's layers are also the encoder of an autoencoder whose decoder never leaves the
 * clients, {@code η = F_b gradient + α F_d gradient}; unlabelled records train the autoencoder only. Clients hand on
 * encoder and decoder.
 *
 * <p>Deviations: the autoencoder's loss is the mean squared error (the paper names a contrastive loss and no formula); the
 * decoder has its own, complete gradient, only its share in the encoder's is weighted by α. A batch has labels throughout
 * or not at all.
 *
 * @param clients how many parties hold data
 * @param labelled share of each client's records that have labels, in (0, 1]
 * @param weight α; 0 trains on labelled records only
 * @param unlabelled whether the other records are trained on
 * @param order how clients take turns
 * @param participation who takes part in an epoch
 */
@Paper(
        authors = "Gupta, Raskar",
        title = "Distributed learning of deep neural network over multiple agents",
        year = 2018,
        venue = "Journal of Network and Computer Applications 116",
        section = "3.3, Algorithm 3, equation 1")
@Name("semi-supervised-split")
@Summary("Clients train an autoencoder besides; the server sees labelled smashed data only")
@Sees(role = "server", what = "smashed data and labels of labelled batches; nothing of unlabelled ones")
public record SemiSupervisedSplit(
        @Summary("how many parties hold data") int clients,

        @Summary("share of each client's records that have labels")
        double labelled,

        @Default("1") @Summary("of the autoencoder's gradient: alpha")
        double weight,

        @Default("true") @Summary("whether records without labels are trained on")
        boolean unlabelled,

        @Default("round-robin-by-batch") @Summary("how clients take turns")
        ClientOrder order,

        @Default("{}") @Summary("who takes part in an epoch")
        Participation participation)
        implements ProtocolOptions {
    public SemiSupervisedSplit {
        Problems problems = new Problems();
        problems.atLeast("clients", clients, 1);
        problems.positive("labelled", labelled);
        problems.inRange("labelled", labelled, 0, 1);
        problems.nonNegative("weight", weight);
        if (unlabelled && weight == 0) {
            problems.add(
                    "weight",
                    "is 0, so nothing is learned from unlabelled records; give it a weight above 0 or set"
                            + " unlabelled to false.");
        }
        problems.throwIfAny();
    }

    ClientTurns turns() {
        return new ClientTurns(
                clients,
                order,
                HandOver.WITH_OPTIMIZER_STATE,
                WeightsTransfer.SERVER,
                TestedClient.LAST,
                participation);
    }

    @Override
    public Protocol create() {
        return new SemiSupervisedProtocol(this);
    }

    @Override
    public boolean needsFullBatches() {
        return false;
    }

    @Override
    public String privacyCovers() {
        return ProtocolOptions.super.privacyCovers() + "; nor the clients' decoders";
    }

    @Override
    public Set<DefensePlace> defensePlaces() {
        return turns().defensePlaces();
    }

    @Override
    public String label() {
        return "semi-supervised split, " + Numbers.clients(clients) + ", " + Numbers.percent(labelled) + " labelled"
                + (unlabelled ? ", α = " + weight : "") + participation.label();
    }

    /** Puts it into the catalogue. */
    @AutoService(ProtocolProvider.class)
    public record Provider() implements ProtocolProvider {}
}
