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
import peekbench.threat.attack.ReconstructedInputs;
import peekbench.threat.observation.TargetSet;

@Tag("slow")
class LeakedVectorAttackTest {
    private static final double EXACT = 1e-9;
    private static final LeakedVectorOptions OPTIONS = new LeakedVectorOptions(16);

    private final Wires rows = Wires.ofRows();
    private final Wires images = Wires.ofImages();

    @Test
    void aClientOpensEveryRecordOfAllOthersInCase1() {
        for (Wires wires : List.of(rows, images)) {
            ReconstructedInputs outcome = wires.attackByPeer(OPTIONS, wires.case1(), wires.case1());
            for (TargetSet targets : TargetSet.values()) {
                assertThat(wires.worst(outcome.strongest(), targets)).isLessThan(EXACT);
            }
            assertThat(outcome.findings())
                    .containsExactly("The vector that a client multiplies by itself, all clients having the same, gives"
                            + " every record of every other client, none of which it knew.");
            assertThat(outcome.strongest().validationLoss()).isLessThan(EXACT);
        }
    }

    @Test
    void inCase2ItOpensWhatWasNotZeroed() {
        ReconstructedInputs outcome = images.attackByPeer(OPTIONS, images.case2(), images.case2());
        INDArray factors = images.factors();
        INDArray made = Wires.made(outcome.strongest(), TargetSet.VICTIM_TEST);
        INDArray truth = images.victims(TargetSet.VICTIM_TEST);
        assertThat(outcome.strongest().parameters()).isEqualTo(Wires.IMAGE.length());
        for (int pixel = 0; pixel < Wires.IMAGE.length(); pixel++) {
            if (factors.getDouble(pixel) > 0 && truth.getDouble(pixel) > 0) {
                assertThat(made.getDouble(pixel)).isCloseTo(truth.getDouble(pixel), within(EXACT));
            }
        }
        assertThat(images.error(outcome.strongest())).isBetween(.3 * images.meanError(), .7 * images.meanError());
        assertThat(outcome.findings()).singleElement().asString().contains("% of the numbers of every record");
    }

    @Test
    void aLayerOfItsOwnOpensNothing() {
        Candidate candidate =
                images.attackByPeer(OPTIONS, images.case3(), images.case3()).strongest();
        assertThat(candidate.parameters()).isZero();
        assertThat(images.error(candidate)).isCloseTo(images.meanError(), within(EXACT));
        assertThat(images.attackByPeer(OPTIONS, images.case3(), images.case3()).findings())
                .singleElement()
                .asString()
                .contains("opens no record of the others");
    }

    @Test
    void whatOthersSendAsItIsIsReadExactly() {
        assertThat(rows.worst(
                        rows.attackByPeer(OPTIONS, sent -> sent, sent -> sent).strongest(), TargetSet.VICTIM_TEST))
                .isZero();
    }

    @Test
    void whatDoesNotDependOnTheInputGivesTheMean() {
        RandomGenerator noise = Seed.of(8).generator();
        Candidate candidate = rows.attackByPeer(
                        OPTIONS,
                        inputs -> Nd4j.createFromArray(
                                        noise.doubles(inputs.length()).toArray())
                                .reshape('c', inputs.shape()),
                        rows.case1())
                .strongest();
        assertThat(rows.error(candidate)).isCloseTo(rows.meanError(), within(EXACT));
    }

    @Test
    void dataOfAnotherShapeGiveTheMean() {
        ReconstructedInputs outcome =
                rows.attackByPeer(OPTIONS, rows.case1(), inputs -> Nd4j.concat(1, inputs, inputs));
        assertThat(outcome.findings())
                .containsExactly("Layers stand behind the sanitizer, which dividing by a vector does not undo.");
        Candidate candidate = outcome.strongest();
        assertThat(candidate.parameters()).isZero();
        assertThat(rows.error(candidate)).isCloseTo(rows.meanError(), within(EXACT));
    }

    @Test
    void mistakesAreNamed() {
        assertThatThrownBy(() -> new LeakedVectorOptions(0))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("own-records: is 0; it must be at least 1.");
        assertThatThrownBy(() -> rows.attackByPeer(new LeakedVectorOptions(401), rows.case1(), rows.case1()))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("data.attacker-auxiliary: is 400; it must be at least 401.");
    }
}
