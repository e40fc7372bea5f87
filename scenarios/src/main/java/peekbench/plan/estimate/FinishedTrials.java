package peekbench.plan.estimate;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import peekbench.plan.TrialPlan;
import peekbench.result.StoredTrial;
import peekbench.result.TrialWork;
import peekbench.scenario.ScenarioFormat;

/**
 * What trials took that are finished. Of equal settings, the estimate is their median, and the span runs from a fifth below the
 * fastest to a quarter above the slowest. Of others with the same protocol, model, cut, data sizes and attacks, training counts in proportion to
 * the epochs, and the span from half to twice the median owns that defenses and options of attacks differ.
 */
final class FinishedTrials {
    private static final double FASTER = .8;
    private static final double SLOWER = 1.25;
    private static final double FACTOR_OF_OTHERS = 2;

    private final List<Finished> all;

    private record Finished(String settings, String kind, double epochs, double training, double total) {
        double scaled(double wanted) {
            double rest = Math.max(0, total - training);
            return rest + (epochs > 0 ? training * wanted / epochs : training);
        }
    }

    FinishedTrials(List<StoredTrial> trials) {
        this.all = trials.stream()
                .filter(StoredTrial::completed)
                .map(FinishedTrials::finished)
                .toList();
    }

    private static Finished finished(StoredTrial trial) {
        JsonNode point = trial.info().provenance().scenario().point();
        return new Finished(
                trial.info().work().settings(),
                kind(point),
                point.at("/training/epochs").asDouble(),
                trial.info().trainingSeconds(),
                trial.info().totalSeconds());
    }

    Optional<Span> of(TrialPlan plan) {
        JsonNode point = ScenarioFormat.tree(plan.point());
        String settings = TrialWork.of(point, plan.seed()).settings();
        double[] same = seconds(finished -> finished.settings().equals(settings), point);
        if (same.length > 0) {
            double middle = same[same.length / 2];
            return Optional.of(new Span(same[0] * FASTER, middle, same[same.length - 1] * SLOWER));
        }
        return Optional.empty();
    }

    Optional<Span> like(TrialPlan plan) {
        JsonNode point = ScenarioFormat.tree(plan.point());
        String kind = kind(point);
        double[] like = seconds(finished -> finished.kind().equals(kind), point);
        if (like.length == 0) {
            return Optional.empty();
        }
        double middle = like[like.length / 2];
        return Optional.of(new Span(
                Math.min(like[0], middle / FACTOR_OF_OTHERS),
                middle,
                Math.max(like[like.length - 1], middle * FACTOR_OF_OTHERS)));
    }

    private double[] seconds(Predicate<Finished> wanted, JsonNode point) {
        double epochs = point.at("/training/epochs").asDouble();
        double[] seconds = all.stream()
                .filter(wanted)
                .mapToDouble(finished -> finished.scaled(epochs))
                .toArray();
        Arrays.sort(seconds);
        return seconds;
    }

    /** What trials must have in common to take about as long: protocol, model, cut, data sizes, batch size and names of attacks. */
    private static String kind(JsonNode point) {
        List<String> parts = new ArrayList<>();
        List.of("protocols", "model", "cuts")
                .forEach(key -> parts.add(point.path(key).toString()));
        List.of("dataset", "victim-train", "victim-test", "attacker-auxiliary", "attacker-validation")
                .forEach(key -> parts.add(point.path("data").path(key).asText()));
        parts.add(point.at("/training/batch-size").asText());
        for (JsonNode attack : point.path("attacks")) {
            parts.add(attack.isTextual() ? attack.asText() : attack.path("name").asText());
        }
        return String.join("|", parts);
    }
}
