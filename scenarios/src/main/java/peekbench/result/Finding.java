package peekbench.result;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * What an attack says that it found.
 *
 * @param attack whose, as in scores
 * @param text a sentence
 */
public record Finding(@JsonProperty("contestant") String attack, String text) {}
