package peekbench.result;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.apiguardian.api.API;

/**
 * What an attack says that it found.
 *
 * @param attack whose, as in scores
 * @param text a sentence
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1.0")
public record Finding(@JsonProperty("contestant") String attack, String text) {}
