package peekbench.protocol.weights;

import java.util.function.ToIntFunction;
import peekbench.channel.Message;
import peekbench.channel.ModelState;

/** One model out of those that clients send in a round. */
public interface RoundAverage {
    void add(Message.LocalModel model);

    boolean isEmpty();

    /** The model of the next round, with no optimiser's memory. */
    ModelState average();

    /** Models weighted by the records that they were trained on. */
    static RoundAverage byRecords(ModelState before) {
        return new Mean(new ModelAverage(before), Message.LocalModel::records);
    }

    /** All models weighted alike. */
    static RoundAverage equal(ModelState before) {
        return new Mean(new ModelAverage(before), model -> 1);
    }

    /** {@link ModelAverage} with a weight for each model. */
    record Mean(ModelAverage sum, ToIntFunction<Message.LocalModel> weight) implements RoundAverage {
        @Override
        public void add(Message.LocalModel model) {
            sum.add(model.state(), weight.applyAsInt(model));
        }

        @Override
        public boolean isEmpty() {
            return sum.isEmpty();
        }

        @Override
        public ModelState average() {
            return sum.average();
        }
    }
}
