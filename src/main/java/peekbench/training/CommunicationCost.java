package peekbench.training;

import org.apiguardian.api.API;
import peekbench.nn.Architecture;
import peekbench.nn.array.Shape;
import peekbench.nn.layer.NamedLayer;
import peekbench.registry.Paper;

/**
 * What training is expected to send in an epoch by the published formulas, in numbers (weights, activations or gradients).
 * They leave out labels, the optimiser's memory and the codec's headers, so measured bytes are somewhat more.
 *
 * @param clients K
 * @param parameters N, of the whole network
 * @param records p, of all clients together
 * @param smashed q, numbers of one example of smashed data
 * @param clientShare η, the clients' share of the parameters, in [0, 1]
 */
@Paper(
        authors = "Singh, Vepakomma, Gupta, Raskar",
        title = "Detailed comparison of communication efficiency of split learning and federated learning",
        year = 2019,
        venue = "arXiv:1909.09145",
        section = "3, table 1")
@API(status = API.Status.EXPERIMENTAL, since = "0.1.0")
public record CommunicationCost(int clients, long parameters, long records, long smashed, double clientShare) {

    /** The cost of a network that is split at a cut. */
    public static CommunicationCost of(Architecture network, String cut, int clients, long records) {
        long front = parameters(network.front(cut), network.input());
        long whole = front + parameters(network.back(cut), network.smashedShape(cut));
        return new CommunicationCost(
                clients, whole, records, network.smashedShape(cut).length(), (double) front / whole);
    }

    private static long parameters(Iterable<NamedLayer> layers, Shape input) {
        long count = 0;
        Shape shape = input;
        for (NamedLayer layer : layers) {
            count += layer.spec().parameterCount(shape);
            shape = layer.spec().outputShape(shape);
        }
        return count;
    }

    /** Split learning whose clients keep their own layers: {@code 2 p q}, smashed data and their gradients. */
    public double splitWithoutSharing() {
        return 2.0 * records * smashed;
    }

    /** Split learning whose clients hand weights on once an epoch: {@code 2 p q + η N K}. */
    public double splitWithSharing() {
        return splitWithoutSharing() + clientShare * parameters * clients;
    }

    /** Federated averaging with all clients in each round: {@code 2 N K}. */
    public double federated() {
        return 2.0 * parameters * clients;
    }
}
