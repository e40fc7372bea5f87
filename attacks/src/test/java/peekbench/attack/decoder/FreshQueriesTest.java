package peekbench.attack.decoder;

import static org.assertj.core.api.Assertions.assertThat;
import static peekbench.attack.inversion.InversionSample.bits;
import static peekbench.attack.inversion.InversionSample.found;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import peekbench.attack.inversion.InversionSample;
import peekbench.nn.array.Shape;
import peekbench.seed.Seed;
import peekbench.threat.attack.AttackProgress;
import peekbench.threat.attack.AttackerKnowledge;
import peekbench.threat.attack.ReconstructedInputs;
import peekbench.threat.observation.AuxiliaryData;
import peekbench.threat.view.QueryingServerView;

/** A decoder that asks once, and one that asks anew before every epoch, for rows of a table. */
class FreshQueriesTest {
    private static final Shape ROW = Shape.of(8);
    private static final int EPOCHS = 40;

    private final RandomGenerator generator = Seed.of(6).generator();
    private final AttackerKnowledge knowledge = new AttackerKnowledge(rows(64), rows(64));
    private final INDArray targets = rows(200).inputs();

    @Test
    void aClientWithoutRandomNumbersIsDecodedToTheSameBits() {
        INDArray once = found(run(UnaryOperator.identity(), false));
        assertThat(bits(found(run(UnaryOperator.identity(), true)))).isEqualTo(bits(once));
    }

    /** Noise that is drawn once is learned by heart, at the cost of what is new. */
    @Test
    void aDecoderThatSeesNoiseDrawnAnewDecodesBetter() {
        UnaryOperator<INDArray> noise = inputs -> inputs.add(normal(inputs.size(0)));
        double once = error(run(noise, false));
        assertThat(error(run(noise, true))).isLessThan(.97 * once);
    }

    @Test
    void answersAreAskedForAnewOnlyWhereTheyDiffer() {
        AtomicInteger asked = new AtomicInteger();
        run(inputs -> counted(inputs, asked), true);
        assertThat(asked.get()).isEqualTo(5); // targets, auxiliary, validation, and some of them twice
        assertThat(new DecoderOptions(List.of(Capacity.MEDIUM), 1, 1, 16, .1).freshQueries())
                .isTrue();
    }

    private static INDArray counted(INDArray inputs, AtomicInteger asked) {
        asked.incrementAndGet();
        return inputs;
    }

    private double error(ReconstructedInputs outcome) {
        return InversionSample.meanSquare(found(outcome).sub(targets));
    }

    private AuxiliaryData rows(int count) {
        return new AuxiliaryData(normal(count), List.of());
    }

    private INDArray normal(long count) {
        float[] numbers = new float[Math.toIntExact(count * ROW.length())];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = (float) generator.nextGaussian();
        }
        return Nd4j.create(numbers, ROW.withBatch(count), 'c');
    }

    private ReconstructedInputs run(UnaryOperator<INDArray> client, boolean fresh) {
        DecoderOptions options = new DecoderOptions(List.of(Capacity.MEDIUM), EPOCHS, EPOCHS, 0, 16, .02, fresh, 10);
        QueryingServerView view = new QueryingServerView(
                InversionSample.observation(ROW, List.of(), client.apply(targets), InversionSample.identity(ROW)),
                client);
        return new DecoderAttack(options).run(view, knowledge, Seed.of(1), AttackProgress.silent());
    }
}
