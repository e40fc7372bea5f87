package peekbench.scenario;

import org.apiguardian.api.API;
import peekbench.registry.Default;
import peekbench.registry.Summary;

/**
 * What a run keeps besides figures and pictures; nothing of it changes a figure.
 *
 * @param victims whether the finished networks of all parties are kept, so that they can be attacked again
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1.0")
@Summary("what is kept besides figures and pictures; changes no figure")
public record StoreOptions(
        @Default("true") @Summary("keep trained networks, to be attacked again")
        boolean victims) {}
