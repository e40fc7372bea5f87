package peekbench.protocol.ensemble;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static peekbench.protocol.TrainingFixture.DATASET;
import static peekbench.protocol.TrainingFixture.MOMENTUM;
import static peekbench.protocol.TrainingFixture.bits;
import static peekbench.protocol.TrainingFixture.parameters;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;
import peekbench.channel.Message;
import peekbench.channel.Tap;
import peekbench.data.IndexSets;
import peekbench.nn.Rows;
import peekbench.nn.array.Precision;
import peekbench.problem.ConfigurationException;
import peekbench.protocol.TrainingFixture;
import peekbench.protocol.party.ClientTurns;
import peekbench.protocol.party.SplitNetwork;
import peekbench.protocol.party.SplitRun;
import peekbench.protocol.party.TestedClient;
import peekbench.protocol.schedule.ClientOrder;
import peekbench.protocol.schedule.Participation;
import peekbench.protocol.split.VanillaSplit;
import peekbench.protocol.weights.HandOver;
import peekbench.protocol.weights.WeightsTransfer;
import peekbench.training.EpochReport;
import peekbench.training.TrainedNetwork;
import peekbench.training.TrainingObserver;
import peekbench.training.TrainingSetup;

@Tag("slow")
class StudentTrainingTest {
    private static final int PUBLIC = 320;
    private static final TrainingFixture TRAINING = TrainingFixture.of(MOMENTUM, 2);

    private static StudentTraining student(int epochs) {
        return new StudentTraining(
                new VanillaSplit(3, ClientOrder.ROUND_ROBIN_BY_BATCH, HandOver.WITH_OPTIMIZER_STATE), epochs, 2);
    }

    private static TrainingSetup setup(int publicRecords) {
        return setup(96, publicRecords);
    }

    private static TrainingSetup setup(int victims, int publicRecords) {
        TrainingSetup plain = TRAINING.setup();
        IndexSets sets = IndexSets.draw(DATASET, new IndexSets.Sizes(victims, 200, publicRecords, 0), plain.seed());
        return new TrainingSetup(
                plain.architecture(),
                plain.cut(),
                DATASET,
                sets,
                plain.partition(),
                plain.training(),
                plain.defenses(),
                plain.precision(),
                plain.seed());
    }

    private static StudentRun studentOf(StudentTraining options, TrainingSetup setup, SplitNetwork teacher) {
        TrainingSetup own = new StudentTrainingProtocol(options).ofStudent(setup);
        return new StudentRun(own, options.temperature(), teacher);
    }

    private static SplitRun taught(StudentTraining options, TrainingSetup setup) {
        SplitRun run = new StudentTrainingProtocol(options).teaching(setup);
        run.train(1);
        run.train(2);
        return run;
    }

    @Test
    void theStudentAgreesWithTheTeacherMoreOftenThanAnUntrainedOne() {
        TrainingSetup setup = setup(480, PUBLIC);
        SplitNetwork teacher = taught(student(8), setup).network();
        StudentRun untrained = studentOf(student(8), setup, teacher);
        TrainedNetwork trained = student(8).create().train(setup, TrainingObserver.silent());
        INDArray inputs = DATASET.inputs(setup.indexSets().of(IndexSets.Part.VICTIM_TEST), Precision.FLOAT32);
        double before = agreement(teacher, untrained.network(), inputs);
        double after = agreement(teacher, trained, inputs);
        assertThat(before).isLessThan(.4);
        assertThat(after).isGreaterThan(before + .3);
    }

    private static double agreement(TrainedNetwork one, TrainedNetwork other, INDArray inputs) {
        int[] first = one.predict(inputs).argMax(1).toIntVector();
        int[] second = other.predict(inputs).argMax(1).toIntVector();
        return IntStream.range(0, first.length)
                .mapToDouble(i -> first[i] == second[i] ? 1 : 0)
                .average()
                .orElseThrow();
    }

    @Test
    void sameSeedGivesTheSameBits() {
        TrainedNetwork one = student(1).create().train(setup(64), TrainingObserver.silent());
        TrainedNetwork again = student(1).create().train(setup(64), TrainingObserver.silent());
        assertThat(bits(parameters(one))).isEqualTo(bits(parameters(again)));
        assertThat(bits(parameters(one)))
                .isNotEqualTo(bits(parameters(taught(student(1), setup(64)).network())));
    }

    @Test
    void theStudentsEpochsFollowAndAreMetered() {
        TrainingSetup setup = setup(40);
        List<EpochReport> reports = new ArrayList<>();
        student(2).create().train(setup, reports::add);
        assertThat(reports).extracting(EpochReport::epoch).containsExactly(1, 2, 3, 4);
        assertThat(student(2).epochs(setup.training())).isEqualTo(4);
        EpochReport taught = reports.get(2);
        int header = 1 + 4 + 2;
        long batches = 3;
        assertThat(taught.traffic().messages()).isEqualTo(2 * batches);
        assertThat(taught.traffic().bytesToServer()).isGreaterThan(40L * 6 * 14 * 14 * 4);
        assertThat(taught.traffic().bytesToClients()).isBetween(40L * 10 * 4, 40L * 10 * 4 + batches * 4 * header);
        long front = setup.frontSegment().forwardFlops();
        assertThat(taught.flops().clients()).isEqualTo(40 * front);
        assertThat(taught.flops().server())
                .isEqualTo(40
                        * (setup.backSegment().forwardFlops()
                                + setup.wholeSegment().forwardFlops()
                                + setup.wholeSegment().backwardFlops(false)));
        assertThat(reports.get(3).trainLoss()).isLessThan(taught.trainLoss());
    }

    /** A tap on the channel hears every input that the student's training has encoded; each is a public record. */
    @Test
    void privateRecordsAreNeverRead() {
        TrainingSetup setup = setup(40);
        SplitNetwork teacher = taught(student(1), setup).network();
        List<ByteBuffer> encoded = new ArrayList<>();
        List<Integer> arrived = new ArrayList<>();
        Tap tap = envelope -> {
            if (envelope.message() instanceof Message.Predict predict) {
                encoded.addAll(examples(predict.inputs()));
            } else if (envelope.message() instanceof Message.InferenceData data) {
                arrived.add((int) data.smashed().size(0));
            } else {
                assertThat(envelope.message()).isInstanceOf(Message.Prediction.class);
            }
        };
        teacher.channel().tap(tap);
        studentOf(student(1), setup, teacher).train(1);
        int[] open = setup.indexSets().of(IndexSets.Part.ATTACKER_AUXILIARY);
        int[] own = setup.indexSets().of(IndexSets.Part.VICTIM_TRAIN);
        Set<ByteBuffer> publicExamples = new HashSet<>(examples(DATASET.inputs(open, Precision.FLOAT32)));
        assertThat(encoded).hasSize(40);
        assertThat(new HashSet<>(encoded)).isEqualTo(publicExamples);
        assertThat(encoded).doesNotContainAnyElementsOf(examples(DATASET.inputs(own, Precision.FLOAT32)));
        assertThat(arrived).containsExactly(16, 16, 8);
    }

    private static List<ByteBuffer> examples(INDArray inputs) {
        return IntStream.range(0, (int) inputs.size(0))
                .mapToObj(example -> ByteBuffer.wrap(bits(Rows.of(inputs, example))))
                .toList();
    }

    @Test
    void missingPublicRecordsAndImpossibleOptionsAreNamed() {
        assertThatThrownBy(() -> student(1).create().train(setup(0), TrainingObserver.silent()))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("data.attacker-auxiliary: is 0");
        VanillaSplit each = new VanillaSplit(new ClientTurns(
                2,
                ClientOrder.ROUND_ROBIN_BY_BATCH,
                HandOver.WEIGHTS_ONLY,
                WeightsTransfer.NONE,
                TestedClient.EACH,
                Participation.ALL));
        assertThatThrownBy(() -> new StudentTraining(each, 0, 0))
                .hasMessageContaining("tested: is each, but a student has one teacher")
                .hasMessageContaining("student-epochs: is 0")
                .hasMessageContaining("temperature: is 0.0");
        assertThat(Arrays.asList(
                        student(1).create().takesPublicRecords(), student(1).label()))
                .containsExactly(true, "student of vanilla split, 3 clients, T = 2.0");
    }
}
