package peekbench.plan.estimate;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import peekbench.plan.TrialPlan;
import peekbench.result.StoredTrial;
import peekbench.result.TrialWork;
import peekbench.result.VictimNote;
import peekbench.result.file.DiskUse;
import peekbench.scenario.ScenarioFormat;

/**
 * What trials took that are finished. Of equal settings, the estimate is their median, and the span runs from a fifth below the
 * fastest to a quarter above the slowest. Of others with the same protocol, model, cut, data sizes and attacks, those with the
 * same defenses come first; training counts in proportion to the epochs, and the span from half to twice the median owns that
 * options of defenses and attacks differ.
 */
final class FinishedTrials {
    private static final double FASTER = .8;
    private static final double SLOWER = 1.25;
    private static final double FACTOR_OF_OTHERS = 2;
    private static final int MOST_MEASURED = 5;

    private final Map<String, List<Finished>> bySettings = new HashMap<>();
    private final Map<String, List<Finished>> byArm = new HashMap<>();
    private final Map<String, List<Finished>> byKind = new HashMap<>();

    /**
     * A finished trial.
     *
     * @param training seconds that its training took, in it or in the trial that its victim was taken from
     * @param rest seconds that it took besides
     * @param victim bytes of its victim
     */
    private record Finished(double epochs, double training, double rest, Path folder, long victim) {
        double scaled(double wanted) {
            return rest + trained(wanted);
        }

        double share(double wanted) {
            double all = scaled(wanted);
            return all > 0 ? trained(wanted) / all : 0;
        }

        private double trained(double wanted) {
            return epochs > 0 ? training * wanted / epochs : training;
        }

        long diskBytes() {
            return DiskUse.of(folder) + victim;
        }
    }

    FinishedTrials(List<StoredTrial> trials) {
        trials.forEach(this::learn);
    }

    void learn(StoredTrial trial) {
        if (!trial.completed()) {
            return;
        }
        JsonNode point = trial.info().provenance().scenario().point();
        Optional<VictimNote> note = VictimNote.in(trial.folder());
        double training = trial.info().trainingSeconds();
        double inThisTrial = note.filter(VictimNote::reused).isPresent() ? 0 : training;
        Finished finished = new Finished(
                epochs(point),
                training,
                Math.max(0, trial.info().totalSeconds() - inThisTrial),
                trial.folder(),
                note.map(VictimNote::bytes).orElse(0L));
        add(bySettings, trial.info().work().settings(), finished);
        add(byArm, arm(point), finished);
        add(byKind, kind(point), finished);
    }

    private static void add(Map<String, List<Finished>> map, String key, Finished finished) {
        map.computeIfAbsent(key, any -> new ArrayList<>()).add(finished);
    }

    /** What trials of the same settings took. */
    Optional<Span> of(TrialPlan plan) {
        JsonNode point = ScenarioFormat.tree(plan.point());
        double[] same = seconds(same(plan, point), point);
        if (same.length == 0) {
            return Optional.empty();
        }
        return Optional.of(new Span(same[0] * FASTER, same[same.length / 2], same[same.length - 1] * SLOWER));
    }

    /** What trials took that are like it. */
    Optional<Span> like(TrialPlan plan) {
        JsonNode point = ScenarioFormat.tree(plan.point());
        double[] like = seconds(like(point), point);
        if (like.length == 0) {
            return Optional.empty();
        }
        double middle = like[like.length / 2];
        return Optional.of(new Span(
                Math.min(like[0], middle / FACTOR_OF_OTHERS),
                middle,
                Math.max(like[like.length - 1], middle * FACTOR_OF_OTHERS)));
    }

    /** The mean size of some of these trials, victims included. */
    OptionalLong diskBytes(TrialPlan plan) {
        OptionalDouble mean = nearest(plan, ScenarioFormat.tree(plan.point())).stream()
                .limit(MOST_MEASURED)
                .mapToLong(Finished::diskBytes)
                .average();
        return mean.isEmpty() ? OptionalLong.empty() : OptionalLong.of(Math.round(mean.getAsDouble()));
    }

    /** The mean share of training in the seconds of these trials. */
    Optional<Double> training(TrialPlan plan) {
        JsonNode point = ScenarioFormat.tree(plan.point());
        double epochs = epochs(point);
        OptionalDouble mean = nearest(plan, point).stream()
                .mapToDouble(finished -> finished.share(epochs))
                .average();
        return mean.isEmpty() ? Optional.empty() : Optional.of(mean.getAsDouble());
    }

    private List<Finished> nearest(TrialPlan plan, JsonNode point) {
        List<Finished> same = same(plan, point);
        return same.isEmpty() ? like(point) : same;
    }

    private List<Finished> same(TrialPlan plan, JsonNode point) {
        return bySettings.getOrDefault(TrialWork.of(point, plan.seed()).settings(), List.of());
    }

    private List<Finished> like(JsonNode point) {
        return byArm.getOrDefault(arm(point), byKind.getOrDefault(kind(point), List.of()));
    }

    private static double[] seconds(List<Finished> trials, JsonNode point) {
        double epochs = epochs(point);
        double[] seconds =
                trials.stream().mapToDouble(finished -> finished.scaled(epochs)).toArray();
        Arrays.sort(seconds);
        return seconds;
    }

    private static double epochs(JsonNode point) {
        return point.at("/training/epochs").asDouble();
    }

    private static String arm(JsonNode point) {
        return kind(point) + "|" + names(point.path("defenses").path(0));
    }

    /** What trials must have in common to take about as long: protocol, model, cut, data sizes, batch size and names of attacks. */
    private static String kind(JsonNode point) {
        List<String> parts = new ArrayList<>();
        List.of("protocols", "model", "cuts")
                .forEach(key -> parts.add(point.path(key).toString()));
        List.of("dataset", "victim-train", "victim-test", "attacker-auxiliary", "attacker-validation")
                .forEach(key -> parts.add(point.path("data").path(key).asText()));
        parts.add(point.at("/training/batch-size").asText());
        parts.add(names(point.path("attacks")));
        return String.join("|", parts);
    }

    private static String names(JsonNode list) {
        List<String> names = new ArrayList<>();
        list.forEach(one ->
                names.add(one.isTextual() ? one.asText() : one.path("name").asText()));
        return String.join(",", names);
    }
}
