package peekbench.attack.hijacking;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.ops.transforms.Transforms;
import peekbench.nn.Rows;
import peekbench.seed.Seed;
import peekbench.threat.attack.AttackerKnowledge;

/**
 * The attacker's own records in batches of any size, shuffled anew whenever all were taken. Images stay as they are;
 * columns of tables are standardised by their mean and deviation, so that each weighs alike.
 */
final class OwnBatches {
    private final Seed seed;
    private final boolean images;
    private final INDArray mean;
    private final INDArray deviation;
    private final INDArray auxiliary;
    private final INDArray validation;
    private int[] order = {};
    private int taken;
    private int passes;

    /** @param images whether inputs are images in [0, 1], else rows of a table */
    OwnBatches(AttackerKnowledge knowledge, boolean images, Seed seed) {
        this.seed = seed;
        this.images = images;
        INDArray inputs = knowledge.auxiliary().inputs();
        this.mean = images ? inputs.mean(true, 0).muli(0) : inputs.mean(true, 0);
        this.deviation = images ? mean.add(1) : constantsKept(inputs.std(false, true, 0));
        this.auxiliary = encoded(inputs);
        this.validation = encoded(knowledge.validation().inputs());
    }

    private static INDArray constantsKept(INDArray deviation) {
        for (long column = 0; column < deviation.length(); column++) {
            if (!(deviation.getDouble(column) > 0)) {
                deviation.putScalar(column, 1);
            }
        }
        return deviation;
    }

    private INDArray encoded(INDArray inputs) {
        return images ? inputs : inputs.sub(mean).divi(deviation);
    }

    /** The next records, {@code [count, …]}. */
    INDArray next(int count) {
        int[] rows = new int[count];
        for (int i = 0; i < count; i++) {
            if (taken == order.length) {
                order = seed.child("pass-" + passes).permutation(Math.toIntExact(auxiliary.size(0)));
                passes++;
                taken = 0;
            }
            rows[i] = order[taken];
            taken++;
        }
        return Rows.of(auxiliary, rows);
    }

    /** The records to compare states by. */
    INDArray validation() {
        return validation;
    }

    /** What outputs {@code [N, …]} of a network mean: images clipped to [0, 1], rows of tables in their own units. */
    INDArray decode(INDArray outputs) {
        return images
                ? Transforms.max(Transforms.min(outputs, 1), 0)
                : outputs.mul(deviation).addi(mean);
    }
}
