package peekbench.protocol.adasplit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static peekbench.protocol.TrainingFixture.DATASET;
import static peekbench.protocol.TrainingFixture.PLAIN;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;
import peekbench.data.IndexSets;
import peekbench.nn.Segment;
import peekbench.protocol.TrainingFixture;
import peekbench.protocol.engine.Learner;
import peekbench.protocol.engine.NetworkTest;
import peekbench.protocol.party.TestedClient;
import peekbench.protocol.schedule.Participation;
import peekbench.training.TrainingSetup;

/** Tests where classes are as frequent as among some records. */
class OwnClassesTest {
    private static final TrainingSetup SETUP = TrainingFixture.of(PLAIN, 1).setup();
    private static final Segment NETWORK = SETUP.wholeSegment();
    private static final int[] TESTED = SETUP.indexSets().of(IndexSets.Part.VICTIM_TEST);

    private static double accuracy(int label) {
        int[] own = ofClass(label);
        int[] predicted = NETWORK.predict(DATASET.inputs(own, SETUP.precision()))
                .argMax(1)
                .toIntVector();
        return Arrays.stream(predicted).filter(found -> found == label).count() / (double) own.length;
    }

    private static int[] ofClass(int label) {
        return Arrays.stream(TESTED)
                .filter(record -> DATASET.label(record) == label)
                .toArray();
    }

    private static NetworkTest.TestMetrics testMetrics(int... like) {
        return NetworkTest.of(SETUP).ofClassesLike(like, NETWORK::predict);
    }

    /** Three records of one class and one of another weigh these classes three to one. */
    @Test
    void weighsClassesByTheirShares() {
        INDArray all = NETWORK.predict(DATASET.inputs(TESTED, SETUP.precision()));
        int often = all.argMax(1).toIntVector()[0];
        int seldom = (often + 1) % 10;
        int many = ofClass(often)[0];
        int one = ofClass(seldom)[0];
        double expected = .75 * accuracy(often) + .25 * accuracy(seldom);
        assertThat(testMetrics(many, many, one, many).accuracy()).isCloseTo(expected, within(1e-12));
        double loss = .75 * testMetrics(many).loss() + .25 * testMetrics(one).loss();
        assertThat(testMetrics(many, many, one, many).loss()).isCloseTo(loss, within(1e-12));
    }

    /** Losses of single examples are summed in another order. */
    @Test
    void thoseOfTheTestRecordsAreTheUsualMarks() {
        NetworkTest.TestMetrics usual = NetworkTest.of(SETUP).of(NETWORK::predict);
        assertThat(testMetrics(TESTED).accuracy()).isCloseTo(usual.accuracy(), within(1e-12));
        assertThat(testMetrics(TESTED).loss()).isCloseTo(usual.loss(), within(1e-6));
    }

    @Test
    void clientsAreTestedOnTheirOwnClasses() {
        TrainingSetup setup =
                TrainingFixture.of(PLAIN, 1).records(32).batchSize(8).setup();
        AdaSplit options = new AdaSplit(
                2,
                new AdaSplit.Choice(1, .5, .87),
                new AdaSplit.ClientLoss(.07, 8, AdaSplit.Reduction.MEAN),
                AdaSplit.Masks.PUBLISHED,
                TestedClient.EACH_ON_OWN_CLASSES,
                Participation.ALL);
        AdaSplitProtocol.Training training = new AdaSplitProtocol(options).begin(setup);
        training.run().train(1);
        NetworkTest test = NetworkTest.of(setup);
        double mean = IntStream.range(0, 2)
                .mapToDouble(client -> {
                    Learner front = training.run().learners().get(3 + 2 * client);
                    return test.ofClassesLike(
                                    setup.clientRecords(2).get(client),
                                    x -> training.server().segment(client).predict(front.predict(x)))
                            .loss();
                })
                .average()
                .orElseThrow();
        assertThat(training.run().testMetrics(test).loss()).isCloseTo(mean, within(1e-6));
    }
}
