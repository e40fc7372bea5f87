package peekbench.nn.model;

import org.apiguardian.api.API;
import peekbench.registry.Kind;
import peekbench.registry.OptionsProvider;

/** Offers a network; see {@link OptionsProvider} for how to write one. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1.0")
public interface ModelProvider extends OptionsProvider<ModelOptions> {
    /** What scenarios, lists and messages call what is offered. */
    Kind<ModelProvider> KIND = new Kind<>("model", ModelProvider.class);

    @Override
    default Class<ModelOptions> optionsType() {
        return ModelOptions.class;
    }
}
