package peekbench.channel;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Writes messages as bytes and reads them back. Big-endian: one byte for the kind, 64 bits for the kind's number (batch or
 * steps; of a turn the epoch above the first batch), 32 bits for a second one, one byte for the number of arrays; for each array one byte for its type, one for its
 * rank, 32 bits an axis, then its numbers in C order.
 */
public final class MessageCodec {
    private static final int HEADER = 1 + Long.BYTES + Integer.BYTES + 1;

    private MessageCodec() {}

    private enum Kind {
        SMASHED_DATA(0),
        CUT_GRADIENT(1),
        WEIGHTS_REQUEST(2),
        WEIGHTS_HAND_OVER(3),
        KEEP_WEIGHTS(4),
        TURN(5),
        TURN_DONE(6),
        PREDICT(7),
        INFERENCE_DATA(8),
        PREDICTION(9);

        private final int code;

        Kind(int code) {
            this.code = code;
        }

        static Kind of(int code) throws IOException {
            for (Kind kind : values()) {
                if (kind.code == code) {
                    return kind;
                }
            }
            throw new IOException("A message begins with (" + code + "), which is no kind of message.");
        }
    }

    private record Header(Kind kind, long number, int second) {
        static Header of(Kind kind) {
            return new Header(kind, 0, 0);
        }

        static Header of(Message message) {
            if (message instanceof Message.SmashedData smashed) {
                return new Header(Kind.SMASHED_DATA, smashed.batch(), 0);
            } else if (message instanceof Message.CutGradient gradient) {
                return new Header(Kind.CUT_GRADIENT, gradient.batch(), 0);
            } else if (message instanceof Message.WeightsHandOver weights) {
                return new Header(Kind.WEIGHTS_HAND_OVER, weights.optimizerSteps(), 0);
            } else if (message instanceof Message.Turn turn) {
                return new Header(Kind.TURN, (long) turn.epoch() << Integer.SIZE | turn.first(), turn.batches());
            } else if (message instanceof Message.WeightsRequest) {
                return of(Kind.WEIGHTS_REQUEST);
            } else if (message instanceof Message.KeepWeights) {
                return of(Kind.KEEP_WEIGHTS);
            } else if (message instanceof Message.TurnDone) {
                return of(Kind.TURN_DONE);
            } else if (message instanceof Message.Predict) {
                return of(Kind.PREDICT);
            } else if (message instanceof Message.InferenceData) {
                return of(Kind.INFERENCE_DATA);
            }
            return of(Kind.PREDICTION);
        }
    }

    /** How many bytes {@link #write} gives, without writing. */
    public static long size(Message message) {
        long size = HEADER;
        for (INDArray array : message.arrays()) {
            size += 2
                    + (long) Integer.BYTES * array.rank()
                    + array.length() * array.dataType().width();
        }
        return size;
    }

    /** Writes one message. */
    public static void write(Message message, DataOutputStream out) throws IOException {
        Header header = Header.of(message);
        out.writeByte(header.kind().code);
        out.writeLong(header.number());
        out.writeInt(header.second());
        out.writeByte(message.arrays().size());
        for (INDArray array : message.arrays()) {
            writeArray(array.dup('c'), out);
        }
    }

    private static void writeArray(INDArray array, DataOutputStream out) throws IOException {
        boolean single = array.dataType() == DataType.FLOAT;
        out.writeByte(single ? 0 : 1);
        out.writeByte(array.rank());
        for (long size : array.shape()) {
            out.writeInt(Math.toIntExact(size));
        }
        for (double number : array.data().asDouble()) {
            if (single) {
                out.writeFloat((float) number);
            } else {
                out.writeDouble(number);
            }
        }
    }

    /** Reads one message. */
    public static Message read(DataInputStream in) throws IOException {
        Kind kind = Kind.of(in.readUnsignedByte());
        long number = in.readLong();
        int second = in.readInt();
        List<INDArray> arrays = new ArrayList<>();
        for (int count = in.readUnsignedByte(); count > 0; count--) {
            arrays.add(readArray(in));
        }
        return switch (kind) {
            case SMASHED_DATA -> new Message.SmashedData((int) number, arrays.get(0), arrays.get(1));
            case CUT_GRADIENT -> new Message.CutGradient((int) number, arrays.get(0));
            case WEIGHTS_REQUEST -> new Message.WeightsRequest();
            case WEIGHTS_HAND_OVER ->
                new Message.WeightsHandOver(arrays.get(0), number, arrays.subList(1, arrays.size()));
            case KEEP_WEIGHTS -> new Message.KeepWeights();
            case PREDICT -> new Message.Predict(arrays.get(0));
            case INFERENCE_DATA -> new Message.InferenceData(arrays.get(0));
            case PREDICTION -> new Message.Prediction(arrays.get(0));
            case TURN -> new Message.Turn((int) (number >> Integer.SIZE), (int) number, second);
            case TURN_DONE -> new Message.TurnDone();
        };
    }

    private static INDArray readArray(DataInputStream in) throws IOException {
        boolean single = in.readUnsignedByte() == 0;
        long[] shape = new long[in.readUnsignedByte()];
        long length = 1;
        for (int axis = 0; axis < shape.length; axis++) {
            shape[axis] = in.readInt();
            length *= shape[axis];
        }
        double[] numbers = new double[Math.toIntExact(length)];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = single ? in.readFloat() : in.readDouble();
        }
        return Nd4j.create(numbers, shape, 'c').castTo(single ? DataType.FLOAT : DataType.DOUBLE);
    }
}
