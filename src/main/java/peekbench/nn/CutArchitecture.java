package peekbench.nn;

import java.util.ArrayList;
import java.util.List;
import org.apiguardian.api.API;
import peekbench.nn.array.Shape;
import peekbench.nn.layer.NamedLayer;

/**
 * A whole network and where it is split.
 *
 * @param architecture the network
 * @param cut the layer after which it is split
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1.0")
public record CutArchitecture(Architecture architecture, String cut) {

    /** The shape of one example of smashed data. */
    public Shape smashedShape() {
        return architecture.smashedShape(cut);
    }

    /**
     * The network with two more layers at its cut. All others keep their names, and with them their initial weights.
     *
     * @param client the client's last layer, whose name becomes that of the cut
     * @param server the server's first layer
     * @throws peekbench.problem.ConfigurationException when the layers do not fit, or a name is taken
     */
    public CutArchitecture with(NamedLayer client, NamedLayer server) {
        List<NamedLayer> layers = new ArrayList<>(architecture.front(cut));
        layers.add(client);
        layers.add(server);
        layers.addAll(architecture.back(cut));
        return new CutArchitecture(new Architecture(architecture.name(), architecture.input(), layers), client.name());
    }
}
