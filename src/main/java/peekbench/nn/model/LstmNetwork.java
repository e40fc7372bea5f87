package peekbench.nn.model;

import com.google.auto.service.AutoService;
import peekbench.nn.Architecture;
import peekbench.nn.array.Shape;
import peekbench.nn.layer.Lstm;
import peekbench.registry.Default;
import peekbench.registry.Name;
import peekbench.registry.Summary;

/**
 * Long short-term memory over the rows of an image, or over the numbers of a table's record: {@code rows} makes the sequence, {@code
 * lstm}1 and those after it give their states of all steps, {@code last} keeps the last of them for a dense layer.
 *
 * @param units length of a state
 * @param layers how many recurrent layers follow each other
 */
@Name("lstm")
@Summary("Long short-term memory over the rows of an image")
public record LstmNetwork(
        @Default("128") @Summary("length of a state") int units,

        @Default("1") @Summary("how many recurrent layers follow each other")
        int layers)
        implements ModelOptions {
    /** @throws peekbench.problem.ConfigurationException with all mistakes */
    public LstmNetwork {
        RecurrentNetworks.check(units, layers);
    }

    @Override
    public Architecture architecture(Shape input, int outputs) {
        return RecurrentNetworks.build("lstm", new Lstm(units), layers, input, outputs);
    }

    /** Puts it into the catalogue. */
    @AutoService(ModelProvider.class)
    public record Provider() implements ModelProvider {}
}
