package peekbench.defense.sanitizer;

import org.nd4j.linalg.api.ndarray.INDArray;
import peekbench.data.Dataset;
import peekbench.data.catalogue.DataCatalogue;
import peekbench.nn.array.Precision;
import peekbench.nn.loss.LossFunction;
import peekbench.seed.Seed;
import peekbench.threat.defense.DefenseContext;
import peekbench.threat.defense.OwnRecords;

/** Parties with records of their own, for tests of single defenses. */
final class Contexts {
    static final Dataset IMAGES = DataCatalogue.embedded("fashion-mnist-sample");
    static final Dataset TABLE = DataCatalogue.embedded("lipids");
    private static final int RECORDS = 60;

    private Contexts() {}

    /** A client of a trial; client n has the n-th run of 60 records. */
    static DefenseContext client(int number, Dataset dataset, long trial) {
        Seed seed = Seed.of(trial).child("defense");
        return new DefenseContext(
                "client-" + number,
                seed.child("client-" + number),
                seed.child("shared"),
                () -> records(number, dataset),
                Precision.FLOAT32);
    }

    private static OwnRecords records(int client, Dataset dataset) {
        int[] own = run(client * RECORDS, RECORDS);
        return new OwnRecords(
                dataset.inputs(own, Precision.FLOAT32),
                dataset.targets(own, Precision.FLOAT32),
                dataset == IMAGES ? LossFunction.CROSS_ENTROPY : LossFunction.MEAN_SQUARED_ERROR);
    }

    /** Some inputs, {@code [5, …]}, that are no client's. */
    static INDArray inputs(Dataset dataset) {
        return dataset.inputs(run(400, 5), Precision.FLOAT32);
    }

    private static int[] run(int first, int count) {
        return java.util.stream.IntStream.range(first, first + count).toArray();
    }

    /** Arrays call themselves equal within 1e-5, so identity is asked of their bits. */
    static byte[] bits(INDArray array) {
        return array.dup('c').data().asBytes();
    }
}
