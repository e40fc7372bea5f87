package peekbench.attack.decoder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static peekbench.attack.inversion.InversionSample.bits;
import static peekbench.attack.inversion.InversionSample.blobs;
import static peekbench.attack.inversion.InversionSample.error;
import static peekbench.attack.inversion.InversionSample.found;
import static peekbench.attack.inversion.InversionSample.meanImageError;

import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;
import peekbench.attack.inversion.InversionSample;
import peekbench.nn.Channels;
import peekbench.nn.Segment;
import peekbench.problem.ConfigurationException;
import peekbench.seed.Seed;
import peekbench.threat.attack.AttackProgress;
import peekbench.threat.attack.AttackerKnowledge;
import peekbench.threat.attack.Candidate;
import peekbench.threat.attack.ReconstructedInputs;
import peekbench.threat.observation.AuxiliaryData;
import peekbench.threat.observation.TargetSet;
import peekbench.threat.view.InformedServerView;

/** Targets are many, since their statistics give the order away. */
@Tag("slow")
class ChannelMatchingTest {
    private static final int TARGETS = 200;
    private static final ChannelMatchingOptions OPTIONS =
            new ChannelMatchingOptions(List.of(Matching.values()), Capacity.SMALL, 4, 2, 0, 16, .01);

    private final INDArray targets = blobs("targets", TARGETS);
    private final Segment client = InversionSample.client();

    @Test
    void aSecretOrderOfChannelsIsFoundAndDecodedToTheBitsOfNone() {
        INDArray plain = client.predict(targets);
        ReconstructedInputs known = run(OPTIONS, client, plain);
        ReconstructedInputs secret = run(OPTIONS, client, Channels.inOrder(plain, 3, 5, 0, 1, 4, 2));
        assertThat(secret.strongest().strength()).isEqualTo("statistics");
        assertThat(bits(found(secret))).isEqualTo(bits(found(known)));
        assertThat(meanSquare(secret.candidates().get(0))).isGreaterThan(3 * meanSquare(secret.strongest()));
    }

    @Test
    void anIdentityClientIsReconstructedAlmostPerfectly() {
        Segment identity = InversionSample.identity(InversionSample.IMAGE);
        assertThat(meanSquare(run(OPTIONS, identity, targets).strongest())).isLessThan(.03 * meanImageError());
    }

    @Test
    void smashedDataThatDoNotDependOnTheInputGiveNoMoreThanTheMeanImage() {
        INDArray noise = InversionSample.noise(InversionSample.TARGETS, 6, 28, 28);
        assertThat(error(run(OPTIONS, client, noise))).isGreaterThan(.98 * meanImageError());
    }

    @Test
    void everyMistakeIsNamed() {
        assertThatThrownBy(() -> new ChannelMatchingOptions(List.of(), Capacity.SMALL, 0, 0, 0, 0, 0))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("matchings: is empty; list at least one of none, statistics.")
                .hasMessageContaining("epochs: is 0; it must be at least 1.")
                .hasMessageContaining("learning-rate: is 0.0;");
        assertThatThrownBy(() -> new ChannelMatchingOptions(
                        List.of(Matching.NONE, Matching.NONE), Capacity.SMALL, 1, 1, 0, 1, 1))
                .hasMessageContaining("matchings: is [none, none]; list each once.");
        assertThat(OPTIONS.onlyAt("none").matchings()).containsExactly(Matching.NONE);
        assertThatThrownBy(() -> OPTIONS.onlyAt("best"))
                .hasMessageContaining("(best); its strengths are [none, statistics].");
    }

    private ReconstructedInputs run(ChannelMatchingOptions options, Segment known, INDArray smashed) {
        InformedServerView view = new InformedServerView(
                InversionSample.observation(InversionSample.IMAGE, known.layers(), smashed, known), known::copy);
        AttackerKnowledge knowledge = new AttackerKnowledge(
                new AuxiliaryData(blobs("auxiliary", TARGETS), List.of()),
                new AuxiliaryData(blobs("validation", 60), List.of()));
        return new ChannelMatching(options).run(view, knowledge, Seed.of(1), AttackProgress.silent());
    }

    private double meanSquare(Candidate candidate) {
        return InversionSample.meanSquare(
                candidate.reconstructions().get(TargetSet.VICTIM_TEST).sub(targets));
    }
}
