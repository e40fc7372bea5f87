package peekbench.nn.layer;

import org.apiguardian.api.API;
import peekbench.nn.array.Precision;
import peekbench.nn.array.Shape;
import peekbench.nn.memory.Activations;
import peekbench.registry.Summary;

/** A function of each number by itself; the shape stays. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1.0")
public enum Activation implements LayerSpec {
    /** {@code max(x, 0)}; its gradient at 0 is 0. */
    @Summary("max(x, 0)")
    RELU {
        @Override
        public Layer create(Shape input, Precision precision) {
            return new ReluLayer(input, precision);
        }
    },
    /** {@code 1 / (1 + exp(-x))}. */
    @Summary("1 / (1 + exp(-x))")
    SIGMOID {
        @Override
        public Layer create(Shape input, Precision precision) {
            return new SmoothActivationLayer(input, precision, Activations.SIGMOID, Activations.SIGMOID_GRADIENT);
        }
    },
    /** Hyperbolic tangent. */
    @Summary("hyperbolic tangent")
    TANH {
        @Override
        public Layer create(Shape input, Precision precision) {
            return new SmoothActivationLayer(input, precision, Activations.TANH, Activations.TANH_GRADIENT);
        }
    };

    @Override
    public Shape outputShape(Shape input) {
        return input;
    }

    /** One a number, whatever the function. */
    @Override
    public long forwardFlops(Shape input) {
        return input.length();
    }
}
