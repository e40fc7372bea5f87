package peekbench.data.format;

import org.apiguardian.api.API;
import peekbench.registry.Summary;

/** Where the channels of images stand in an array. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1.0")
public enum ImageLayout {
    @Summary("[N, C, H, W], as PyTorch has it")
    CHANNELS_FIRST,

    @Summary("[N, H, W, C], as Keras has it")
    CHANNELS_LAST
}
