package peekbench.scenario;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import peekbench.binding.Parts;
import peekbench.nn.model.ModelOptions;
import peekbench.problem.NearestName;
import peekbench.problem.Problems;
import peekbench.registry.Described;
import peekbench.threat.attack.AttackOptions;
import peekbench.threat.defense.DefenseOptions;
import peekbench.training.ProtocolOptions;
import peekbench.training.TrainingOptions;

/**
 * What must hold of a scenario's parts and between them. Each rule stands alone and is asked as soon as its parts are there, so
 * that a part that cannot be read hides no mistake of the others.
 */
final class ScenarioRules {
    private static final int LONGEST_TITLE = 300;

    private final Problems problems;

    private ScenarioRules(Problems problems) {
        this.problems = problems;
    }

    /** Adds what is wrong with the parts that there are. */
    static void check(Parts parts, Problems problems) {
        ScenarioRules rules = new ScenarioRules(problems);
        parts.get("format", Integer.class).ifPresent(rules::format);
        parts.get("name", String.class).ifPresent(rules::name);
        parts.get("title", String.class).ifPresent(rules::title);
        for (String key : List.of("cuts", "protocols", "defenses", "seeds")) {
            parts.list(key, Object.class).ifPresent(list -> rules.distinct(key, list));
        }
        String name = parts.get("name", String.class).orElse("");
        parts.get("model", ModelOptions.class)
                .ifPresent(
                        model -> parts.list("cuts", String.class).ifPresent(cuts -> rules.cutsOf(model, cuts, name)));
        Optional<List<AttackOptions>> attacks = parts.list("attacks", AttackOptions.class);
        Optional<List<Listed>> protocols = listed(parts, "protocols");
        List<Listed> undefended = listed(parts, "undefended-protocols").orElse(List.of());
        Optional<List<Listed>> all = protocols.map(
                listed -> Stream.concat(listed.stream(), undefended.stream()).toList());
        protocols.ifPresent(listed -> rules.distinctFrom(options(listed), options(undefended)));
        parts.get("data", DataPlan.class).ifPresent(data -> {
            DataRules ofData = new DataRules(data, problems);
            attacks.ifPresent(ofData::attackersHaveRecords);
            attacks.ifPresent(ofData::attackersHaveClasses);
            Stream.concat(protocols.stream().flatMap(List::stream), undefended.stream())
                    .forEach(ofData::protocolHasRecords);
        });
        MatchingRules matching = new MatchingRules(problems);
        Optional<TrainingOptions> training = parts.get("training", TrainingOptions.class);
        protocols.ifPresent(listed -> arms(parts).ifPresent(arms -> {
            matching.protocolsAndArmsMeet(listed, arms);
            training.ifPresent(steps -> matching.batchesHavePairs(listed, arms, steps));
        }));
        training.ifPresent(steps -> matching.batchesHavePairs(undefended, List.of(List.of()), steps));
        parts.get("transcript", TranscriptOptions.class).ifPresent(kept -> {
            training.ifPresent(length -> all.ifPresent(trained -> matching.keptEpochs(kept, length, trained)));
            parts.get("store", StoreOptions.class).ifPresent(store -> matching.transcriptToStore(kept, store));
        });
        attacks.ifPresent(listed -> {
            all.ifPresent(trained -> matching.attacksAndProtocolsMeet(listed, trained));
            training.ifPresent(length -> {
                matching.watchedEpochsAreTrained(listed, length);
                parts.list("attack-at-epochs", Integer.class)
                        .ifPresent(epochs ->
                                all.ifPresent(trained -> matching.attackedEpochs(epochs, listed, length, trained)));
            });
        });
    }

    /**
     * A protocol of the scenario.
     *
     * @param path where it stands: {@code protocols[0]}
     */
    record Listed(String path, ProtocolOptions options) {}

    private static Optional<List<Listed>> listed(Parts parts, String key) {
        return parts.list(key, ProtocolOptions.class)
                .map(protocols -> IntStream.range(0, protocols.size())
                        .mapToObj(place -> new Listed(key + "[" + place + "]", protocols.get(place)))
                        .toList());
    }

    private static List<ProtocolOptions> options(List<Listed> protocols) {
        return protocols.stream().map(Listed::options).toList();
    }

    private static Optional<List<List<DefenseOptions>>> arms(Parts parts) {
        return parts.list("defenses", Object.class)
                .map(arms -> arms.stream()
                        .<List<DefenseOptions>>map(arm -> ((List<?>) arm)
                                .stream().map(DefenseOptions.class::cast).toList())
                        .toList());
    }

    private void format(int format) {
        if (format > Scenario.FORMAT) {
            problems.add(
                    "format",
                    "is " + format + ", which is newer than this version of Peekbench; it reads format "
                            + Scenario.FORMAT + ". Use a newer Peekbench.");
        }
        problems.atLeast("format", format, 1);
    }

    private void name(String name) {
        if (!name.matches("[a-z0-9][a-z0-9-]{0,59}")) {
            problems.add(
                    "name",
                    "is (" + name + "); it names a folder: small letters, digits and dashes, at most 60, as in"
                            + " mnist-split.");
        }
    }

    private void title(String title) {
        if (title.length() > LONGEST_TITLE) {
            problems.add(
                    "title",
                    "has " + title.length() + " characters; it is the heading of the report, and may have "
                            + LONGEST_TITLE + ". Say more in comments.");
        }
    }

    private void distinct(String key, List<?> values) {
        if (values.isEmpty()) {
            problems.add(key, "is an empty list; it must have at least one entry.");
        }
        Map<Object, Integer> places = new HashMap<>();
        for (int place = 0; place < values.size(); place++) {
            Integer first = places.putIfAbsent(values.get(place), place);
            if (first != null) {
                problems.add(
                        key + "[" + place + "]", "is the same as " + key + "[" + first + "]; remove one of the two.");
            }
        }
    }

    /** What is trained without a defense only must not be trained with every arm as well. */
    private void distinctFrom(List<?> protocols, List<?> undefended) {
        for (int place = 0; place < undefended.size(); place++) {
            int same = protocols.indexOf(undefended.get(place));
            int before = undefended.indexOf(undefended.get(place));
            String other = same >= 0 ? "protocols[" + same + "]" : "undefended-protocols[" + before + "]";
            if (same >= 0 || before < place) {
                problems.add(
                        "undefended-protocols[" + place + "]", "is the same as " + other + "; remove one of the two.");
            }
        }
    }

    private void cutsOf(ModelOptions model, List<String> cuts, String scenario) {
        List<String> known = model.cuts();
        for (int place = 0; place < cuts.size(); place++) {
            String cut = cuts.get(place);
            if (!known.contains(cut)) {
                String of = scenario.isEmpty() ? "" : " of scenario (" + scenario + ")";
                problems.add(
                        "cuts[" + place + "]",
                        "The cut (" + cut + ")" + of + " is not in model (" + Described.name(model.getClass())
                                + "); its cuts are " + String.join(", ", known) + "." + NearestName.hint(cut, known));
            }
        }
    }
}
