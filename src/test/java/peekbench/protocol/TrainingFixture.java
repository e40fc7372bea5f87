package peekbench.protocol;

import java.util.ArrayList;
import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import peekbench.data.Dataset;
import peekbench.data.IndexSets;
import peekbench.data.Partition;
import peekbench.data.catalogue.DataCatalogue;
import peekbench.nn.Architecture;
import peekbench.nn.Optimizer;
import peekbench.nn.array.Precision;
import peekbench.nn.model.LeNet5;
import peekbench.protocol.party.PartyFactory;
import peekbench.protocol.schedule.BatchSchedule;
import peekbench.protocol.schedule.BatchSource;
import peekbench.protocol.schedule.ClientOrder;
import peekbench.protocol.whole.WholeSamples;
import peekbench.seed.Seed;
import peekbench.threat.defense.Defense;
import peekbench.threat.defense.DefenseHooks;
import peekbench.training.EpochReport;
import peekbench.training.ProtocolOptions;
import peekbench.training.TrainedNetwork;
import peekbench.training.TrainingOptions;
import peekbench.training.TrainingSetup;

/** Small trainings on the embedded images, for tests of protocols. */
public record TrainingFixture(
        Architecture architecture,
        String cut,
        int records,
        TrainingOptions training,
        List<Defense> defenses,
        Precision precision,
        Seed seed) {
    public static final Dataset DATASET = DataCatalogue.embedded("fashion-mnist-sample");
    public static final Optimizer MOMENTUM = new Optimizer.Sgd(.05, .9, 5e-4);
    public static final Optimizer PLAIN = new Optimizer.Sgd(.05, 0, 0);

    /** LeNet-5 cut after the first pooling; 97 records make last batches of 16 partial. */
    public static TrainingFixture of(Optimizer optimizer, int epochs) {
        return new TrainingFixture(
                new LeNet5().architecture(DATASET.exampleShape(), 10),
                "pool1",
                97,
                new TrainingOptions(epochs, 16, optimizer),
                List.of(),
                Precision.FLOAT32,
                Seed.of(11));
    }

    public TrainingFixture records(int other) {
        return new TrainingFixture(architecture, cut, other, training, defenses, precision, seed);
    }

    public TrainingFixture training(TrainingOptions other) {
        return new TrainingFixture(architecture, cut, records, other, defenses, precision, seed);
    }

    public TrainingFixture batchSize(int batch) {
        return training(new TrainingOptions(training.epochs(), batch, training.optimizer()));
    }

    public TrainingFixture float64() {
        return new TrainingFixture(architecture, cut, records, training, defenses, Precision.FLOAT64, seed);
    }

    public TrainingFixture network(Architecture other, String otherCut) {
        return new TrainingFixture(other, otherCut, records, training, defenses, precision, seed);
    }

    public TrainingFixture defended(DefenseHooks hooks) {
        return new TrainingFixture(architecture, cut, records, training, List.of(context -> hooks), precision, seed);
    }

    public TrainingSetup setup() {
        return new TrainingSetup(
                architecture,
                cut,
                DATASET,
                IndexSets.draw(DATASET, new IndexSets.Sizes(records, 50, 0, 0), seed),
                new Partition.Iid(),
                training,
                defenses,
                precision,
                seed);
    }

    public TrainedNetwork train(ProtocolOptions protocol) {
        return train(protocol, new ArrayList<>());
    }

    public TrainedNetwork train(ProtocolOptions protocol, List<EpochReport> reports) {
        return protocol.create().train(setup(), reports::add);
    }

    /** One party trains the whole network on these batches. */
    public TrainedNetwork centralized(BatchSource batches) {
        return WholeSamples.centralized(setup(), batches);
    }

    public BatchSchedule schedule(int clients, ClientOrder order) {
        return new PartyFactory(setup()).schedule(clients, order);
    }

    public static INDArray parameters(TrainedNetwork network) {
        return Nd4j.concat(0, network.client().parameters(), network.server().parameters());
    }

    /** What a network makes of some images, which depends on every weight. */
    public byte[] outputBits(TrainedNetwork network) {
        return bits(network.predict(DATASET.inputs(new int[] {1, 2, 3, 4}, precision)));
    }

    /** Arrays call themselves equal within 1e-5, so identity is asked of their bits. */
    public static byte[] bits(INDArray array) {
        return array.dup('c').data().asBytes();
    }
}
