package peekbench.nn.loss;

import org.nd4j.linalg.api.ndarray.INDArray;
import peekbench.registry.Paper;

/**
 * What a student network is trained to make small against a teacher's outputs. For classes it is the cross-entropy of
 * softened distributions, {@code T² · -Σ p log q} with {@code p = softmax(v / T)} of the teacher's outputs v and {@code q =
 * softmax(z / T)} of the student's z, mean over the batch; its least value is T² times the entropy of p. For numbers it is
 * the mean squared error, and T is not used.
 *
 * <p>Deviation: the paper weighs this against the loss on true labels, which a student of public records does not get. The
 * factor T² is the paper's there (end of section 2); it stays here, so that the size of a step does not depend on T.
 *
 * @param loss of the task
 * @param temperature T, positive
 */
@Paper(
        authors = "Hinton, Vinyals, Dean",
        title = "Distilling the Knowledge in a Neural Network",
        year = 2015,
        venue = "arXiv:1503.02531",
        section = "2, Eq. 1 and 2")
public record Distillation(LossFunction loss, double temperature) {

    /**
     * The loss and its gradient with respect to the student's outputs.
     *
     * @param student {@code [N, outputs]}
     * @param teacher {@code [N, outputs]}
     */
    public LossAndGradient of(INDArray student, INDArray teacher) {
        if (loss != LossFunction.CROSS_ENTROPY) {
            return loss.of(student, teacher);
        }
        LossAndGradient softened = loss.of(student.div(temperature), Losses.softmax(teacher.div(temperature)));
        return new LossAndGradient(
                temperature * temperature * softened.loss(), softened.gradient().muli(temperature));
    }
}
