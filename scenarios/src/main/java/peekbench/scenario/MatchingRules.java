package peekbench.scenario;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import peekbench.problem.Problems;
import peekbench.scenario.ScenarioRules.Listed;
import peekbench.threat.attack.AttackOptions;
import peekbench.threat.defense.DefenseOptions;
import peekbench.training.ProtocolOptions;
import peekbench.training.TrainingOptions;

/** Whether a scenario's attacks, protocols, arms and epochs find each other. */
final class MatchingRules {
    private final Problems problems;

    MatchingRules(Problems problems) {
        this.problems = problems;
    }

    /** Every protocol must reach the epochs, unless early stopping ends it. */
    void attackedEpochs(
            List<Integer> epochs, List<AttackOptions> attacks, TrainingOptions training, List<Listed> protocols) {
        if (!epochs.isEmpty() && attacks.isEmpty()) {
            problems.add(
                    "attack-at-epochs", "is " + epochs + ", but the scenario has no attacks. Add some, or remove it.");
        }
        if (epochs.stream().distinct().count() < epochs.size()) {
            problems.add("attack-at-epochs", "is " + epochs + "; list each epoch once.");
        }
        for (int place = 0; place < epochs.size(); place++) {
            int epoch = epochs.get(place);
            String path = "attack-at-epochs[" + place + "]";
            problems.atLeast(path, epoch, 0);
            for (Listed protocol : protocols) {
                int last = protocol.options().epochs(training);
                if (epoch > last) {
                    problems.add(
                            path,
                            "is " + epoch + ", but the training of " + protocol.path() + " has " + last
                                    + " epochs. List none that is later.");
                }
            }
        }
    }

    /** What a server keeps must come before the end, where anything comes to a server at all. */
    void keptEpochs(TranscriptOptions kept, TrainingOptions training, List<Listed> protocols) {
        for (int place = 0; place < kept.epochs().size(); place++) {
            int epoch = kept.epochs().get(place);
            if (epoch >= training.epochs()
                    && protocols.stream()
                            .anyMatch(protocol -> protocol.options().create().sendsSmashedData(training, 1))) {
                problems.add(
                        "transcript.epochs[" + place + "]",
                        "is " + epoch + ", but training.epochs is " + training.epochs()
                                + ", and what the finished network sends is attacked in any case. List earlier ones.");
            }
        }
    }

    /** What is to be stored must be kept. */
    void transcriptToStore(TranscriptOptions kept, StoreOptions store) {
        if (store.transcript() > 0 && kept.keepsNone()) {
            problems.add(
                    "store.transcript",
                    "is " + store.transcript() + ", but transcript.moments is 0, so that nothing is kept that could be"
                            + " stored. Set transcript.moments, or remove it.");
        }
    }

    /** What an attack looks at must happen. */
    void watchedEpochsAreTrained(List<AttackOptions> attacks, TrainingOptions training) {
        for (int place = 0; place < attacks.size(); place++) {
            AttackOptions attack = attacks.get(place);
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
    void attacksAndProtocolsMeet(List<AttackOptions> attacks, List<Listed> protocols) {
        for (int place = 0; place < attacks.size(); place++) {
            AttackOptions attack = attacks.get(place);
            List<Optional<String>> reasons = protocols.stream()
                    .map(protocol -> Mounting.reasonAgainst(attack, protocol.options()))
                    .toList();
            if (!reasons.isEmpty() && reasons.stream().allMatch(Optional::isPresent)) {
                problems.add(
                        "attacks[" + place + "]",
                        "The attack (" + attack.create().name() + ") can be mounted by nobody around the protocol ("
                                + protocols.get(0).options().label() + "): "
                                + reasons.get(0).orElseThrow() + "; there are "
                                + Mounting.roles(protocols.get(0).options())
                                + ". Remove the attack, or add a protocol that has this role; peekbench list protocols"
                                + " shows who sees what.");
            }
        }
    }

    /** Each protocol needs an arm to be trained with, and each arm a protocol; others are left out. */
    void protocolsAndArmsMeet(List<Listed> protocols, List<List<DefenseOptions>> arms) {
        if (protocols.isEmpty() || arms.isEmpty()) {
            return;
        }
        boolean every = true;
        for (int place = 0; place < protocols.size(); place++) {
            ProtocolOptions protocol = protocols.get(place).options();
            Optional<String> reason =
                    reasonAgainstAll(arms.stream().map(arm -> Defending.reasonAgainst(arm, protocol)));
            if (reason.isPresent()) {
                every = false;
                problems.add(
                        "protocols[" + place + "]",
                        "The protocol (" + protocol.label() + ") cannot be trained with any arm in defenses: "
                                + reason.get() + ". Add the arm [] to defenses, or change the protocol.");
            }
        }
        for (int place = 0; place < arms.size() && every; place++) {
            List<DefenseOptions> arm = arms.get(place);
            String path = "defenses[" + place + "]";
            reasonAgainstAll(protocols.stream().map(protocol -> Defending.reasonAgainst(arm, protocol.options())))
                    .ifPresent(reason -> problems.add(
                            path,
                            "would never be applied, since no entry of protocols takes it: " + reason
                                    + ". Remove the arm, or add a protocol that takes it."));
        }
    }

    /** Batches of a single record leave nothing to losses that compare records. */
    void batchesHavePairs(List<Listed> protocols, List<List<DefenseOptions>> arms, TrainingOptions training) {
        for (Listed protocol : protocols) {
            for (List<DefenseOptions> arm : arms) {
                if (Defending.reasonAgainst(arm, protocol.options()).isEmpty()) {
                    new LoneRecords(protocol.options(), arm, training)
                            .reasonAgainst()
                            .ifPresent(reason -> problems.add(
                                    "training.batch-size",
                                    "is " + training.batchSize() + ", but under " + protocol.path() + " " + reason
                                            + ", so that it would do nothing in any step. Use batches of at least 2."));
                }
            }
        }
    }

    /** The first reason when there is one against each. */
    private static Optional<String> reasonAgainstAll(Stream<Optional<String>> reasons) {
        List<Optional<String>> all = reasons.toList();
        return all.stream().allMatch(Optional::isPresent) ? all.get(0) : Optional.empty();
    }
}
