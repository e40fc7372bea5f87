package peekbench.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.DoubleSupplier;
import java.util.stream.IntStream;
import org.apache.commons.math3.stat.StatUtils;
import peekbench.data.Dataset;
import peekbench.data.IndexSets;
import peekbench.data.Partition;
import peekbench.data.catalogue.DataCatalogue;
import peekbench.nn.Optimizer;
import peekbench.nn.array.Precision;
import peekbench.nn.model.LeNet5;
import peekbench.protocol.schedule.ClientOrder;
import peekbench.protocol.split.VanillaSplit;
import peekbench.protocol.weights.HandOver;
import peekbench.seed.Seed;
import peekbench.training.TrainingOptions;
import peekbench.training.TrainingSetup;

/**
 * A training step of split LeNet-5, batch 64, cut after the first pooling: the whole protocol with its batches out of the
 * data set, messages and metering, for one or more trials side by side.
 */
final class SplitStepWork implements DoubleSupplier {
    private static final int BATCH = 64;
    private static final int STEPS = 90;
    private static final int EPOCHS = 6;

    private final Dataset dataset = DataCatalogue.embedded("fashion-mnist-sample");
    private final int trials;

    SplitStepWork(int trials) {
        this.trials = trials;
    }

    /** Seconds a step, divided by the number of trials side by side. */
    @Override
    public double getAsDouble() {
        List<CompletableFuture<Double>> running = IntStream.range(0, trials)
                .mapToObj(trial -> CompletableFuture.supplyAsync(this::trial, task -> new Thread(task).start()))
                .toList();
        double slowest =
                running.stream().mapToDouble(CompletableFuture::join).max().orElseThrow();
        return slowest / trials;
    }

    private double trial() {
        Seed seed = Seed.of(1);
        TrainingSetup setup = new TrainingSetup(
                new LeNet5().architecture(dataset.exampleShape(), 10),
                "pool1",
                dataset,
                IndexSets.draw(dataset, new IndexSets.Sizes(STEPS * BATCH, 10, 0, 0), seed),
                new Partition.Iid(),
                new TrainingOptions(EPOCHS, BATCH, new Optimizer.Sgd(.01, .9, 0)),
                List.of(),
                Precision.FLOAT32,
                seed);
        List<Double> seconds = new ArrayList<>();
        new VanillaSplit(1, ClientOrder.ROUND_ROBIN_BY_BATCH, HandOver.WITH_OPTIMIZER_STATE)
                .create()
                .train(setup, report -> seconds.add(report.seconds() / STEPS));
        double[] warm =
                seconds.stream().skip(1).mapToDouble(Double::doubleValue).toArray();
        return StatUtils.percentile(warm, 50);
    }
}
