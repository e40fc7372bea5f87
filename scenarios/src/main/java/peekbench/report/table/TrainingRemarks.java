package peekbench.report.table;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Locale;
import peekbench.result.StoredTrial;

/** What is to be known of how trials were trained when their utility is read. */
public final class TrainingRemarks {
    private TrainingRemarks() {}

    /** A sentence each; most trainings need none. */
    public static List<String> of(List<StoredTrial> trials) {
        List<StoredTrial> trained =
                trials.stream().filter(trial -> !trial.epochs().isEmpty()).toList();
        long chosen = trained.stream().filter(TrainingRemarks::stopsEarly).count();
        if (chosen == 0) {
            return List.of();
        }
        String which = chosen == trained.size()
                ? ""
                : String.format(Locale.ROOT, " of %d of %d trials", chosen, trained.size());
        return List.of(
                "Early stopping: the epoch whose weights count was chosen on the very test records that accuracy, MAE and"
                        + " test loss" + which + " are taken on, so these are that much too good.");
    }

    /** Read from the scenario as it is stored, so that it is told of older trials too. */
    private static boolean stopsEarly(StoredTrial trial) {
        JsonNode training = trial.info().provenance().scenario().point().path("training");
        JsonNode stopping = training.path("early-stopping");
        return !stopping.isMissingNode() && !stopping.isNull();
    }
}
