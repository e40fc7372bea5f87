package peekbench.protocol.weights;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;
import peekbench.channel.Envelope;
import peekbench.channel.Message;
import peekbench.channel.ModelState;
import peekbench.channel.PartyId;
import peekbench.threat.defense.SumRoster;
import peekbench.threat.defense.UpdateMasking;

/**
 * An aggregator's sum of masked updates. It can be read when every client of the roster has sent its part and not before;
 * there are no shares of secrets by which the masks of a client that failed could be taken out.
 */
public final class SecureSum {
    private final UpdateMasking masking;
    private final Set<PartyId> awaited = new HashSet<>();
    private long[] sum = new long[0];
    private long records;

    public SecureSum(UpdateMasking masking) {
        this.masking = masking;
    }

    /** The roster as masks know it. */
    public static SumRoster roster(Message.SumBegins begins) {
        return new SumRoster(
                begins.sum(),
                begins.clients().stream()
                        .map(client -> PartyId.client(client).name())
                        .toList());
    }

    /** One vector of all that a client sends: {@code [P + B]}. */
    public static INDArray joined(INDArray change, INDArray buffers) {
        return buffers.length() == 0 ? change : Nd4j.concat(0, change, buffers);
    }

    public void begin(Message.SumBegins begins) {
        awaited.clear();
        begins.clients().forEach(client -> awaited.add(PartyId.client(client)));
        sum = new long[0];
        records = 0;
    }

    /**
     * Takes note of how many clients' parts the round waits for.
     *
     * @throws IllegalStateException when not all of the roster are waited for: masks of those who are dropped would stay
     */
    public void waitFor(int clients) {
        if (clients < awaited.size()) {
            throw new IllegalStateException("Of " + awaited.size() + " clients that mask their updates only the first "
                    + clients + " are waited for, but masks cancel in the sum of all. Use no backups.");
        }
    }

    /**
     * Adds a client's part.
     *
     * @throws IllegalStateException when the sender is not on the roster, or has sent its part before
     */
    public void add(Envelope envelope, Message.MaskedUpdate update) {
        if (!awaited.remove(envelope.from())) {
            throw new IllegalStateException("The party (" + envelope.from()
                    + ") is not on the roster of the sum of masked" + " updates, or sent its part twice.");
        }
        long[] numbers = update.numbers().toLongVector();
        if (sum.length == 0) {
            sum = new long[numbers.length];
        }
        for (int i = 0; i < numbers.length; i++) {
            sum[i] += numbers[i];
        }
        records += update.records();
    }

    /** Whether nobody has sent anything. */
    public boolean isEmpty() {
        return records == 0;
    }

    /**
     * The mean over all records.
     *
     * @param shape whose parameters and buffers are as many and of the same type
     * @throws IllegalStateException when a client of the roster has sent nothing
     */
    public ModelState mean(ModelState shape) {
        if (!awaited.isEmpty()) {
            throw new IllegalStateException("The sum of masked updates lacks those of " + awaited
                    + ", so their masks are still in it and it cannot be read.");
        }
        INDArray mean = masking.read(Nd4j.createFromArray(sum)).divi(records);
        long parameters = shape.parameters().length();
        INDArray buffers = shape.buffers().length() == 0
                ? shape.buffers()
                : mean.get(NDArrayIndex.interval(parameters, mean.length()))
                        .castTo(shape.buffers().dataType());
        return new ModelState(mean.get(NDArrayIndex.interval(0, parameters)), buffers, 0, List.of());
    }
}
