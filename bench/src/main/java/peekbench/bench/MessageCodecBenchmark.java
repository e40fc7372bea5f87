package peekbench.bench;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
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
import peekbench.channel.Message;
import peekbench.channel.MessageCodec;
import peekbench.nn.array.Shape;

/** The codec on a batch of smashed data, [64, 6, 14, 14] with its targets. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class MessageCodecBenchmark {
    private static final int BATCH = 64;

    private Message message;
    private byte[] written;

    /** A message and its bytes. */
    @Setup
    public void create() throws IOException {
        message = new Message.SmashedData(
                1, RandomArrays.of(BATCH, Shape.of(6, 14, 14)), RandomArrays.of(BATCH, Shape.of(10)));
        written = write();
    }

    /** Its size only, as the meter asks for every message. */
    @Benchmark
    public long size() {
        return MessageCodec.size(message);
    }

    /** To bytes. */
    @Benchmark
    public byte[] write() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(Math.toIntExact(MessageCodec.size(message)));
        MessageCodec.write(message, new DataOutputStream(bytes));
        return bytes.toByteArray();
    }

    /** From bytes. */
    @Benchmark
    public Message read() throws IOException {
        return MessageCodec.read(new DataInputStream(new ByteArrayInputStream(written)));
    }
}
