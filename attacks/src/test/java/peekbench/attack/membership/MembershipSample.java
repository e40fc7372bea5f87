package peekbench.attack.membership;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import peekbench.metric.RankedRecords;
import peekbench.metric.RocCurve;
import peekbench.nn.BatchTrainer;
import peekbench.nn.Optimizer;
import peekbench.nn.Rows;
import peekbench.nn.Segment;
import peekbench.nn.array.Precision;
import peekbench.nn.array.Shape;
import peekbench.nn.layer.Activation;
import peekbench.nn.layer.Dense;
import peekbench.nn.layer.NamedLayer;
import peekbench.nn.loss.LossFunction;
import peekbench.seed.Seed;
import peekbench.threat.attack.AttackerKnowledge;
import peekbench.threat.attack.MembershipScores;
import peekbench.threat.observation.AuxiliaryData;
import peekbench.threat.view.ModelHolderView;

/** Records whose class is mostly noise, so that a network can only learn them by heart, and a small network that does. */
final class MembershipSample {
    static final int CANDIDATES = 80;
    static final int AUXILIARY = 80;

    private static final int FEATURES = 12;
    private static final int CLASSES = 3;
    private static final AuxiliaryData RECORDS = records("candidates", CANDIDATES);
    private static final AuxiliaryData OWN = records("auxiliary", AUXILIARY);

    private MembershipSample() {}

    private static AuxiliaryData records(String name, int count) {
        RandomGenerator generator = Seed.of(19).child(name).generator();
        INDArray inputs = Nd4j.create(DataType.FLOAT, count, FEATURES);
        List<Integer> labels = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            for (int feature = 0; feature < FEATURES; feature++) {
                inputs.putScalar(i, feature, generator.nextGaussian());
            }
            labels.add(generator.nextInt(CLASSES));
        }
        return new AuxiliaryData(inputs, labels);
    }

    static AttackerKnowledge knowledge() {
        return new AttackerKnowledge(OWN, records("validation", 4));
    }

    /** Every other candidate; the attacks see no order in it. */
    static boolean[] members() {
        boolean[] members = new boolean[CANDIDATES];
        for (int i = 0; i < CANDIDATES; i += 2) {
            members[i] = true;
        }
        return members;
    }

    /** A holder of a network that was trained on the members for so many epochs; 0 is a network that saw nobody. */
    static ModelHolderView view(int epochs) {
        int[] members = new int[CANDIDATES / 2];
        for (int i = 0; i < members.length; i++) {
            members[i] = 2 * i;
        }
        UnaryOperator<INDArray> victim = train(RECORDS, members, epochs, Seed.of(2));
        return new ModelHolderView(
                Precision.FLOAT32,
                victim,
                RECORDS,
                CANDIDATES / 2,
                (auxiliary, candidates, seed) -> train(joined(), places(auxiliary, candidates), epochs, seed));
    }

    /** A view without labels, as of a regression. */
    static ModelHolderView withoutClasses() {
        return new ModelHolderView(
                Precision.FLOAT32,
                UnaryOperator.identity(),
                new AuxiliaryData(RECORDS.inputs(), List.of()),
                CANDIDATES / 2,
                (auxiliary, candidates, seed) -> UnaryOperator.identity());
    }

    private static AuxiliaryData joined() {
        List<Integer> labels = new ArrayList<>(OWN.labels());
        labels.addAll(RECORDS.labels());
        return new AuxiliaryData(Nd4j.concat(0, OWN.inputs(), RECORDS.inputs()), labels);
    }

    private static int[] places(int[] auxiliary, int... candidates) {
        int[] places = new int[auxiliary.length + candidates.length];
        System.arraycopy(auxiliary, 0, places, 0, auxiliary.length);
        for (int i = 0; i < candidates.length; i++) {
            places[auxiliary.length + i] = AUXILIARY + candidates[i];
        }
        return places;
    }

    private static UnaryOperator<INDArray> train(AuxiliaryData records, int[] places, int epochs, Seed seed) {
        Segment network = Segment.create(
                List.of(
                        new NamedLayer("fc1", new Dense(32)),
                        new NamedLayer("relu1", Activation.RELU),
                        new NamedLayer("fc2", new Dense(CLASSES))),
                Shape.of(FEATURES),
                Precision.FLOAT32,
                seed.child("weights"));
        BatchTrainer trainer = new BatchTrainer(network, Optimizer.Adam.of(.01), LossFunction.CROSS_ENTROPY);
        INDArray inputs = Rows.of(records.inputs(), places);
        INDArray targets = Nd4j.zeros(DataType.FLOAT, places.length, CLASSES);
        for (int i = 0; i < places.length; i++) {
            targets.putScalar(i, records.labels().get(places[i]), 1);
        }
        for (int epoch = 0; epoch < epochs; epoch++) {
            trainer.step(inputs, targets);
        }
        return network::predict;
    }

    static RocCurve curve(MembershipScores outcome) {
        return RankedRecords.of(
                        outcome.scores().stream()
                                .mapToDouble(Double::doubleValue)
                                .toArray(),
                        members())
                .curve();
    }
}
