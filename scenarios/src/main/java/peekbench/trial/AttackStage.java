package peekbench.trial;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.nd4j.linalg.indexing.NDArrayIndex;
import peekbench.evaluation.AttackResult;
import peekbench.evaluation.Evaluation;
import peekbench.evaluation.ReconstructedRecords;
import peekbench.evaluation.Score;
import peekbench.evaluation.Subject;
import peekbench.metric.Metric;
import peekbench.plan.TrialPlan;
import peekbench.problem.ConfigurationException;
import peekbench.result.TrialWriter;
import peekbench.result.record.Reconstructions;
import peekbench.result.record.StoredRoc;
import peekbench.threat.attack.AttackOptions;
import peekbench.threat.attack.AttackOutcome;
import peekbench.threat.attack.AttackProgress;
import peekbench.threat.attack.Candidate;
import peekbench.threat.attack.InferredLabelDistributions;
import peekbench.threat.attack.InferredLabels;
import peekbench.threat.attack.LabelCandidate;
import peekbench.threat.attack.MembershipScores;
import peekbench.threat.attack.ReconstructedInputs;
import peekbench.threat.observation.TargetSet;
import peekbench.threat.view.Views;

/** Mounts the attacks of a trial on its trained network and scores them beside the same attacks on reference clients. */
final class AttackStage {
    private static final int PICTURES_DURING_TRAINING = 100;

    private final TrialPlan plan;
    private final Evaluation evaluation;
    private final ReferenceScores references;
    private final Listeners listeners;
    private final Map<String, Integer> namesakes = new HashMap<>();
    private final Set<TargetSet> labelledRecords = EnumSet.noneOf(TargetSet.class);
    private boolean reconstructed;

    /** Who hears of the work and keeps its results. */
    record Listeners(TrialProgress progress, TrialWriter writer) {}

    AttackStage(TrialPlan plan, Evaluation evaluation, SharedScores shared, TrialSources sources, Listeners listeners) {
        this.plan = plan;
        this.evaluation = evaluation;
        this.references = new ReferenceScores(plan, evaluation, shared, sources);
        this.listeners = listeners;
    }

    /** The attack on the finished network, with floors, references and ceilings. */
    void run(AttackOptions options, Views views, Attacker attacker) {
        MountedAttack mount = mount(options, attacker);
        listeners.writer().attacker(mount.role());
        scored(mount, mount.subject(), views).ifPresent(scored -> {
            listeners.writer().claims(mount.subject().text(), scored.result().claims());
            listeners.writer().scores(scored.outcome().accept(new Companions(mount, scored.result())));
        });
    }

    /** The attack on the network as it is after an epoch. */
    void runDuring(int epoch, AttackOptions options, Views views, Attacker attacker) {
        MountedAttack mount = mount(options, attacker);
        Subject.ByAttack subject = mount.subject().after(epoch);
        scored(mount, subject, views)
                .ifPresent(scored ->
                        scored.result().reconstructed().forEach(made -> keep(subject, made, PICTURES_DURING_TRAINING)));
    }

    /**
     * Mounts and scores an attack. One that finds what it sees unfit for it, or that fails, is left out beside others,
     * which the report says; alone it fails the trial.
     */
    private Optional<Scored> scored(MountedAttack mount, Subject subject, Views views) {
        AttackProgress heard =
                (fraction, detail) -> listeners.progress().phase(plan, "attack " + subject.text(), fraction, detail);
        heard.report(0, "");
        AttackOutcome outcome;
        try {
            outcome = mount.run(plan.seed(), views, heard);
        } catch (ConfigurationException e) {
            return without(e, subject, "It was not mounted. ");
        } catch (IllegalStateException e) {
            return without(e, subject, "It failed, as when what it trains diverges. ");
        }
        AttackResult result = evaluation.attack(subject, outcome);
        listeners.writer().scores(result.scores());
        listeners.writer().findings(subject.text(), outcome.findings());
        return Optional.of(new Scored(outcome, result));
    }

    /** What an attack claims, and what it is worth. */
    private record Scored(AttackOutcome outcome, AttackResult result) {}

    private Optional<Scored> without(RuntimeException reason, Subject subject, String what) {
        if (plan.point().attacks().size() == 1) {
            throw reason;
        }
        listeners.writer().findings(subject.text(), List.of(what + reason.getMessage()));
        return Optional.empty();
    }

    /** @param most how many of the records are kept, the first ones */
    private void keep(Subject subject, ReconstructedRecords made, int most) {
        TargetSet targets = made.targets();
        int count = Math.toIntExact(Math.min(most, made.made().size(0)));
        Map<Metric, double[]> values = new LinkedHashMap<>();
        made.values().forEach((metric, each) -> values.put(metric, Arrays.copyOf(each, count)));
        values.remove(Metric.CLASSIFIER_ACCURACY); // said by the classes that were read
        List<Integer> read = made.read();
        listeners.writer().records(targets, evaluation.records(targets), evaluation.readInOriginals(targets));
        listeners
                .writer()
                .reconstructions(new Reconstructions(
                        subject.text(),
                        targets,
                        made.originals(),
                        made.made().get(NDArrayIndex.interval(0, count)),
                        values,
                        read.subList(0, Math.min(count, read.size()))));
    }

    /** Attacks of one name are told apart by numbers, and by the records that attackers bring along. */
    private MountedAttack mount(AttackOptions options, Attacker attacker) {
        String attack = options.create().name();
        int namesake = namesakes.merge(attack + attacker.suffix(), 1, Integer::sum);
        String name = namesake == 1 ? attack : attack + "-" + namesake;
        return new MountedAttack(name, new Subject.ByAttack(name + attacker.suffix()), options, attacker);
    }

    /**
     * What stands beside an attack's scores, where its kind of outcome has it: floors, references, ceilings, pictures. Neither reference
     * client has labels to infer.
     */
    private final class Companions implements AttackOutcome.Reader<List<Score>> {
        private final MountedAttack mount;
        private final AttackResult result;

        Companions(MountedAttack mount, AttackResult result) {
            this.mount = mount;
            this.result = result;
        }

        @Override
        public List<Score> membershipScores(MembershipScores outcome) {
            result.curve()
                    .ifPresent(curve ->
                            listeners.writer().roc(new StoredRoc(mount.subject().text(), curve.points())));
            return List.of();
        }

        @Override
        public List<Score> reconstructedInputs(ReconstructedInputs outcome) {
            reconstructed = true;
            result.reconstructed().forEach(made -> keep(mount.subject(), made, Integer.MAX_VALUE));
            keepAttacker(outcome.strongest());
            listeners
                    .progress()
                    .phase(plan, "reference clients", 0, mount.subject().text());
            return references.scores(mount, outcome.strongest().strength());
        }

        private void keepAttacker(Candidate strongest) {
            strongest
                    .attacker()
                    .filter(attacker -> plan.scenario().store().attackers())
                    .ifPresent(attacker -> listeners
                            .writer()
                            .attacker(
                                    mount.subject().text(),
                                    plan.point().attacks().indexOf(mount.options()),
                                    strongest.strength(),
                                    attacker));
        }

        @Override
        public List<Score> inferredLabels(InferredLabels outcome) {
            for (LabelCandidate candidate : outcome.candidates()) {
                candidate.guesses().keySet().forEach(targets -> labelledRecords.add(targets.records()));
            }
            return List.of();
        }

        @Override
        public List<Score> inferredLabelDistributions(InferredLabelDistributions outcome) {
            return evaluation.labelDistributionFloors();
        }
    }

    /** Whether any attack made reconstructions, which floors, ceilings and the correlation of smashed data stand beside. */
    boolean reconstructed() {
        return reconstructed;
    }

    /** The records of which any attack inferred labels, which the floor of labels stands beside. */
    Set<TargetSet> labelledRecords() {
        return labelledRecords;
    }
}
