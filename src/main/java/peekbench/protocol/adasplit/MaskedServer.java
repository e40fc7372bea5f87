package peekbench.protocol.adasplit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.ops.transforms.Transforms;
import peekbench.channel.ModelState;
import peekbench.nn.Segment;
import peekbench.nn.loss.LossAndGradient;
import peekbench.protocol.engine.Learner;
import peekbench.protocol.engine.ServerLearning;

/**
 * Layers behind the cut that all clients share, each through a mask of its own over every weight and bias (Chopra et al. 2021,
 * section 3.3). Client i's network has the weights {@code W ⊙ m̂_i} with {@code m̂_i = [m_i > 0]}, and its batch moves {@code
 * W ← W + m̂_i ⊙ ΔW} (Eq. 7), where ΔW is the optimiser's step along the gradient {@code m̂_i ⊙ g}, {@code g = dL/d(W ⊙ m̂_i)}.
 * The mask's numbers m_i stay in [0, 1] and are stepped along {@code g ⊙ W + λ} (Eq. 8: λ times their absolute sum,
 * and the derivative of m̂_i taken for 1).
 */
final class MaskedServer {
    private final Learner shared;
    private final List<Learner> masks;
    private final double sparsity;
    private final ServerLearning learning;

    /**
     * @param shared W
     * @param masks m, one a client; none leaves all weights to all
     * @param sparsity λ
     */
    MaskedServer(Learner shared, List<Learner> masks, double sparsity, ServerLearning learning) {
        this.shared = shared;
        this.masks = List.copyOf(masks);
        this.sparsity = sparsity;
        this.learning = learning;
    }

    /** Everything here that learns. */
    List<Learner> learners() {
        List<Learner> all = new ArrayList<>(masks);
        all.add(0, shared);
        return all;
    }

    /**
     * A step on a client's batch.
     *
     * @param smashed {@code [N, …]}
     * @param targets {@code [N, outputs]}
     * @return the mean task loss before it
     */
    double step(int client, INDArray smashed, INDArray targets) {
        if (client >= masks.size()) {
            LossAndGradient result = loss(smashed, targets);
            shared.learnOnly(result.gradient());
            return result.loss();
        }
        INDArray weights = shared.parameters();
        INDArray all = weights.dup();
        Optional<INDArray> open = open(client);
        open.ifPresent(weights::muli);
        LossAndGradient result = loss(smashed, targets);
        INDArray gradient = shared.gradient(result.gradient());
        learnMask(masks.get(client), gradient.mul(all).addi(sparsity));
        open.ifPresent(mask -> {
            weights.assign(all);
            gradient.muli(mask);
        });
        shared.step();
        open.ifPresent(mask -> weights.muli(mask).addi(all.muli(mask.rsub(1))));
        return result.loss();
    }

    private LossAndGradient loss(INDArray smashed, INDArray targets) {
        LossAndGradient result = learning.loss().of(shared.forward(smashed), targets);
        learning.meter().loss(result.loss(), targets.size(0));
        double weight = learning.defenses().taskLossWeight();
        return weight == 1
                ? result
                : new LossAndGradient(result.loss(), result.gradient().muli(weight));
    }

    private static void learnMask(Learner mask, INDArray gradient) {
        mask.step(gradient, mask.state().buffers());
        ModelState stepped = mask.state();
        mask.adopt(stepped.withParameters(Transforms.max(Transforms.min(stepped.parameters(), 1), 0)));
    }

    /** {@code m̂ [P]} of a client; empty where all weights are open to it. */
    Optional<INDArray> open(int client) {
        if (client >= masks.size()) {
            return Optional.empty();
        }
        INDArray numbers = masks.get(client).state().parameters();
        return numbers.minNumber().doubleValue() > 0
                ? Optional.empty()
                : Optional.of(numbers.gt(0).castTo(numbers.dataType()));
    }

    /** The outputs {@code [N, outputs]} of a client's network. */
    INDArray predict(int client, INDArray smashed) {
        Optional<INDArray> open = open(client);
        if (open.isEmpty()) {
            return shared.predict(smashed);
        }
        INDArray weights = shared.parameters();
        INDArray all = weights.dup();
        weights.muli(open.get());
        INDArray outputs = shared.predict(smashed);
        weights.assign(all);
        return outputs;
    }

    /** A copy of the layers with the weights that a client's network has. */
    Segment segment(int client) {
        Segment segment = shared.segment();
        open(client).ifPresent(segment.parameters()::muli);
        return segment;
    }
}
