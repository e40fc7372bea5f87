package peekbench.attack.sanitizer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import peekbench.problem.ConfigurationException;
import peekbench.seed.Seed;
import peekbench.threat.attack.Candidate;
import peekbench.threat.observation.TargetSet;

@Tag("slow")
class DifferentialAttackTest {
    private static final DifferentialOptions OPTIONS = new DifferentialOptions();

    private final Wires rows = Wires.ofRows();
    private final Wires images = Wires.ofImages();

    @Test
    void case1IsOpenedUpToTheSamplingErrorOfMoments() {
        for (Wires wires : List.of(rows, images)) {
            Candidate candidate = wires.attack(OPTIONS, wires.case1()).strongest();
            assertThat(wires.error(candidate)).isLessThan(.05 * wires.meanError());
            assertThat(candidate.validationLoss())
                    .as("the rehearsal foretells it")
                    .isBetween(.1 * wires.error(candidate), 10 * wires.error(candidate));
        }
    }

    @Test
    void case2IsOpenedWhereProductsSurvive() {
        Candidate ofImages = images.attack(OPTIONS, images.case2()).strongest();
        assertThat(images.error(ofImages)).isBetween(.3 * images.meanError(), .7 * images.meanError());
        Candidate ofRows = rows.attack(OPTIONS, rows.case2()).strongest();
        assertThat(rows.error(ofRows)).isLessThan(.6 * rows.meanError());
    }

    @Test
    void case3GivesNoMoreThanTheMean() {
        assertThat(rows.error(rows.attack(OPTIONS, rows.case3()).strongest())).isGreaterThan(.98 * rows.meanError());
        assertThat(images.error(images.attack(OPTIONS, images.case3()).strongest()))
                .isGreaterThan(.98 * images.meanError());
    }

    @Test
    void anIdentityClientIsReconstructedAlmostPerfectly() {
        assertThat(images.error(images.attack(OPTIONS, sent -> sent).strongest()))
                .isLessThan(.05 * images.meanError());
        assertThat(rows.error(rows.attack(OPTIONS, sent -> sent).strongest())).isLessThan(.05 * rows.meanError());
    }

    @Test
    void whatDoesNotDependOnTheInputGivesNoMoreThanTheMean() {
        RandomGenerator noise = Seed.of(8).generator();
        Candidate candidate = rows.attack(
                        OPTIONS,
                        inputs -> Nd4j.createFromArray(noise.doubles(inputs.length())
                                        .map(value -> value - .5)
                                        .toArray())
                                .reshape('c', inputs.shape()))
                .strongest();
        assertThat(rows.error(candidate)).isGreaterThan(.98 * rows.meanError());
    }

    @Test
    void dataOfAnotherShapeOrWithoutAnyNumberGiveTheMean() {
        Candidate wide =
                rows.attack(OPTIONS, inputs -> Nd4j.concat(1, inputs, inputs)).strongest();
        assertThat(rows.error(wide)).isCloseTo(rows.meanError(), within(1e-9));
        Candidate silent = images.attack(OPTIONS, inputs -> inputs.mul(0)).strongest();
        assertThat(silent.parameters()).isZero();
        assertThat(images.error(silent)).isCloseTo(images.meanError(), within(1e-9));
    }

    @Test
    void theSameSeedGivesTheSameBits() {
        INDArray first = Wires.made(rows.attack(OPTIONS, rows.case2()).strongest(), TargetSet.VICTIM_TEST);
        INDArray second = Wires.made(rows.attack(OPTIONS, rows.case2()).strongest(), TargetSet.VICTIM_TEST);
        assertThat(Wires.bits(second)).isEqualTo(Wires.bits(first));
    }

    @Test
    void mistakesAreNamed() {
        assertThatThrownBy(() -> new DifferentialOptions(-1))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("restarts: is -1; it must be at least 0.");
        assertThat(OPTIONS.onlyAt("statistics")).isEqualTo(OPTIONS);
        assertThatThrownBy(() -> OPTIONS.onlyAt("small")).hasMessageContaining("(small)");
    }
}
