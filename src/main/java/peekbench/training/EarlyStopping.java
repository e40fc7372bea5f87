package peekbench.training;

import org.apiguardian.api.API;
import peekbench.problem.Problems;
import peekbench.registry.Default;
import peekbench.registry.Summary;

/**
 * Ends a training whose test loss no longer falls and puts back the weights of its best epoch. The test records thereby
 * choose the epoch, as in Ioannidou and Straathof (2020, section 3.3); their accuracy is that much too good.
 *
 * @param patience epochs without improvement before training ends; larger than the number of epochs, training goes on to
 *     its end and only the best weights are put back
 * @param improvement by how much the loss must fall to count
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1.0")
@Summary("ends training when the test loss no longer falls and puts back the best weights")
public record EarlyStopping(
        @Default("2") @Summary("epochs without improvement before training ends")
        int patience,

        @Default("0") @Summary("by how much the loss must fall to count")
        double improvement) {
    public EarlyStopping {
        Problems problems = new Problems();
        problems.atLeast("patience", patience, 1);
        problems.nonNegative("improvement", improvement);
        problems.throwIfAny();
    }
}
