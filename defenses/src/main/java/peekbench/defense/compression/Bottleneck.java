package peekbench.defense.compression;

import com.google.auto.service.AutoService;
import java.util.Set;
import peekbench.nn.CutArchitecture;
import peekbench.nn.array.SavedState;
import peekbench.nn.array.Shape;
import peekbench.nn.layer.Convolution;
import peekbench.nn.layer.Dense;
import peekbench.nn.layer.LayerSpec;
import peekbench.nn.layer.NamedLayer;
import peekbench.problem.ConfigurationException;
import peekbench.problem.Problems;
import peekbench.registry.Name;
import peekbench.registry.Paper;
import peekbench.registry.Summary;
import peekbench.threat.defense.Defense;
import peekbench.threat.defense.DefenseHooks;
import peekbench.threat.defense.DefenseOptions;
import peekbench.threat.defense.DefensePlace;
import peekbench.threat.defense.DefenseProvider;

/**
 * A learned bottleneck at the cut: the client's last layer, {@code bottleneck-down}, makes k channels of the C that the cut
 * has, and the server's first, {@code bottleneck-up}, makes C of them again. Images {@code [N, C, H, W]} pass 1x1
 * convolutions, vectors {@code [N, C]} dense layers, all with bias and trained with the network. What leaves the client is
 * {@code [N, k, H, W]} or {@code [N, k]}, and so much less is sent. The network's other layers keep their initial weights.
 *
 * <p>A cut that has no more than k channels is left as it is, so that a large k is no defense, bit for bit. {@code
 * sanitized-training}, which does not split while it trains, gets the layers and hides nothing by them.
 *
 * <p>Deviations: only the paper's reduction of channels is here, not that of height and width, and not its 8 bits and JPEG;
 * {@code quantization} can follow it in the arm. Both layers are linear, so the pair is the least that a bottleneck can be,
 * an affine map of rank k at each place of the image.
 *
 * @param channels k, at least 1
 */
@Paper(
        authors = "Eshratifar, Esmaili, Pedram",
        title = "BottleNet: A Deep Learning Architecture for Intelligent Mobile Cloud Computing Services",
        year = 2019,
        venue = "ISLPED",
        section = "bottleneck unit, channel-wise reduction")
@Name("bottleneck")
@Summary("Learned layers at the cut let fewer channels leave the client")
public record Bottleneck(
        @Summary("how many channels, or numbers of a vector, leave the client")
        int channels) implements DefenseOptions {
    /** @throws ConfigurationException when there are no channels */
    public Bottleneck {
        Problems problems = new Problems();
        problems.atLeast("channels", channels, 1);
        problems.throwIfAny();
    }

    @Override
    public Set<DefensePlace> places() {
        return Set.of(DefensePlace.SMASHED_DATA);
    }

    @Override
    public Defense create() {
        return context -> new LayersOnly();
    }

    @Override
    public CutArchitecture reshape(CutArchitecture network) {
        Shape smashed = network.smashedShape();
        if (channels >= smashed.size(0)) {
            return network;
        }
        if (!smashed.isImage() && smashed.rank() != 1) {
            throw new ConfigurationException("A bottleneck needs images or vectors, but at the cut (" + network.cut()
                    + ") there are examples of (" + smashed + "). Choose another cut.");
        }
        return network.with(
                new NamedLayer("bottleneck-down", layer(smashed, channels)),
                new NamedLayer("bottleneck-up", layer(smashed, smashed.size(0))));
    }

    private static LayerSpec layer(Shape smashed, int to) {
        return smashed.isImage() ? new Convolution(to, 1, 1, 0) : new Dense(to);
    }

    @Override
    public String label() {
        return "bottleneck of " + channels + (channels == 1 ? " channel" : " channels");
    }

    /** All of this defense is in the network. */
    private record LayersOnly() implements DefenseHooks {
        @Override
        public void remember(SavedState state) { // follows from the options and the seed
        }
    }

    /** Puts it into the catalogue. */
    @AutoService(DefenseProvider.class)
    public record Provider() implements DefenseProvider {}
}
