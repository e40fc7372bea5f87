package peekbench.protocol;

import java.util.List;
import peekbench.protocol.adasplit.AdaSplit;
import peekbench.protocol.ensemble.EnsembleSplit;
import peekbench.protocol.ensemble.StudentTraining;
import peekbench.protocol.federated.FedNova;
import peekbench.protocol.federated.FedProx;
import peekbench.protocol.federated.FederatedAveraging;
import peekbench.protocol.federated.FederatedSgd;
import peekbench.protocol.federated.Scaffold;
import peekbench.protocol.federated.SynchronousSgd;
import peekbench.protocol.split.FederatedSplit;
import peekbench.protocol.split.OnlineSplit;
import peekbench.protocol.split.ParallelSplit;
import peekbench.protocol.split.Relays;
import peekbench.protocol.split.SemiSupervisedSplit;
import peekbench.protocol.split.SplitFed;
import peekbench.protocol.split.VanillaSplit;
import peekbench.protocol.split.WrapAround;
import peekbench.protocol.whole.Centralized;
import peekbench.protocol.whole.SanitizedTraining;
import peekbench.registry.Catalogued;
import peekbench.registry.Registry;
import peekbench.training.ProtocolOptions;

/** The protocol catalogue. */
public final class Protocols {
    /** Every protocol that a scenario can name. */
    public static final Registry<ProtocolOptions> REGISTRY = new Registry<>(
            "protocol",
            List.of(
                    new Catalogued<>(
                            "centralized",
                            "Regular training by one party; the server sees nothing until the network is put to work",
                            Centralized.class),
                    new Catalogued<>(
                            "vanilla-split",
                            "Clients in turn send smashed data and labels; the server sees both and may pass weights on",
                            VanillaSplit.class),
                    new Catalogued<>(
                            "wrap-around",
                            "Clients hold first and last layers; the server sees smashed data and no labels",
                            WrapAround.class),
                    new Catalogued<>(
                            "relays",
                            "Relays stand between; each sees its input and labels, the server the last relay's output",
                            Relays.class),
                    new Catalogued<>(
                            "semi-supervised-split",
                            "Clients train an autoencoder besides; the server sees labelled smashed data only",
                            SemiSupervisedSplit.class),
                    new Catalogued<>(
                            "online-split",
                            "Clients exchange encrypted updates; the server sees smashed data and labels",
                            OnlineSplit.class),
                    new Catalogued<>(
                            "ensemble-split",
                            "Clients in turn send the smashed data of several networks, which vote; the server sees all",
                            EnsembleSplit.class),
                    new Catalogued<>(
                            "student",
                            "Vanilla split, then a student learns from its outputs on public records; the server sees all",
                            StudentTraining.class),
                    new Catalogued<>(
                            "parallel-split",
                            "All clients send at once; the server sees smashed data and labels of each",
                            ParallelSplit.class),
                    new Catalogued<>(
                            "federated-split",
                            "A server segment a client, averaged; the server sees smashed data and labels of each",
                            FederatedSplit.class),
                    new Catalogued<>(
                            "split-fed",
                            "Split learning with averaged clients; the server sees smashed data and labels, the"
                                    + " aggregator the clients' layers",
                            SplitFed.class),
                    new Catalogued<>(
                            "adasplit",
                            "Clients train on their own loss; some are chosen to send, and the server sees their smashed"
                                    + " data and labels",
                            AdaSplit.class),
                    new Catalogued<>(
                            "federated-averaging",
                            "Clients train whole networks; the aggregator sees each one's weights",
                            FederatedAveraging.class),
                    new Catalogued<>(
                            "fedprox",
                            "Federated averaging with a proximal term; the aggregator sees each client's weights",
                            FedProx.class),
                    new Catalogued<>(
                            "scaffold",
                            "Federated averaging with control variates; the aggregator sees each client's weights and"
                                    + " mean gradient",
                            Scaffold.class),
                    new Catalogued<>(
                            "fednova",
                            "Federated averaging of normalised changes; the aggregator sees each client's weights and"
                                    + " number of steps",
                            FedNova.class),
                    new Catalogued<>(
                            "federated-sgd",
                            "Clients send gradients of whole networks; the aggregator sees each one's gradient",
                            FederatedSgd.class),
                    new Catalogued<>(
                            "synchronous-sgd",
                            "Workers send gradients of mini-batches, the slowest are dropped; the aggregator sees all",
                            SynchronousSgd.class),
                    new Catalogued<>(
                            "sanitized-training",
                            "Clients send sanitized records once; the server sees them with their labels",
                            SanitizedTraining.class)));

    private Protocols() {}
}
