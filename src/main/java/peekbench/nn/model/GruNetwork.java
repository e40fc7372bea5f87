package peekbench.nn.model;

import com.google.auto.service.AutoService;
import peekbench.nn.Architecture;
import peekbench.nn.array.Shape;
import peekbench.nn.layer.Gru;
import peekbench.registry.Default;
import peekbench.registry.Name;
import peekbench.registry.Summary;

/**
 * Gated recurrent units over the rows of an image, or over the numbers of a table's record: {@code rows} makes the sequence, {@code
 * gru}1 and those after it give their states of all steps, {@code last} keeps the last of them for a dense layer.
 *
 * @param units length of a state
 * @param layers how many recurrent layers follow each other
 */
@Name("gru")
@Summary("Gated recurrent units over the rows of an image")
public record GruNetwork(
        @Default("128") @Summary("length of a state") int units,

        @Default("1") @Summary("how many recurrent layers follow each other")
        int layers)
        implements ModelOptions {
    /** @throws peekbench.problem.ConfigurationException with all mistakes */
    public GruNetwork {
        RecurrentNetworks.check(units, layers);
    }

    @Override
    public Architecture architecture(Shape input, int outputs) {
        return RecurrentNetworks.build("gru", new Gru(units), layers, input, outputs);
    }

    /** Puts it into the catalogue. */
    @AutoService(ModelProvider.class)
    public record Provider() implements ModelProvider {}
}
