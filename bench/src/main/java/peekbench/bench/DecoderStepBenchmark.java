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

/** A training step of a decoder, on one thread and in halves side by side. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class DecoderStepBenchmark {
    /** Whether the two halves of a batch are computed side by side. */
    @Param({"false", "true"})
    public boolean halves;

    private Runnable decoder;

    /** A new decoder. */
    @Setup
    public void create() {
        decoder = new DecoderStepWork(halves).decoder();
    }

    /** Forward, backward, Adam. */
    @Benchmark
    public void decoderStep() {
        decoder.run();
    }
}
