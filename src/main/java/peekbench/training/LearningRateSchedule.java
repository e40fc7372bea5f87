package peekbench.training;

import org.apiguardian.api.API;
import peekbench.problem.Problems;
import peekbench.registry.Default;
import peekbench.registry.Summary;

/** How the step size changes from epoch to epoch. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1.0")
public sealed interface LearningRateSchedule {

    /**
     * What the optimiser's learning rate is multiplied by.
     *
     * @param epoch from 1
     * @param epochs how many there will be
     */
    double factor(int epoch, int epochs);

    /** No change. */
    @Summary("no change")
    record Constant() implements LearningRateSchedule {
        @Override
        public double factor(int epoch, int epochs) {
            return 1;
        }
    }

    /**
     * {@code factor^floor((epoch - 1) / every)}.
     *
     * @param every epochs between two changes
     * @param factor of each change, in (0, 1]
     */
    @Summary("multiplied by a factor every so many epochs")
    record Step(
            @Summary("epochs between two changes") int every,
            @Default("0.1") @Summary("of each change") double factor) implements LearningRateSchedule {
        public Step {
            Problems problems = new Problems();
            problems.atLeast("every", every, 1);
            problems.positive("factor", factor);
            problems.inRange("factor", factor, 0, 1);
            problems.throwIfAny();
        }

        @Override
        public double factor(int epoch, int epochs) {
            int changes = (epoch - 1) / every;
            return Math.pow(factor, changes);
        }
    }

    /**
     * {@code last + (1 - last) (1 + cos(pi (epoch - 1) / epochs)) / 2} (Loshchilov and Hutter 2017, equation 5, without
     * restarts).
     *
     * @param last the factor that the end approaches, in [0, 1]
     */
    @Summary("down along half a cosine")
    record Cosine(
            @Default("0") @Summary("the factor that the end approaches")
            double last) implements LearningRateSchedule {
        public Cosine {
            Problems problems = new Problems();
            problems.inRange("last", last, 0, 1);
            problems.throwIfAny();
        }

        @Override
        public double factor(int epoch, int epochs) {
            return last + (1 - last) * (1 + Math.cos(Math.PI * (epoch - 1) / epochs)) / 2;
        }
    }
}
