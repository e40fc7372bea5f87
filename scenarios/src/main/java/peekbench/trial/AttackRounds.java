package peekbench.trial;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import peekbench.data.AuxiliarySource;
import peekbench.evaluation.Evaluation;
import peekbench.evaluation.PrivateTruth;
import peekbench.metric.MetricProvider;
import peekbench.plan.TrialPlan;
import peekbench.scenario.Scenario;
import peekbench.threat.attack.AttackOptions;
import peekbench.threat.attack.AttackerKnowledge;
import peekbench.threat.view.CuriousServerView;
import peekbench.threat.view.Views;
import peekbench.training.Protocol;
import peekbench.training.TrainedNetwork;
import peekbench.training.TrainingSetup;

/** Lets the attackers of a trial loose on its network: after training, and at the epochs that the scenario names. */
final class AttackRounds {
    private final TrialPlan plan;
    private final Scenario scenario;
    private final Protocol protocol;
    private final TrainingSetup setup;
    private final TrainingSetup undefended;
    private final AttackerRecords attackers;
    private final Rulers rulers;
    private final AttackStage.Listeners listeners;
    /**
     * What attacks are measured by.
     *
     * @param metrics by which reconstructions are compared with originals
     * @param shared floors and ceilings of all trials
     * @param sources what the trial's records and code are from
     */
    record Rulers(List<MetricProvider> metrics, SharedScores shared, TrialSources sources) {}

    /** What scores a round. */
    private record Scoring(PrivateTruth truth, Evaluation evaluation) {}

    AttackRounds(
            TrialPlan plan,
            TrialSetup setups,
            AttackerRecords attackers,
            Rulers rulers,
            AttackStage.Listeners listeners) {
        this.plan = plan;
        this.scenario = plan.scenario();
        this.protocol = setups.protocol();
        this.setup = setups.trained();
        this.undefended = setups.undefended();
        this.attackers = attackers;
        this.rulers = rulers;
        this.listeners = listeners;
    }

    /**
     * The attacks after an epoch, where the scenario asks for it; without floors, which are those of the last round, and
     * without attacks that look at the training itself, which see it whole when it has ended.
     */
    void during(int epoch, Supplier<TrainedNetwork> network) {
        if (!TrialSetup.attacked(plan).contains(epoch)) {
            return;
        }
        TrainedNetwork state = network.get();
        Scoring scoring = scoring(state);
        AttackStage stage = stage(scoring);
        for (AuxiliarySource source : scenario.data().auxiliary()) {
            Attacker attacker = attacker(source, scoring.truth());
            Views views = protocol.views(setup, state, scoring.truth().records(), attacker.knowledge());
            lookingAtTheState().forEach(options -> stage.runDuring(epoch, options, views, attacker));
        }
    }

    private List<AttackOptions> lookingAtTheState() {
        return attacks().stream()
                .filter(attack -> attack.watchedEpochs().isEmpty())
                .toList();
    }

    /**
     * The attacks on the finished network, with all that they are read against.
     *
     * @return what the first attackers saw; nothing where nobody attacks
     */
    Views after(TrainedNetwork network) {
        if (attacks().isEmpty()) {
            return Views.none();
        }
        Scoring scoring = scoring(network);
        AttackStage stage = stage(scoring);
        Evaluation evaluation = scoring.evaluation();
        List<Views> seen = new ArrayList<>();
        for (AuxiliarySource source : scenario.data().auxiliary()) {
            Attacker attacker = attacker(source, scoring.truth());
            Views views = protocol.views(setup, network, scoring.truth().records(), attacker.knowledge());
            seen.add(views);
            attacks().forEach(options -> stage.run(options, views, attacker));
        }
        stage.labelledRecords().forEach(targets -> listeners.writer().scores(evaluation.majorityClass(targets)));
        if (stage.reconstructed()) {
            bounds(evaluation, seen.get(0));
        }
        return seen.get(0);
    }

    /** What reconstructions are read against, whatever attack made them. */
    private void bounds(Evaluation evaluation, Views seen) {
        listeners.progress().phase(plan, "evaluation", .5, "distance correlation");
        seen.of(CuriousServerView.class).ifPresent(view -> listeners.writer().scores(evaluation.smashedData(view)));
        listeners.writer().scores(evaluation.meanImage());
        listeners.writer().scores(evaluation.bestConstant());
        for (AuxiliarySource source : scenario.data().auxiliary()) {
            if (!source.suffix().isEmpty()) {
                String whose = source.suffix().substring(1);
                listeners
                        .writer()
                        .scores(evaluation.meanImage(
                                whose, attackers.from(source).auxiliary()));
            }
        }
        listeners.writer().scores(evaluation.originals());
    }

    private List<AttackOptions> attacks() {
        return plan.point().attacks();
    }

    private AttackStage stage(Scoring scoring) {
        return new AttackStage(plan, scoring.evaluation(), rulers.shared(), rulers.sources(), listeners);
    }

    private Attacker attacker(AuxiliarySource source, PrivateTruth truth) {
        AttackerKnowledge own = attackers.from(source);
        return new Attacker(source.suffix(), own, new ReferenceClients(undefended, truth, own));
    }

    /** @param network whose watched training, if any, is scored */
    private Scoring scoring(TrainedNetwork network) {
        PrivateTruth truth = new PrivateTruth(
                setup.dataset(),
                setup.indexSets(),
                scenario.evaluation().images(),
                scenario.precision(),
                network.watched().records(),
                setup.clientRecords(plan.protocol().clients()));
        AttackerKnowledge sameKind = attackers.from(new AuxiliarySource.Same());
        return new Scoring(
                truth,
                new Evaluation(
                        scenario.evaluation(),
                        rulers.metrics(),
                        truth,
                        sameKind,
                        setup.seed().child("evaluation")));
    }
}
