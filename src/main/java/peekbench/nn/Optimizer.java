package peekbench.nn;

import org.apiguardian.api.API;
import org.nd4j.linalg.api.ndarray.INDArray;
import peekbench.problem.Problems;
import peekbench.registry.Default;
import peekbench.registry.Paper;
import peekbench.registry.Summary;

/** How a party changes its weights along their gradient. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1.0")
public sealed interface Optimizer {

    /** The optimiser's state for one segment, before the first step. */
    OptimizerState start(Segment segment);

    /**
     * What so many steps from a fresh start add up to, in plain steps, when the gradient stays the same: {@code ‖a‖_1} of Wang
     * et al. 2020 ("Tackling the Objective Inconsistency Problem"), section 4.
     *
     * @return at least {@code steps}; exactly that without momentum
     */
    default double accumulated(long steps) {
        return steps;
    }

    /** The same without the pull of parameters towards 0, for numbers that are no weights. */
    Optimizer withoutWeightDecay();

    /**
     * Stochastic gradient descent with momentum and weight decay, as in PyTorch: {@code g ← g + weightDecay w; v ←
     * momentum v + g; w ← w - learningRate v}. No Nesterov look-ahead; biases decay too.
     *
     * @param learningRate step size
     * @param momentum how much of the last velocity stays, in {@code [0, 1)}
     * @param weightDecay pull of every parameter towards 0
     */
    @Summary("Stochastic gradient descent with momentum and weight decay")
    record Sgd(
            @Summary("step size") double learningRate,

            @Default("0") @Summary("how much of the last velocity stays")
            double momentum,

            @Default("0") @Summary("pull of every parameter towards 0")
            double weightDecay)
            implements Optimizer {
        public Sgd {
            Problems problems = new Problems();
            problems.positive("learning-rate", learningRate);
            problems.belowOne("momentum", momentum);
            problems.nonNegative("weight-decay", weightDecay);
            problems.throwIfAny();
        }

        @Override
        public OptimizerState start(Segment segment) {
            return segment.parameterCount() == 0 ? new NothingToLearn() : new SgdState(this, segment);
        }

        @Override
        public Sgd withoutWeightDecay() {
            return new Sgd(learningRate, momentum, 0);
        }

        /** {@code Σ_{k=1..τ} (1 + ρ + … + ρ^(k-1))} with ρ the momentum, τ the steps. */
        @Override
        public double accumulated(long steps) {
            double velocity = 0;
            double sum = 0;
            for (long step = 0; step < steps; step++) {
                velocity = 1 + momentum * velocity;
                sum += velocity;
            }
            return sum;
        }
    }

    /**
     * Adam with bias correction, as in PyTorch: {@code w ← w - learningRate m̂ / (sqrt(v̂) + epsilon)}; weight decay is
     * added to the gradient.
     *
     * @param learningRate step size
     * @param beta1 decay of the mean of gradients, in {@code [0, 1)}
     * @param beta2 decay of the mean of their squares, in {@code [0, 1)}
     * @param epsilon keeps the division finite
     * @param weightDecay pull of every parameter towards 0
     */
    @Paper(
            authors = "Kingma, Ba",
            title = "Adam: A Method for Stochastic Optimization",
            year = 2015,
            venue = "ICLR",
            section = "Algorithm 1")
    @Summary("Adam with bias correction")
    record Adam(
            @Default("0.001") @Summary("step size") double learningRate,

            @Default("0.9") @Summary("decay of the mean of gradients")
            double beta1,

            @Default("0.999") @Summary("decay of the mean of squared gradients")
            double beta2,

            @Default("1.0e-8") @Summary("keeps the division finite")
            double epsilon,

            @Default("0") @Summary("pull of every parameter towards 0")
            double weightDecay)
            implements Optimizer {
        public Adam {
            Problems problems = new Problems();
            problems.positive("learning-rate", learningRate);
            problems.belowOne("beta1", beta1);
            problems.belowOne("beta2", beta2);
            problems.positive("epsilon", epsilon);
            problems.nonNegative("weight-decay", weightDecay);
            problems.throwIfAny();
        }

        /** Adam with the paper's defaults but for the step size. */
        public static Adam of(double learningRate) {
            return of(learningRate, .9);
        }

        /** Adam with the paper's defaults but for the step size and the decay of the mean of gradients. */
        public static Adam of(double learningRate, double beta1) {
            return new Adam(learningRate, beta1, .999, 1e-8, 0);
        }

        @Override
        public OptimizerState start(Segment segment) {
            return segment.parameterCount() == 0
                    ? new NothingToLearn()
                    : start(segment.parameters(), segment.gradients());
        }

        @Override
        public Adam withoutWeightDecay() {
            return new Adam(learningRate, beta1, beta2, epsilon, 0);
        }

        /**
         * The state for numbers that are no segment's weights, such as an input that is looked for.
         *
         * @param numbers dense, of any shape; each step changes them
         * @param gradients of the same shape and type, read at each step
         */
        public OptimizerState start(INDArray numbers, INDArray gradients) {
            return new AdamState(this, numbers, gradients);
        }
    }
}
