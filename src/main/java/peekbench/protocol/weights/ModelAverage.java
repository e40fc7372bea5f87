package peekbench.protocol.weights;

import java.util.List;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import peekbench.channel.ModelState;

/**
 * The mean of models, each weighted by its records: {@code sum_k (n_k / n) w_k} (McMahan et al. 2017, Algorithm 1). It is
 * summed in float64 in the order in which they are added, so one model alone is its own average bit for bit and many take
 * no more memory than one.
 */
public final class ModelAverage {
    private INDArray parameters;
    private INDArray buffers;
    private long records;
    private int models;
    private ModelState only;

    public ModelAverage(ModelState shape) {
        this.only = shape;
        this.parameters = shape.parameters().castTo(DataType.DOUBLE).dup().assign(0);
        this.buffers = shape.buffers().length() == 0
                ? ModelState.none(DataType.DOUBLE)
                : shape.buffers().castTo(DataType.DOUBLE).dup().assign(0);
    }

    /** Adds a model that was trained on so many records. */
    public void add(ModelState model, int weight) {
        only = model;
        models++;
        records += weight;
        addScaled(parameters, model.parameters(), weight);
        addScaled(buffers, model.buffers(), weight);
    }

    private static void addScaled(INDArray sum, INDArray vector, double weight) {
        if (vector.length() > 0) {
            sum.addi(vector.castTo(DataType.DOUBLE).mul(weight));
        }
    }

    public boolean isEmpty() {
        return models == 0;
    }

    /** How many records the models were trained on together. */
    public long records() {
        return records;
    }

    /** The average, with no optimiser's memory. */
    public ModelState average() {
        if (models == 1) {
            return only.weightsOnly();
        }
        DataType type = only.parameters().dataType();
        return new ModelState(scaled(parameters, type), scaled(buffers, type), 0, List.of());
    }

    private INDArray scaled(INDArray sum, DataType type) {
        return sum.length() == 0 ? ModelState.none(type) : sum.div(records).castTo(type);
    }
}
