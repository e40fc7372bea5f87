package peekbench.bench;

import java.util.concurrent.TimeUnit;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import peekbench.nn.Architecture;
import peekbench.nn.Optimizer;
import peekbench.nn.OptimizerState;
import peekbench.nn.Segment;
import peekbench.nn.array.Precision;
import peekbench.nn.array.Shape;
import peekbench.nn.loss.LossAndGradient;
import peekbench.nn.loss.LossFunction;
import peekbench.nn.model.LeNet5;
import peekbench.seed.Seed;

/** The segments' part of a training step of split LeNet-5, batch 64, cut after the first pooling: no messages, no data set. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class SplitStepBenchmark {
    private static final String CUT = "pool1";
    private static final Shape IMAGE = Shape.of(1, 28, 28);
    private static final int CLASSES = 10;
    private static final int BATCH = 64;

    private Segment client;
    private Segment server;
    private OptimizerState clientOptimizer;
    private OptimizerState serverOptimizer;
    private INDArray images;
    private INDArray targets;

    /** A new network and one batch, the classes in turn. */
    @Setup
    public void create() {
        Architecture network = new LeNet5().architecture(IMAGE, CLASSES);
        Optimizer optimizer = new Optimizer.Sgd(.01, .9, 0);
        client = Segment.create(network.front(CUT), IMAGE, Precision.FLOAT32, Seed.of(1));
        server = Segment.create(network.back(CUT), network.smashedShape(CUT), Precision.FLOAT32, Seed.of(1));
        clientOptimizer = optimizer.start(client);
        serverOptimizer = optimizer.start(server);
        images = RandomArrays.of(BATCH, IMAGE);
        targets = RandomArrays.of(BATCH, Shape.of(CLASSES)).mul(0);
        for (int i = 0; i < BATCH; i++) {
            targets.putScalar(i, i % CLASSES, 1);
        }
    }

    /** Forward, backward and a step of SGD on both sides. */
    @Benchmark
    public double lenet5SplitStep() {
        LossAndGradient loss = LossFunction.CROSS_ENTROPY.of(server.forward(client.forward(images)), targets);
        client.backwardParameters(server.backward(loss.gradient()));
        serverOptimizer.step();
        clientOptimizer.step();
        return loss.loss();
    }
}
