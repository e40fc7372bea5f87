package peekbench.result;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.apiguardian.api.API;

/**
 * What an attack says that it found, or what is to be said of the training.
 *
 * @param attack whose, as in scores; {@link #OF_TRAINING} or {@link #OF_PRIVACY}
 * @param text a sentence
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1.0")
public record Finding(@JsonProperty("contestant") String attack, String text) {
    /** In place of an attack: the sentence is about how the victims were trained. */
    public static final String OF_TRAINING = "training";
    /** In place of an attack: the sentence is about the trial's ε. */
    public static final String OF_PRIVACY = "\u03b5";
}
