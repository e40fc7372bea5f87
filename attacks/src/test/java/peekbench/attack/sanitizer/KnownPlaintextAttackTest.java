package peekbench.attack.sanitizer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.random.RandomGenerator;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;
import peekbench.problem.ConfigurationException;
import peekbench.seed.Seed;
import peekbench.threat.attack.Candidate;
import peekbench.threat.observation.TargetSet;

@Tag("slow")
class KnownPlaintextAttackTest {
    private static final double EXACT = 1e-9;

    private final Wires rows = Wires.ofRows();
    private final Wires images = Wires.ofImages();

    @Test
    void oneKnownRecordOfATableOpensEveryRecordOfEveryClientInCase1() {
        // Two clients draw the same vector each for itself, and the known record was sent by one of them.
        Candidate one = rows.attack(known(1), rows.case1(), rows.case1()).strongest();
        assertThat(one.strength()).isEqualTo("1");
        assertThat(one.parameters()).isEqualTo(Wires.ROW.length());
        for (TargetSet targets : TargetSet.values()) {
            assertThat(rows.worst(one, targets)).as(targets.label()).isLessThan(EXACT);
        }
    }

    @Test
    void saysInWordsWhatOneKnownRecordOpens() {
        assertThat(rows.attack(known(1), rows.case1()).findings())
                .containsExactly(
                        "1 known record gives the shared vector exactly, all 6 factors, and with it every record of"
                                + " every client after it.");
        assertThat(rows.attack(known(64), rows.case3()).findings())
                .containsExactly("64 known records give no factor of a shared vector, and so no record.");
        assertThat(images.attack(known(1, 64), images.case1()).findings())
                .hasSize(2)
                .satisfies(findings ->
                        assertThat(findings.get(0)).matches("1 known record gives \\d+ of the .*guessed\\."))
                .last(InstanceOfAssertFactories.STRING)
                .startsWith("64 known records give the shared vector exactly, all 144 factors");
    }

    @Test
    void pixelsThatAreZeroInTheKnownImagesStayAtTheMeanUntilMoreAreKnown() {
        List<Candidate> candidates =
                images.attack(known(1, 4, 64), images.case1()).candidates();
        int bright = images.own()
                .get(NDArrayIndex.interval(0, 1))
                .gt(0)
                .castTo(images.own().dataType())
                .sumNumber()
                .intValue();
        assertThat(bright).isBetween(10, Wires.IMAGE.length() - 10);
        assertThat(candidates.get(0).parameters()).isEqualTo(bright);
        assertThat(candidates.get(1).parameters()).isGreaterThan(bright);
        assertThat(candidates.get(2).parameters()).isEqualTo(Wires.IMAGE.length());
        assertThat(images.error(candidates.get(0))).isBetween(.01 * images.meanError(), images.meanError());
        assertThat(images.worst(candidates.get(2), TargetSet.VICTIM_TEST)).isLessThan(EXACT);
        Candidate strongest = images.attack(known(1, 4, 64), images.case1()).strongest();
        assertThat(images.worst(strongest, TargetSet.VICTIM_TEST)).isLessThan(EXACT);
    }

    @Test
    void whatSurvivesCase2IsExactAndWhatNeverDoesStaysAtTheMean() {
        Candidate many = images.attack(known(64), images.case2()).strongest();
        INDArray factors = images.factors();
        INDArray made = Wires.made(many, TargetSet.VICTIM_TEST);
        INDArray truth = images.victims(TargetSet.VICTIM_TEST);
        INDArray mean = images.own().mean(true, 0);
        int positive = 0;
        for (int pixel = 0; pixel < Wires.IMAGE.length(); pixel++) {
            positive += factors.getDouble(pixel) > 0 ? 1 : 0;
            INDArray expected = factors.getDouble(pixel) > 0 ? truth : mean;
            assertThat(made.getDouble(pixel)).isCloseTo(expected.getDouble(pixel), within(EXACT));
        }
        assertThat(many.parameters()).isEqualTo(positive);
        assertThat(images.error(many)).isBetween(.3 * images.meanError(), .7 * images.meanError());
    }

    @Test
    void inCase2OneRecordOfATableGivesTheFactorsOfItsOwnSurvivors() {
        INDArray sent = rows.case2().apply(rows.own().get(NDArrayIndex.interval(0, 1)));
        List<Candidate> candidates = rows.attack(known(1, 64), rows.case2()).candidates();
        assertThat(candidates.get(0).parameters())
                .isEqualTo(sent.gt(0).castTo(sent.dataType()).sumNumber().intValue());
        assertThat(candidates.get(1).parameters()).isEqualTo(Wires.ROW.length());
        assertThat(rows.error(candidates.get(1)))
                .as("an input that was zeroed is known to lie on one side of the threshold")
                .isLessThan(.5 * rows.meanError());
        INDArray arrived = rows.case2().apply(rows.victims(TargetSet.VICTIM_TEST));
        INDArray survived = arrived.gt(0).castTo(arrived.dataType());
        INDArray difference = Wires.made(candidates.get(1), TargetSet.VICTIM_TEST)
                .sub(rows.victims(TargetSet.VICTIM_TEST))
                .mul(survived);
        assertThat(difference.amaxNumber().doubleValue()).isLessThan(EXACT);
    }

    @Test
    void case3GivesNoMoreThanTheMean() {
        for (Wires wires : List.of(rows, images)) {
            List<Candidate> candidates =
                    wires.attack(known(1, 64), wires.case3()).candidates();
            assertThat(wires.error(candidates.get(0))).isGreaterThan(.98 * wires.meanError());
            assertThat(candidates.get(1).parameters()).isZero();
            assertThat(wires.error(candidates.get(1))).isCloseTo(wires.meanError(), within(EXACT));
        }
    }

    @Test
    void anIdentityClientIsReconstructedExactly() {
        assertThat(rows.worst(rows.attack(known(1), sent -> sent).strongest(), TargetSet.VICTIM_TEST))
                .isZero();
        assertThat(images.worst(images.attack(known(64), sent -> sent).strongest(), TargetSet.VICTIM_TEST))
                .isZero();
    }

    @Test
    void whatDoesNotDependOnTheInputGivesTheMean() {
        RandomGenerator noise = Seed.of(8).generator();
        Candidate candidate = rows.attack(
                        known(16),
                        inputs -> Nd4j.createFromArray(
                                        noise.doubles(inputs.length()).toArray())
                                .reshape('c', inputs.shape()))
                .strongest();
        assertThat(rows.error(candidate)).isCloseTo(rows.meanError(), within(EXACT));
    }

    @Test
    void dataOfAnotherShapeGiveTheMean() {
        Candidate candidate =
                rows.attack(known(1), inputs -> Nd4j.concat(1, inputs, inputs)).strongest();
        assertThat(candidate.parameters()).isZero();
        assertThat(rows.error(candidate)).isCloseTo(rows.meanError(), within(EXACT));
    }

    @Test
    void aSecondRunGivesTheSameBits() {
        INDArray first = Wires.made(images.attack(known(4), images.case2()).strongest(), TargetSet.VICTIM_TRAIN);
        INDArray second = Wires.made(images.attack(known(4), images.case2()).strongest(), TargetSet.VICTIM_TRAIN);
        assertThat(Wires.bits(second)).isEqualTo(Wires.bits(first));
    }

    @Test
    void mistakesAreNamed() {
        assertThatThrownBy(() -> known(0, 4, 2, 2))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("known-records[0]: is 0; it must be at least 1.")
                .hasMessageContaining("known-records: is [0, 4, 2, 2]; list each number once, the smallest first.");
        assertThatThrownBy(() -> known()).hasMessageContaining("known-records: is empty; list at least one number");
        assertThatThrownBy(() -> rows.attack(known(401), rows.case1()))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("data.attacker-auxiliary: is 400; it must be at least 401.");
        assertThat(known(1, 4).onlyAt("4")).isEqualTo(known(4));
        assertThatThrownBy(() -> known(1, 4).onlyAt("2"))
                .hasMessageContaining("(2)")
                .hasMessageContaining("[1, 4]");
    }

    private static KnownPlaintextOptions known(Integer... counts) {
        return new KnownPlaintextOptions(List.of(counts));
    }
}
