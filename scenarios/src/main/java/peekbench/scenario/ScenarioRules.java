package peekbench.scenario;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import peekbench.binding.Parts;
import peekbench.data.AuxiliarySource;
import peekbench.data.Partition;
import peekbench.nn.model.ModelOptions;
import peekbench.problem.NearestName;
import peekbench.problem.Problems;
import peekbench.registry.Described;
import peekbench.threat.attack.AttackOptions;
import peekbench.threat.defense.DefenseOptions;
import peekbench.training.ProtocolOptions;
import peekbench.training.TrainingOptions;

/** What must hold between the parts of a scenario. Each rule stands alone, so that one can be asked without the others. */
final class ScenarioRules {
    private final Problems problems;

    ScenarioRules(Problems problems) {
        this.problems = problems;
    }

    /** The rules whose parts could be read, for a scenario that could not be made. */
    static void check(Parts parts, Problems problems) {
        ScenarioRules rules = new ScenarioRules(problems);
        parts.get("format", Integer.class).ifPresent(rules::format);
        parts.get("name", String.class).ifPresent(rules::name);
        parts.get("title", String.class).ifPresent(rules::title);
        for (String key : List.of("cuts", "protocols", "defenses", "seeds")) {
            parts.get(key, List.class).ifPresent(list -> rules.distinct(key, list));
        }
        parts.get("attacks", List.class)
                .ifPresent(attacks -> parts.get("training", TrainingOptions.class)
                        .ifPresent(training -> rules.watchedEpochsAreTrained(attacks, training)));
        String name = parts.get("name", String.class).orElse("");
        parts.get("model", ModelOptions.class)
                .ifPresent(model ->
                        parts.get("cuts", List.class).ifPresent(cuts -> rules.cutsOf(model, texts(cuts), name)));
        parts.get("attack-at-epochs", List.class)
                .ifPresent(epochs -> parts.get("attacks", List.class)
                        .ifPresent(attacks -> parts.get("training", TrainingOptions.class)
                                .ifPresent(training -> parts.get("protocols", List.class)
                                        .ifPresent(protocols ->
                                                rules.attackedEpochs(epochs, attacks, training, protocols)))));
        parts.get("data", DataPlan.class).ifPresent(data -> {
            parts.get("attacks", List.class).ifPresent(attacks -> {
                rules.attackersHaveRecords(data, attacks);
                rules.attackersHaveClasses(data, attacks);
            });
            parts.get("protocols", List.class).ifPresent(protocols -> {
                rules.shares(data, "protocols", protocols);
                rules.publicRecords(data, "protocols", protocols);
            });
            parts.get("undefended-protocols", List.class).ifPresent(protocols -> {
                rules.shares(data, "undefended-protocols", protocols);
                rules.publicRecords(data, "undefended-protocols", protocols);
            });
        });
        parts.get("protocols", List.class).ifPresent(listed -> {
            List<?> protocols = listed;
            parts.get("defenses", List.class).ifPresent(arms -> rules.protocolsAndArmsMeet(protocols, arms));
            List<?> undefended = parts.get("undefended-protocols", List.class).orElse(List.of());
            rules.distinctFrom(protocols, undefended);
            List<Object> all = new ArrayList<>();
            protocols.forEach(all::add);
            undefended.forEach(all::add);
            parts.get("attacks", List.class).ifPresent(attacks -> rules.attacksAndProtocolsMeet(attacks, all));
        });
    }

    private static List<String> texts(List<?> list) {
        return list.stream().map(String.class::cast).toList();
    }

    void format(int format) {
        if (format > Scenario.FORMAT) {
            problems.add(
                    "format",
                    "is " + format + ", which is newer than this version of Peekbench; it reads format "
                            + Scenario.FORMAT + ". Use a newer Peekbench.");
        }
        problems.atLeast("format", format, 1);
    }

    void name(String name) {
        if (!name.matches("[a-z0-9][a-z0-9-]{0,59}")) {
            problems.add(
                    "name",
                    "is (" + name + "); it names a folder: small letters, digits and dashes, at most 60, as in"
                            + " mnist-split.");
        }
    }

    void title(String title) {
        if (title.isBlank()) {
            problems.add("title", "is blank; it is the heading of the report. Say what the scenario shows.");
        }
    }

    void distinct(String key, List<?> values) {
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
    void distinctFrom(List<?> protocols, List<?> undefended) {
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

    void cutsOf(ModelOptions model, List<String> cuts, String scenario) {
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

    void attackersHaveRecords(DataPlan data, List<?> attacks) {
        if (attacks.isEmpty()) {
            return;
        }
        String why = "is 0, but the scenario has attacks; an attacker needs records of its own, at least 1.";
        if (data.attackerAuxiliary() == 0) {
            problems.add("data.attacker-auxiliary", why);
        }
        if (data.attackerValidation() == 0) {
            problems.add("data.attacker-validation", why);
        }
    }

    /** Each attack is mounted with the records of each source. */
    void attackersHaveClasses(DataPlan data, List<?> attacks) {
        for (int place = 0; place < data.auxiliary().size(); place++) {
            AuxiliarySource source = data.auxiliary().get(place);
            for (int attack = 0; attack < attacks.size(); attack++) {
                AttackOptions options = (AttackOptions) attacks.get(attack);
                if (!source.hasClasses() && options.needsClasses()) {
                    problems.add(
                            "data.auxiliary[" + place + "]",
                            "gives attackers records without classes, but attacks[" + attack + "] ("
                                    + options.create().name()
                                    + ") trains on classes. Remove one of the two; another scenario can hold it.");
                }
            }
        }
    }

    /** Every protocol must reach the epochs, unless early stopping ends it. */
    void attackedEpochs(List<?> epochs, List<?> attacks, TrainingOptions training, List<?> protocols) {
        if (!epochs.isEmpty() && attacks.isEmpty()) {
            problems.add(
                    "attack-at-epochs", "is " + epochs + ", but the scenario has no attacks. Add some, or remove it.");
        }
        if (epochs.stream().distinct().count() < epochs.size()) {
            problems.add("attack-at-epochs", "is " + epochs + "; list each epoch once.");
        }
        for (int place = 0; place < epochs.size(); place++) {
            int epoch = (Integer) epochs.get(place);
            String path = "attack-at-epochs[" + place + "]";
            problems.atLeast(path, epoch, 0);
            for (int protocol = 0; protocol < protocols.size(); protocol++) {
                int last = ((ProtocolOptions) protocols.get(protocol)).epochs(training);
                if (epoch > last) {
                    problems.add(
                            path,
                            "is " + epoch + ", but the training of protocols[" + protocol + "] has " + last
                                    + " epochs. List none that is later.");
                }
            }
        }
    }

    void shares(DataPlan data, String key, List<?> protocols) {
        for (int place = 0; place < protocols.size(); place++) {
            int clients = ((ProtocolOptions) protocols.get(place)).clients();
            if (data.partition() instanceof Partition.Unequal unequal
                    && unequal.shares().size() != clients) {
                problems.add(
                        "data.partition.shares",
                        "has " + unequal.shares().size() + " shares, but " + key + "[" + place + "] deals to " + clients
                                + " clients; give one share a client.");
            }
        }
    }

    void publicRecords(DataPlan data, String key, List<?> protocols) {
        for (int place = 0; place < protocols.size() && data.attackerAuxiliary() == 0; place++) {
            ProtocolOptions protocol = (ProtocolOptions) protocols.get(place);
            if (protocol.create().takesPublicRecords()) {
                problems.add(
                        "data.attacker-auxiliary",
                        "is 0, but " + key + "[" + place + "] (" + protocol.label()
                                + ") learns from these records as public ones; give at least 1.");
            }
        }
    }

    /** What an attack looks at must happen. */
    void watchedEpochsAreTrained(List<?> attacks, TrainingOptions training) {
        for (int place = 0; place < attacks.size(); place++) {
            AttackOptions attack = (AttackOptions) attacks.get(place);
            int last = attack.watchedEpochs().stream()
                    .mapToInt(Integer::intValue)
                    .max()
                    .orElse(0);
            if (last > training.epochs()) {
                problems.add(
                        "attacks[" + place + "]",
                        "The attack (" + attack.create().name() + ") looks at epoch " + last
                                + ", but training.epochs is " + training.epochs()
                                + ". Let it look at an earlier epoch, or train longer.");
            }
        }
    }

    /** Each attack needs a protocol around which somebody can mount it; it is left out with the others. */
    void attacksAndProtocolsMeet(List<?> attacks, List<?> protocols) {
        for (int place = 0; place < attacks.size(); place++) {
            AttackOptions attack = (AttackOptions) attacks.get(place);
            List<Optional<String>> reasons = protocols.stream()
                    .map(protocol -> Mounting.reasonAgainst(attack, (ProtocolOptions) protocol))
                    .toList();
            if (!reasons.isEmpty() && reasons.stream().allMatch(Optional::isPresent)) {
                problems.add(
                        "attacks[" + place + "]",
                        "The attack (" + attack.create().name() + ") can be mounted by nobody around the protocol ("
                                + ((ProtocolOptions) protocols.get(0)).label() + "): "
                                + reasons.get(0).orElseThrow() + "; there are "
                                + Mounting.roles((ProtocolOptions) protocols.get(0))
                                + ". Remove the attack, or add a protocol that has this role; peekbench list protocols"
                                + " shows who sees what.");
            }
        }
    }

    /** Each protocol needs an arm to be trained with, and each arm a protocol; others are left out. */
    void protocolsAndArmsMeet(List<?> protocols, List<?> arms) {
        if (protocols.isEmpty() || arms.isEmpty()) {
            return;
        }
        boolean every = true;
        for (int place = 0; place < protocols.size(); place++) {
            ProtocolOptions protocol = (ProtocolOptions) protocols.get(place);
            Optional<String> reason =
                    reasonAgainstAll(arms.stream().map(arm -> Defending.reasonAgainst(defenses(arm), protocol)));
            if (reason.isPresent()) {
                every = false;
                problems.add(
                        "protocols[" + place + "]",
                        "The protocol (" + protocol.label() + ") cannot be trained with any arm in defenses: "
                                + reason.get() + ". Add the arm [] to defenses, or change the protocol.");
            }
        }
        for (int place = 0; place < arms.size() && every; place++) {
            List<DefenseOptions> arm = defenses(arms.get(place));
            String path = "defenses[" + place + "]";
            reasonAgainstAll(protocols.stream()
                            .map(protocol -> Defending.reasonAgainst(arm, (ProtocolOptions) protocol)))
                    .ifPresent(reason -> problems.add(
                            path,
                            "would never be applied, since no entry of protocols takes it: " + reason
                                    + ". Remove the arm, or add a protocol that takes it."));
        }
    }

    /** The first reason when there is one against each. */
    private static Optional<String> reasonAgainstAll(Stream<Optional<String>> reasons) {
        List<Optional<String>> all = reasons.toList();
        return all.stream().allMatch(Optional::isPresent) ? all.get(0) : Optional.empty();
    }

    private static List<DefenseOptions> defenses(Object arm) {
        return ((List<?>) arm).stream().map(DefenseOptions.class::cast).toList();
    }
}
