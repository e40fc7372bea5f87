package peekbench.defense;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import peekbench.defense.compression.Bottleneck;
import peekbench.defense.compression.DropoutOnSmashed;
import peekbench.defense.compression.L1Penalty;
import peekbench.defense.compression.Quantization;
import peekbench.defense.compression.QuantizationRange;
import peekbench.defense.compression.TopK;
import peekbench.defense.hijacking.SplitGuard;
import peekbench.defense.label.Marvell;
import peekbench.defense.label.MaxNorm;
import peekbench.defense.learned.AdversarialDecoder;
import peekbench.defense.learned.LearnedNoise;
import peekbench.defense.noise.GaussianNoise;
import peekbench.defense.noise.GaussianStrength;
import peekbench.defense.noise.LaplaceNoise;
import peekbench.defense.noise.LaplaceStrength;
import peekbench.defense.nopeek.NoPeek;
import peekbench.defense.permutation.ChannelPermutation;
import peekbench.defense.privacy.DpSgd;
import peekbench.defense.sanitizer.Factors;
import peekbench.defense.sanitizer.Granularity;
import peekbench.defense.sanitizer.LocalLayer;
import peekbench.defense.sanitizer.RandomVector;
import peekbench.defense.sanitizer.RandomVectorRelu;
import peekbench.defense.update.ClipAndNoise;
import peekbench.defense.update.SecureAggregation;
import peekbench.registry.Registry;
import peekbench.threat.defense.DefenseOptions;
import peekbench.threat.defense.DefenseProvider;

/** A defense at strength zero leaves every bit of a vanilla split training as it is without one. */
@Tag("slow")
class StrengthZeroTest {
    /**
     * The local layer and secure aggregation have no such strength; the other has one for inputs that are never negative:
     * RandomVectorTest.
     */
    private static final Set<Class<?>> WITHOUT =
            Set.of(LocalLayer.class, RandomVectorRelu.class, SecureAggregation.class);

    private static final byte[] NONE = SmallTraining.bits();

    static Stream<DefenseOptions> atZero() {
        return Stream.of(
                new NoPeek(NoPeek.Form.ADDED, 0),
                new NoPeek(NoPeek.Form.CONVEX, 0),
                new RandomVector(new Factors.Uniform(1, 1), Granularity.ELEMENT),
                new GaussianNoise(new GaussianStrength.Scale(0)),
                new LaplaceNoise(new LaplaceStrength.Scale(0)),
                new DropoutOnSmashed(0),
                new Quantization(32, new QuantizationRange.Batch()),
                new TopK(16),
                new L1Penalty(0),
                new Bottleneck(16),
                new LearnedNoise(0),
                new AdversarialDecoder(0),
                new MaxNorm(0),
                new Marvell(0),
                new ClipAndNoise(1e9, 0),
                new DpSgd(1e9, 0, 1e-5),
                new SplitGuard(0, 1, 20, 5, 2, 10, .9),
                new ChannelPermutation(0, false));
    }

    @Test
    void everyDefenseIsInTheTableOrHasNoSuchStrength() {
        List<Class<?>> registered = Registry.builtIn(DefenseProvider.KIND).entries().stream()
                .<Class<?>>map(entry -> entry.provider().options())
                .filter(options -> !WITHOUT.contains(options))
                .toList();
        assertThat(atZero().<Class<?>>map(Object::getClass).distinct())
                .as("a new defense belongs in the table above, or among those without strength zero")
                .containsExactlyInAnyOrderElementsOf(registered);
    }

    @ParameterizedTest
    @MethodSource("atZero")
    void leavesEveryBitAsItIs(DefenseOptions defense) {
        assertThat(SmallTraining.bits(defense)).isEqualTo(NONE);
    }
}
