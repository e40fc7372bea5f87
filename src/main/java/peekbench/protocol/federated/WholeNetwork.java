package peekbench.protocol.federated;

import java.util.List;
import java.util.Optional;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import peekbench.channel.ModelState;
import peekbench.nn.loss.LossAndGradient;
import peekbench.nn.loss.LossFunction;
import peekbench.protocol.engine.ExampleFiltering;
import peekbench.protocol.engine.Learner;
import peekbench.protocol.engine.LocalCorrection;
import peekbench.protocol.engine.TrainingMeter;
import peekbench.protocol.schedule.LocalRecords;
import peekbench.threat.defense.DefenseChain;
import peekbench.threat.defense.LossTerm;

/**
 * The whole network in the hands of one client of federated learning. It is kept in two segments, so that defenses work at
 * the cut where the trained network will be split: a network trained without them would not be defended there.
 *
 * @param front up to the cut
 * @param back behind it
 */
record WholeNetwork(Learner front, Learner back, LossFunction loss, DefenseChain defenses, TrainingMeter meter) {

    /** A training step on a batch. */
    void learn(LocalRecords.Batch batch) {
        backward(batch);
        back.step();
        front.step();
    }

    /** The gradient {@code [P]} of a batch's loss, without a step. */
    INDArray gradient(LocalRecords.Batch batch) {
        backward(batch);
        INDArray before = front.parameterGradient();
        INDArray behind = back.parameterGradient();
        return before.length() == 0 ? behind.dup() : Nd4j.concat(0, before, behind);
    }

    /** Leaves the gradients in both learners, after every defense. */
    private void backward(LocalRecords.Batch batch) {
        Pass pass = forward(batch);
        INDArray cutGradient = pass.frontGradient(
                defenses, back.gradients(pass.outputGradient()).input());
        front.gradient(cutGradient);
        new ExampleFiltering(defenses, meter)
                .apply(
                        new ExampleFiltering.Part(front, cutGradient),
                        new ExampleFiltering.Part(back, pass.outputGradient()));
    }

    private Pass forward(LocalRecords.Batch batch) {
        INDArray smashed = front.forward(defenses.sanitizeInput(batch.inputs()));
        Optional<LossTerm> term = defenses.addToLoss(batch.inputs(), smashed);
        term.ifPresent(present -> meter.defenseStatistic(present.statistic()));
        LossAndGradient result = loss.of(back.forward(defenses.filterSmashed(smashed)), batch.targets());
        meter.loss(result.loss(), batch.size());
        double weight = defenses.taskLossWeight();
        return new Pass(weight == 1 ? result.gradient() : result.gradient().muli(weight), term);
    }

    /** What a forward pass leaves for the backward pass. */
    private record Pass(INDArray outputGradient, Optional<LossTerm> term) {
        INDArray frontGradient(DefenseChain defenses, INDArray arrived) {
            INDArray gradient = defenses.smashedFilterGradient(arrived);
            return term.isPresent() ? gradient.add(term.get().gradient()) : gradient;
        }
    }

    /** Has every step from now to the {@link #reset} corrected. */
    void correct(LocalCorrection correction) {
        long before = front.size().parameters();
        front.correct(correction.part(0, before));
        back.correct(correction.part(before, before + back.size().parameters()));
    }

    /** Sets the learning rate of an epoch, or freezes the weights. */
    void begin(int epoch) {
        front.begin(epoch);
        back.begin(epoch);
        if (front.isFrozen()) {
            defenses.weightsFrozen();
        }
    }

    /** Ends a stretch of work without keeping anything, so that memory does not grow with the clients that had a turn. */
    void reset() {
        front.reset();
        back.reset();
    }

    ModelState state() {
        return ModelState.joined(List.of(front.state(), back.state()));
    }

    void adopt(ModelState state) {
        Learner.Size size = front.size();
        front.adopt(state.first(size.parameters(), size.buffers()));
        back.adopt(state.rest(size.parameters(), size.buffers()));
    }

    /** Makes the optimisers forget all steps. */
    void forget() {
        front.forget();
        back.forget();
    }
}
