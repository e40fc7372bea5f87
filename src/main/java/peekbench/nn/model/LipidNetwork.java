package peekbench.nn.model;

import com.google.auto.service.AutoService;
import java.util.List;
import peekbench.nn.Architecture;
import peekbench.nn.array.Shape;
import peekbench.nn.layer.Activation;
import peekbench.nn.layer.Dense;
import peekbench.nn.layer.Flatten;
import peekbench.problem.Problems;
import peekbench.registry.Default;
import peekbench.registry.Name;
import peekbench.registry.Paper;
import peekbench.registry.Summary;

/**
 * Dense network for tables such as the lipid measurements: {@code fc1} and {@code relu1} are the privacy-preserving layer
 * that a client holds ("filters and activation function"; its cases 2 and 3 send what leaves the activation), the layers
 * behind them the server's regression.
 *
 * <p>The paper gives neither the number nor the widths of its layers; the defaults are this project's.
 *
 * @param hidden units of the dense layers before the last
 */
@Paper(
        authors = "Lee, Lee, Jun, Kim, Yoo",
        title = "Triad of Split Learning: Privacy, Accuracy, and Performance",
        year = 2021,
        venue = "ICTC",
        section = "III-B and IV-A")
@Name("lipid-mlp")
@Summary("Dense network with ReLU for tables such as the lipid measurements")
public record LipidNetwork(
        @Default("[16, 16]") @Summary("units of the dense layers before the last")
        List<Integer> hidden) implements ModelOptions {
    /** @throws peekbench.problem.ConfigurationException with all mistakes */
    public LipidNetwork {
        hidden = List.copyOf(hidden);
        Problems problems = new Problems();
        for (int place = 0; place < hidden.size(); place++) {
            problems.atLeast("hidden[" + place + "]", hidden.get(place), 1);
        }
        problems.throwIfAny();
    }

    @Override
    public Architecture architecture(Shape input, int outputs) {
        Architecture.Builder builder = new Architecture.Builder().add("flatten", new Flatten());
        for (int place = 1; place <= hidden.size(); place++) {
            builder.add("fc" + place, new Dense(hidden.get(place - 1))).add("relu" + place, Activation.RELU);
        }
        return builder.add("fc" + (hidden.size() + 1), new Dense(outputs)).build("lipid-mlp", input);
    }

    /** Puts it into the catalogue. */
    @AutoService(ModelProvider.class)
    public record Provider() implements ModelProvider {}
}
