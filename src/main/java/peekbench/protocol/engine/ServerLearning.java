package peekbench.protocol.engine;

import java.util.Optional;
import org.nd4j.linalg.api.ndarray.INDArray;
import peekbench.nn.loss.LossAndGradient;
import peekbench.nn.loss.LossFunction;
import peekbench.threat.defense.DefenseChain;
import peekbench.threat.observation.ArrivedBatch;
import peekbench.threat.observation.ServerBehavior;

/**
 * How a party that has labels learns from smashed data.
 *
 * @param loss of the network's outputs
 * @param defenses of the party, such as filters of the gradient that it sends
 * @param meter takes note of the loss
 * @param incoming what is accepted
 * @param behavior what is done with smashed data
 */
public record ServerLearning(
        LossFunction loss, DefenseChain defenses, TrainingMeter meter, Incoming incoming, ServerBehavior behavior) {

    /**
     * One step of the layers behind the cut, or whatever the server does in its place.
     *
     * @param smashed {@code [N, …]}
     * @param targets {@code [N, outputs]}
     * @return the gradient with respect to the smashed data, as it is sent
     */
    public INDArray step(Learner learner, INDArray smashed, INDArray targets) {
        return behavior.answer(
                new ArrivedBatch(smashed, Optional.of(targets)), () -> honestStep(learner, smashed, targets));
    }

    private INDArray honestStep(Learner learner, INDArray smashed, INDArray targets) {
        LossAndGradient result = loss.of(learner.forward(smashed), targets);
        meter.loss(result.loss(), targets.size(0));
        double weight = defenses.taskLossWeight();
        INDArray gradient = weight == 1 ? result.gradient() : result.gradient().muli(weight);
        return defenses.filterGradient(learner.learn(gradient), targets);
    }
}
