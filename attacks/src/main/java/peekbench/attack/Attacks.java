package peekbench.attack;

import java.util.List;
import peekbench.attack.decoder.ChannelMatchingOptions;
import peekbench.attack.decoder.DecoderOptions;
import peekbench.attack.decoder.PseudoClientOptions;
import peekbench.attack.federated.GradientInversionOptions;
import peekbench.attack.federated.PropertyInferenceOptions;
import peekbench.attack.hijacking.FeatureSpaceHijackingOptions;
import peekbench.attack.inversion.OptimizationInversionOptions;
import peekbench.attack.inversion.QueryFreeInversionOptions;
import peekbench.attack.inversion.UnSplitOptions;
import peekbench.attack.label.GradientClusteringOptions;
import peekbench.attack.label.GradientDirectionOptions;
import peekbench.attack.label.GradientNormOptions;
import peekbench.attack.label.ModelCompletionOptions;
import peekbench.attack.label.ReceivedLabelsOptions;
import peekbench.attack.membership.LikelihoodRatioOptions;
import peekbench.attack.membership.LossThresholdOptions;
import peekbench.attack.sanitizer.DifferentialOptions;
import peekbench.attack.sanitizer.KnownPlaintextOptions;
import peekbench.attack.sanitizer.LeakedVectorOptions;
import peekbench.registry.Catalogued;
import peekbench.registry.Registry;
import peekbench.threat.attack.AttackOptions;

/** The attack catalogue. */
public final class Attacks {
    /** Every attack that a scenario can name. */
    public static final Registry<AttackOptions> REGISTRY = new Registry<>(
            "attack",
            List.of(
                    new Catalogued<>(
                            "decoder",
                            "Network trained on the attacker's own records to turn smashed data back into inputs",
                            DecoderOptions.class),
                    new Catalogued<>(
                            "pseudo-client",
                            "Decoder of a simulator of the client, which was trained to pass for it without asking it",
                            PseudoClientOptions.class),
                    new Catalogued<>(
                            "channel-matching",
                            "Decoder of the client's known layers, after a secret order of channels was found out",
                            ChannelMatchingOptions.class),
                    new Catalogued<>(
                            "known-plaintext",
                            "Someone on the wire recovers a sanitizer's vector from records that it knows in the clear",
                            KnownPlaintextOptions.class),
                    new Catalogued<>(
                            "leaked-vector",
                            "Another client reads a sanitizer's vector off its own and replays it against all others",
                            LeakedVectorOptions.class),
                    new Catalogued<>(
                            "differential",
                            "Someone on the wire recovers a sanitizer's vector from statistics of what is sent",
                            DifferentialOptions.class),
                    new Catalogued<>(
                            "gradient-inversion",
                            "An aggregator searches for the inputs whose gradient a client sent",
                            GradientInversionOptions.class),
                    new Catalogued<>(
                            "property-inference",
                            "An aggregator infers the class mix of each client's records from its update",
                            PropertyInferenceOptions.class),
                    new Catalogued<>(
                            "optimization-inversion",
                            "Search for the inputs that the client's known layers turn into the smashed data",
                            OptimizationInversionOptions.class),
                    new Catalogued<>(
                            "query-free-inversion",
                            "Search through a shadow of the client, trained in front of the server's layers",
                            QueryFreeInversionOptions.class),
                    new Catalogued<>(
                            "unsplit",
                            "Search, by turns, for inputs and for the weights of a clone of the client",
                            UnSplitOptions.class),
                    new Catalogued<>(
                            "received-labels",
                            "The labels that the protocol sends to the server anyway",
                            ReceivedLabelsOptions.class),
                    new Catalogued<>(
                            "gradient-norm",
                            "The rarer of two classes has the longer gradients",
                            GradientNormOptions.class),
                    new Catalogued<>(
                            "gradient-direction",
                            "Gradients of one class point one way",
                            GradientDirectionOptions.class),
                    new Catalogued<>(
                            "gradient-clustering",
                            "Gradients or features fall into one cluster a class",
                            GradientClusteringOptions.class),
                    new Catalogued<>(
                            "model-completion",
                            "A head trained on a few labelled records completes the layers that the server has",
                            ModelCompletionOptions.class),
                    new Catalogued<>(
                            "loss-threshold",
                            "Records on which the finished network's loss is small were trained on",
                            LossThresholdOptions.class),
                    new Catalogued<>(
                            "likelihood-ratio",
                            "Whether a record was trained on, by shadow networks trained as the victims' was",
                            LikelihoodRatioOptions.class),
                    new Catalogued<>(
                            "feature-space-hijacking",
                            "Server that teaches the client a feature space of its own, which it can invert",
                            FeatureSpaceHijackingOptions.class)));

    private Attacks() {}
}
