package peekbench.protocol.weights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static peekbench.protocol.TrainingFixture.PLAIN;
import static peekbench.protocol.TrainingFixture.bits;
import static peekbench.protocol.TrainingFixture.parameters;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import peekbench.channel.ModelState;
import peekbench.protocol.TrainingFixture;
import peekbench.protocol.schedule.BatchSchedule;
import peekbench.protocol.schedule.ClientOrder;
import peekbench.protocol.schedule.Participation;
import peekbench.protocol.split.OnlineSplit;
import peekbench.protocol.split.VanillaSplit;
import peekbench.seed.Seed;
import peekbench.training.EpochReport;
import peekbench.training.TrainedNetwork;

class WeightExchangeTest {
    private static final INDArray NUMBERS = Nd4j.createFromArray(1.5f, -2f, 3f);
    private static final ModelState STATE =
            new ModelState(NUMBERS, ModelState.none(DataType.FLOAT), 7, List.of(NUMBERS.neg()));

    @Test
    void whoHasTheKeyReadsTheWeights() {
        ModelState read = new WeightsCipher(Seed.of(1)).open(new WeightsCipher(Seed.of(1)).seal(STATE, "w"), "w");
        assertThat(bits(read.parameters())).isEqualTo(bits(NUMBERS));
        assertThat(bits(read.optimizerVectors().get(0))).isEqualTo(bits(NUMBERS.neg()));
        assertThat(read.optimizerSteps()).isEqualTo(7);
    }

    @Test
    void theSameWeightsNeverLookTheSame() {
        WeightsCipher cipher = new WeightsCipher(Seed.of(1));
        assertThat(bits(cipher.seal(STATE, "w"))).isNotEqualTo(bits(cipher.seal(STATE, "w")));
    }

    @Test
    void anotherKeyAnotherPlaceOrAChangedByteDoNotOpen() {
        WeightsCipher cipher = new WeightsCipher(Seed.of(1));
        INDArray sealed = cipher.seal(STATE, "update 3");
        String refusal = "(update 3) do not open: they were changed on their way";
        assertThatThrownBy(() -> new WeightsCipher(Seed.of(2)).open(sealed, "update 3"))
                .hasMessageContaining(refusal);
        assertThatThrownBy(() -> cipher.open(sealed, "update 4")).hasMessageContaining("(update 4) do not open");
        sealed.putScalar(20, sealed.getInt(20) ^ 1);
        assertThatThrownBy(() -> cipher.open(sealed, "update 3")).hasMessageContaining(refusal);
    }

    @Test
    void joinedStatesComeApartAgain() {
        INDArray other = Nd4j.createFromArray(9f);
        ModelState both = ModelState.joined(
                List.of(STATE, new ModelState(other, ModelState.none(DataType.FLOAT), 7, List.of(other))));
        assertThat(bits(both.first(3, 0).parameters())).isEqualTo(bits(NUMBERS));
        assertThat(bits(both.rest(3, 0).optimizerVectors().get(0))).isEqualTo(bits(other));
    }

    /** Updates are added as rounded, so the last bits differ from weights that are handed on; 1e-6 is a few of them. */
    @Test
    void onlineLearningIsSplitLearningToTheLastBits() {
        TrainingFixture training = TrainingFixture.of(PLAIN, 1);
        INDArray online = parameters(
                training.train(new OnlineSplit(3, ClientOrder.ROUND_ROBIN_BY_BATCH, 0, 1, Participation.ALL)));
        INDArray handedOn = parameters(
                training.train(new VanillaSplit(3, ClientOrder.ROUND_ROBIN_BY_BATCH, HandOver.WEIGHTS_ONLY)));
        assertThat(online.sub(handedOn).amaxNumber().doubleValue()).isLessThan(1e-6);
        assertThat(training.outputBits(
                        training.train(new OnlineSplit(3, ClientOrder.ROUND_ROBIN_BY_BATCH, 0, 1, Participation.ALL))))
                .isEqualTo(training.outputBits(
                        training.train(new OnlineSplit(3, ClientOrder.ROUND_ROBIN_BY_BATCH, 0, 1, Participation.ALL))));
    }

    /** The late client's first turn is the last of epoch 2, so it has just rebuilt what two others trained. */
    @Test
    void aClientThatJoinsLateRebuildsTheWeights() {
        TrainingFixture training = TrainingFixture.of(PLAIN, 2);
        List<EpochReport> reports = new ArrayList<>();
        OnlineSplit late = new OnlineSplit(3, ClientOrder.ROUND_ROBIN_BY_EPOCH, 1, 2, Participation.ALL);
        training.train(late, reports);
        assertThat(reports.get(0).traffic().bytesBetweenClients())
                .isLessThan(reports.get(1).traffic().bytesBetweenClients());
        BatchSchedule schedule = training.schedule(3, ClientOrder.ROUND_ROBIN_BY_EPOCH);
        TrainedNetwork whole = training.centralized(epoch -> schedule.inOrder(epoch)
                .subList(
                        0,
                        schedule.inOrder(epoch).size()
                                - (epoch == 1 ? schedule.clients().get(2).count(1) : 0)));
        INDArray rebuilt = parameters(training.train(late));
        assertThat(rebuilt.sub(parameters(whole)).amaxNumber().doubleValue()).isLessThan(1e-6);
    }
}
