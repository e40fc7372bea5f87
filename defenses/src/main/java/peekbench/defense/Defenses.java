package peekbench.defense;

import java.util.List;
import peekbench.defense.compression.Bottleneck;
import peekbench.defense.compression.DropoutOnSmashed;
import peekbench.defense.compression.L1Penalty;
import peekbench.defense.compression.Quantization;
import peekbench.defense.compression.TopK;
import peekbench.defense.hijacking.SplitGuard;
import peekbench.defense.label.Marvell;
import peekbench.defense.label.MaxNorm;
import peekbench.defense.learned.AdversarialDecoder;
import peekbench.defense.learned.LearnedNoise;
import peekbench.defense.noise.GaussianNoise;
import peekbench.defense.noise.LaplaceNoise;
import peekbench.defense.nopeek.NoPeek;
import peekbench.defense.permutation.ChannelPermutation;
import peekbench.defense.privacy.DpSgd;
import peekbench.defense.sanitizer.LocalLayer;
import peekbench.defense.sanitizer.RandomVector;
import peekbench.defense.sanitizer.RandomVectorRelu;
import peekbench.defense.update.ClipAndNoise;
import peekbench.defense.update.SecureAggregation;
import peekbench.registry.Catalogued;
import peekbench.registry.Registry;
import peekbench.threat.defense.DefenseOptions;

/** The defense catalogue. */
public final class Defenses {
    /** Every defense that a scenario can name. */
    public static final Registry<DefenseOptions> REGISTRY = new Registry<>(
            "defense",
            List.of(
                    new Catalogued<>(
                            "nopeek",
                            "Distance correlation between inputs and smashed data joins the client's loss",
                            NoPeek.class),
                    new Catalogued<>(
                            "random-vector",
                            "Inputs are multiplied by a random vector that all clients share",
                            RandomVector.class),
                    new Catalogued<>(
                            "random-vector-relu",
                            "Inputs are multiplied by a shared random vector and zeroed below a threshold",
                            RandomVectorRelu.class),
                    new Catalogued<>(
                            "local-layer",
                            "Inputs pass a layer that each client pre-trains on its own records",
                            LocalLayer.class),
                    new Catalogued<>("gaussian-noise", "Gaussian noise is added to smashed data", GaussianNoise.class),
                    new Catalogued<>("laplace-noise", "Laplace noise is added to smashed data", LaplaceNoise.class),
                    new Catalogued<>(
                            "dropout-on-smashed",
                            "A random share of smashed data is sent as 0, in predictions too",
                            DropoutOnSmashed.class),
                    new Catalogued<>("quantization", "Smashed data are rounded to few levels", Quantization.class),
                    new Catalogued<>(
                            "top-k", "Only the largest numbers of each example's smashed data are sent", TopK.class),
                    new Catalogued<>(
                            "channel-permutation",
                            "The channels of smashed data are sent in a secret order",
                            ChannelPermutation.class),
                    new Catalogued<>(
                            "l1-penalty",
                            "The mean magnitude of smashed data joins the client's loss",
                            L1Penalty.class),
                    new Catalogued<>(
                            "bottleneck",
                            "Learned layers at the cut let fewer channels leave the client",
                            Bottleneck.class),
                    new Catalogued<>(
                            "learned-noise",
                            "Noise tensors that clients learn once the network is trained are added to smashed data",
                            LearnedNoise.class),
                    new Catalogued<>(
                            "adversarial-decoder",
                            "Clients train a decoder beside the network and learn to make it fail",
                            AdversarialDecoder.class),
                    new Catalogued<>(
                            "max-norm",
                            "Noise gives all gradients that tell of labels the norm of the longest",
                            MaxNorm.class),
                    new Catalogued<>(
                            "marvell",
                            "Noise makes the gradients of two classes hardest to tell apart for its power",
                            Marvell.class),
                    new Catalogued<>(
                            "clip-and-noise",
                            "Updates of weights are clipped and get Gaussian noise",
                            ClipAndNoise.class),
                    new Catalogued<>(
                            "secure-aggregation",
                            "Pairwise masks hide updates of weights, and cancel in their sum",
                            SecureAggregation.class),
                    new Catalogued<>(
                            "dp-sgd",
                            "Each example's gradient is clipped and their sum gets Gaussian noise; keeps account of epsilon",
                            DpSgd.class),
                    new Catalogued<>(
                            "split-guard",
                            "Clients send some batches with wrong labels and stop when the gradients do not mind",
                            SplitGuard.class)));

    private Defenses() {}
}
