package peekbench.nn.array;

import org.apiguardian.api.API;
import org.nd4j.linalg.api.buffer.DataType;

/** The number format that segments compute in; float32 unless a scenario asks for float64. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1.0")
public enum Precision {
    FLOAT32(DataType.FLOAT),
    FLOAT64(DataType.DOUBLE);

    private final DataType dataType;

    Precision(DataType dataType) {
        this.dataType = dataType;
    }

    /**
     * The precision of arrays of a type.
     *
     * @throws IllegalArgumentException when it is neither FLOAT nor DOUBLE
     */
    public static Precision of(DataType type) {
        for (Precision precision : values()) {
            if (precision.dataType == type) {
                return precision;
            }
        }
        throw new IllegalArgumentException("The array holds " + type + "; allowed are FLOAT and DOUBLE.");
    }

    public DataType dataType() {
        return dataType;
    }

    /** Bytes that one number takes. */
    public int bytes() {
        return dataType.width();
    }
}
