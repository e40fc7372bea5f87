package peekbench.defense;

import java.util.List;
import java.util.stream.IntStream;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import peekbench.data.Dataset;
import peekbench.data.IndexSets;
import peekbench.data.Partition;
import peekbench.data.catalogue.DataCatalogue;
import peekbench.nn.CutArchitecture;
import peekbench.nn.Optimizer;
import peekbench.nn.array.Precision;
import peekbench.nn.model.LipidNetwork;
import peekbench.protocol.schedule.ClientOrder;
import peekbench.protocol.split.VanillaSplit;
import peekbench.protocol.weights.HandOver;
import peekbench.seed.Seed;
import peekbench.threat.defense.DefenseContext;
import peekbench.threat.defense.DefenseHooks;
import peekbench.threat.defense.DefenseOptions;
import peekbench.training.ProtocolOptions;
import peekbench.training.TrainedNetwork;
import peekbench.training.TrainingOptions;
import peekbench.training.TrainingSetup;

/** Trainings and single hooks that take milliseconds, for tests of defenses. */
public final class SmallTraining {
    private static final Dataset TABLE = DataCatalogue.embedded("lipids");

    private SmallTraining() {}

    /** The bits of weights and test outputs after vanilla split training of two clients on the embedded table. */
    public static byte[] bits(DefenseOptions... arm) {
        return bits(new VanillaSplit(2, ClientOrder.ROUND_ROBIN_BY_BATCH, HandOver.WITH_OPTIMIZER_STATE), arm);
    }

    /** {@link #bits(DefenseOptions...)} of another protocol. */
    public static byte[] bits(ProtocolOptions protocol, DefenseOptions... arm) {
        return bits(train(protocol, arm));
    }

    /** What a protocol makes of two epochs. */
    public static TrainedNetwork train(ProtocolOptions protocol, DefenseOptions... arm) {
        return protocol.create().train(setup(TABLE, 1, arm), report -> {});
    }

    /** Weights and outputs on some records. */
    static byte[] bits(TrainedNetwork network) {
        int[] records = IntStream.range(200, 230).toArray();
        return bits(Nd4j.concat(
                0,
                network.client().parameters(),
                network.server().parameters(),
                network.predict(TABLE.inputs(records, Precision.FLOAT32)).reshape(-1)));
    }

    /** Two epochs of batches of 16 out of 64 records. */
    public static TrainingSetup setup(Dataset dataset, int outputs, DefenseOptions... arm) {
        return setup(dataset, outputs, List.of(16), arm);
    }

    /** The same of a network with layers of these many units, on the table, split behind the first. */
    public static TrainingSetup setup(List<Integer> hidden, DefenseOptions... arm) {
        return setup(TABLE, 1, hidden, arm);
    }

    private static TrainingSetup setup(Dataset dataset, int outputs, List<Integer> hidden, DefenseOptions... arm) {
        Seed seed = Seed.of(11);
        CutArchitecture plain =
                new CutArchitecture(new LipidNetwork(hidden).architecture(dataset.exampleShape(), outputs), "relu1");
        CutArchitecture network = DefenseOptions.reshape(plain, List.of(arm));
        return new TrainingSetup(
                network.architecture(),
                network.cut(),
                dataset,
                IndexSets.draw(dataset, new IndexSets.Sizes(64, 20, 16, 0), seed),
                new Partition.Iid(),
                new TrainingOptions(2, 16, Optimizer.Adam.of(.01)),
                List.of(arm).stream().map(DefenseOptions::create).toList(),
                Precision.FLOAT32,
                seed);
    }

    /** A defense at a party of a trial. */
    public static DefenseHooks hooks(DefenseOptions options, long trial) {
        Seed seed = Seed.of(trial).child("defense");
        return options.create()
                .attach(new DefenseContext(
                        "client-0",
                        seed.child("client-0"),
                        seed.child("shared"),
                        () -> {
                            throw new IllegalStateException("No test here gives its party records.");
                        },
                        Precision.FLOAT64));
    }

    /** Standard normal numbers in float64, the same at every call. */
    public static INDArray numbers(String stream, long... shape) {
        var generator = Seed.of(3).child(stream).generator();
        INDArray array = Nd4j.createUninitialized(DataType.DOUBLE, shape);
        for (long place = 0; place < array.length(); place++) {
            array.putScalar(place, generator.nextGaussian());
        }
        return array;
    }

    /** Arrays call themselves equal within 1e-5, so identity is asked of their bits. */
    public static byte[] bits(INDArray array) {
        return array.dup('c').data().asBytes();
    }
}
