package peekbench.attack.federated;

import org.nd4j.linalg.api.ndarray.INDArray;
import peekbench.attack.search.InputSpace;
import peekbench.attack.search.TotalVariation;
import peekbench.nn.Segment;
import peekbench.nn.loss.LossFunction;

/**
 * How little inputs {@code x} explain an observed gradient {@code o}: {@code D(∇_w L(x, y; w), o) + λ Σ TV(x_n) / N}, in
 * float64.
 *
 * <p>Its derivative needs {@code ∂/∂x <v, ∇_w L(x; w)>} with {@code v = ∂D/∂g} held fixed, a second derivative of the
 * network. It is taken as the central difference along v of first ones,
 *
 * <pre>
 * |v| (∇_x L(x; w + ε v/|v|) - ∇_x L(x; w - ε v/|v|)) / 2ε
 * </pre>
 *
 * <p>with ε of 1e-5, whose error is some 1e-10 of the value for smooth networks; with ReLUs it is the same unless the
 * step crosses a kink.
 */
final class MatchingLoss {
    private static final double EPSILON = 1e-5;

    private final Segment network;
    private final INDArray weights;
    private final LossFunction loss;
    private final InputSpace space;
    private final GradientDistance distance;
    private final double totalVariationWeight;
    private final INDArray observed;
    private final INDArray targets;

    /**
     * What is the same for all observations.
     *
     * @param network float64, whose weights are moved and put back
     * @param weights a copy of them, {@code [P]}
     * @param loss that clients make small
     */
    record Model(Segment network, INDArray weights, LossFunction loss, InputSpace space) {
        /** A network as it is now. */
        static Model of(Segment network, LossFunction loss, InputSpace space) {
            return new Model(network, network.parameters().dup(), loss, space);
        }
    }

    /**
     * One observation.
     *
     * @param gradient {@code [P]} float64
     * @param targets {@code [N, outputs]} float64, as inferred
     */
    record Observation(INDArray gradient, INDArray targets) {}

    MatchingLoss(Model model, GradientDistance distance, double totalVariationWeight, Observation observation) {
        this.network = model.network();
        this.weights = model.weights();
        this.loss = model.loss();
        this.space = model.space();
        this.distance = distance;
        this.totalVariationWeight = space.isImage() ? totalVariationWeight : 0;
        this.observed = observation.gradient();
        this.targets = observation.targets();
    }

    InputSpace space() {
        return space;
    }

    /** How many inputs are looked for. */
    long examples() {
        return targets.size(0);
    }

    /**
     * The loss, and its derivative with respect to the searched numbers.
     *
     * @param searched {@code [N, …]}
     * @param gradient {@code [N, …]}, overwritten
     */
    double at(INDArray searched, INDArray gradient) {
        INDArray inputs = space.view(searched);
        network.parameters().assign(weights);
        network.backwardParameters(outputGradient(inputs));
        GradientDistance.ValueAndSlopes match = distance.of(network.gradients(), observed);
        double length = match.slopes().norm2Number().doubleValue();
        double value = match.value();
        if (length > 0) {
            INDArray step = match.slopes().muli(EPSILON / length);
            gradient.assign(inputGradient(inputs, weights.add(step)));
            gradient.subi(inputGradient(inputs, weights.sub(step))).muli(length / (2 * EPSILON));
            network.parameters().assign(weights);
        } else {
            gradient.assign(0);
        }
        if (totalVariationWeight > 0) {
            double each = totalVariationWeight / examples();
            TotalVariation.addGradient(inputs, each, gradient);
            value += each * TotalVariation.of(inputs).sumNumber().doubleValue();
        }
        space.pullBack(gradient);
        return value;
    }

    private INDArray inputGradient(INDArray inputs, INDArray parameters) {
        network.parameters().assign(parameters);
        return network.backward(outputGradient(inputs));
    }

    private INDArray outputGradient(INDArray inputs) {
        // Layers that draw, such as dropout, draw alike in all passes: a difference of two draws would be no
        // derivative.
        network.continueAfterPass(0);
        return loss.of(network.forward(inputs), targets).gradient();
    }
}
