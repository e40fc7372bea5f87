package peekbench.bench;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import peekbench.metric.ValueAndGradient;

/** Distance correlation with its gradient, for a batch of NoPeek's training and for an evaluation. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class DistanceCorrelationBenchmark {
    /** Pairs of input and smashed data. */
    @Param({"64", "1000"})
    public int pairs;

    private DistanceCorrelationWork work;

    /** New data. */
    @Setup
    public void create() {
        work = new DistanceCorrelationWork(pairs);
    }

    /** Value and gradient. */
    @Benchmark
    public ValueAndGradient distanceCorrelation() {
        return work.once();
    }
}
