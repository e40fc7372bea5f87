package peekbench.deeplearning4j;

import java.util.function.Function;
import peekbench.nn.array.Shape;
import peekbench.nn.layer.LayerSpec;
import peekbench.nn.layer.NamedLayer;

/**
 * A layer of ours whose kind is known and whose sizes may depend on the data.
 *
 * @param name of the cut behind it
 * @param make what it is for an example of a shape
 */
record Draft(String name, Function<Shape, LayerSpec> make) {
    /** A layer that is the same for all inputs. */
    static Draft of(String name, LayerSpec spec) {
        return new Draft(name, shape -> spec);
    }

    NamedLayer layer(Shape input) {
        return new NamedLayer(name, make.apply(input));
    }
}
