package example;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import peekbench.nn.array.Precision;
import peekbench.nn.array.Shape;
import peekbench.problem.ConfigurationException;
import peekbench.seed.Seed;
import peekbench.threat.attack.Attack;
import peekbench.threat.attack.AttackProgress;
import peekbench.threat.attack.AttackerKnowledge;
import peekbench.threat.attack.ReconstructedInputs;
import peekbench.threat.observation.AuxiliaryData;
import peekbench.threat.observation.SmashedObservation;
import peekbench.threat.observation.TargetSet;
import peekbench.threat.view.QueryingServerView;

class NearestNeighbourTest {
    private static final INDArray OWN = Nd4j.createFromArray(new float[][] {{0, 0}, {1, 1}, {0, 1}});

    private static INDArray attack(
            int neighbours, INDArray smashed, java.util.function.UnaryOperator<INDArray> client) {
        SmashedObservation observation = new SmashedObservation(
                Precision.FLOAT32, Shape.of(2), List.of(), Shape.of(2), Map.of(TargetSet.VICTIM_TEST, smashed), () -> {
                    throw new AssertionError("This attack needs no server's layers");
                });
        AuxiliaryData own = new AuxiliaryData(OWN, List.of());
        @SuppressWarnings("unchecked")
        Attack<QueryingServerView, ReconstructedInputs> attack =
                (Attack<QueryingServerView, ReconstructedInputs>) new NearestNeighbour(neighbours).create();
        ReconstructedInputs found = attack.run(
                new QueryingServerView(observation, client),
                new AttackerKnowledge(own, own),
                Seed.of(1),
                AttackProgress.silent());
        return found.strongest().reconstructions().get(TargetSet.VICTIM_TEST);
    }

    // region self-test
    @Test
    void anIdentityClientGivesTheNearestOwnRecord() {
        INDArray records = Nd4j.createFromArray(new float[][] {{.9f, .9f}, {.1f, .8f}});

        assertThat(attack(1, records, x -> x)).isEqualTo(Nd4j.createFromArray(new float[][] {{1, 1}, {0, 1}}));
    }

    @Test
    void smashedDataThatTellNothingGiveTheMeanOfAllOwnRecords() {
        INDArray nothing = Nd4j.zeros(DataType.FLOAT, 2, 2);

        assertThat(attack(3, nothing, x -> x.mul(0)).getRow(0)).isEqualTo(OWN.mean(0));
    }
    // endregion

    @Test
    void noNeighboursIsAMistake() {
        assertThatThrownBy(() -> new NearestNeighbour(0))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("neighbours: is 0; it must be at least 1.");
    }
}
