package peekbench.ui.model;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import peekbench.report.estimate.Column;

/** Words of the field and what they mean here, as the glossary has them. */
public final class Terms {
    private static final Map<String, String> WORDS = words();

    private Terms() {}

    private static Map<String, String> words() {
        Map<String, String> words = new LinkedHashMap<>();
        words.put("arm", "The defenses that are applied together, in their order; no defense is an arm too.");
        words.put("protocol", "Who sends what to whom, and who takes a training step when.");
        words.put(
                "cut",
                "The named place between the layers of a client and those of a server; it is behind that layer.");
        words.put("smashed data", "What a client's layers make of a record, and what leaves the client.");
        words.put("attack", "Takes what one party sees and gives what it has learned. It never sees private truth.");
        words.put(
                "seed", "The root of every random number of a trial. Every figure of an arm is a mean over its seeds.");
        words.put("trial", "One point of a scenario with one seed.");
        words.put("unseen", "Records that nobody trained on. The attacker has not seen them either.");
        words.put("trained on", "Records that the clients trained on. The attacker has not seen them.");
        words.put(
                "floor",
                "What an attacker gets who learns nothing: the mean image, the best picture of one brightness, the most"
                        + " frequent class.");
        words.put(
                "ceiling",
                "What an attacker gets from a client that hides nothing: the identity client, the originals.");
        words.put(
                "reference",
                "A score to read others by. The untrained client is one: a random network often leaks more than a trained"
                        + " one.");
        words.put("pin", "An arm that stays side by side with others; at most six.");
        words.put("epoch", "One pass over the training records; the slider shows what was seen after which.");
        words.put("error", "How far a reconstruction is off: |original - reconstruction|, always from 0 to 0.5.");
        for (Column column : List.of(
                Column.ACCURACY,
                Column.SSIM,
                Column.REIDENTIFICATION,
                Column.REIDENTIFICATION_TOP_5,
                Column.FEATURE_REIDENTIFICATION,
                Column.FEATURE_REIDENTIFICATION_TOP_5,
                Column.FEATURE_DISTANCE,
                Column.PSNR,
                Column.MSE,
                Column.CLASSIFIER_ACCURACY,
                Column.LABEL_ACCURACY,
                Column.LABEL_AUC,
                Column.LABEL_DISTRIBUTION_DISTANCE,
                Column.MEMBERSHIP_AUC,
                Column.MEMBERSHIP_TPR_AT_1_PERCENT,
                Column.DISTANCE_CORRELATION,
                Column.BIAS_CORRECTED_DISTANCE_CORRELATION)) {
            words.put(column.heading(), column.meaning());
        }
        return words;
    }

    /** All, in the order of lists. */
    public static Map<String, String> all() {
        return new LinkedHashMap<>(WORDS);
    }

    /** What a word means. */
    public static Optional<String> meaning(String word) {
        return Optional.ofNullable(WORDS.get(word));
    }
}
