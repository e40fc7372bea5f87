package peekbench.data.table;

import org.apiguardian.api.API;
import peekbench.registry.Summary;

/** How columns of numbers are scaled when they are inputs; by all rows, or those of the training part where one is given. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1.0")
public enum Scale {
    @Summary("to mean 0 and standard deviation 1")
    STANDARD {
        @Override
        double shift(NumberSummary of) {
            return of.mean();
        }

        @Override
        double divisor(NumberSummary of) {
            return of.deviation();
        }
    },

    @Summary("so that the smallest becomes 0, the largest 1")
    ZERO_TO_ONE {
        @Override
        double shift(NumberSummary of) {
            return of.smallest();
        }

        @Override
        double divisor(NumberSummary of) {
            return of.largest() - of.smallest();
        }
    },

    @Summary("not at all")
    NONE {
        @Override
        double shift(NumberSummary of) {
            return 0;
        }

        @Override
        double divisor(NumberSummary of) {
            return 1;
        }
    };

    /** What is taken off each number. */
    abstract double shift(NumberSummary of);

    /** What is then divided by, where it is more than 0. */
    abstract double divisor(NumberSummary of);
}
