package peekbench.threat.attack;

import org.apiguardian.api.API;
import org.nd4j.linalg.api.ndarray.INDArray;
import peekbench.nn.array.SavedState;

/**
 * A network that an attack trained, at work on what leaves a client. Written down and {@linkplain AttackOptions#restored
 * restored} it gives the same bits.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1.0")
public interface TrainedAttacker {

    /** What goes in, and what it takes for the client's inputs. */
    ClientShapes shapes();

    /**
     * What it takes for the inputs of smashed data, as the attack itself does.
     *
     * @param smashed {@code [N, …]}, what the tested client sends, after every defense
     * @return {@code [N, C, H, W]} in [0, 1], or rows of a table {@code [N, F]}, in new memory
     */
    INDArray reconstruct(INDArray smashed);

    /** Writes down all that {@link #reconstruct} depends on, or takes it over. */
    void remember(SavedState state);
}
