package peekbench.nn.layer;

import org.apiguardian.api.API;

/**
 * A layer that another library computes: the way in for modules that bring one along. What it makes keeps the contract of
 * {@link Layer} to the letter, so that segments, protocols and attacks need not know.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1.0")
public non-sealed interface ForeignLayer extends LayerSpec {}
