package peekbench.trial;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.nd4j.linalg.api.ndarray.INDArray;
import peekbench.evaluation.Contestants;
import peekbench.evaluation.Evaluation;
import peekbench.evaluation.PrivateTruth;
import peekbench.evaluation.Score;
import peekbench.metric.ImageMetrics;
import peekbench.plan.TrialPlan;
import peekbench.problem.ConfigurationException;
import peekbench.protocol.whole.Centralized;
import peekbench.result.Reconstructions;
import peekbench.result.StoredRoc;
import peekbench.result.TrialWriter;
import peekbench.scenario.Scenario;
import peekbench.seed.Seed;
import peekbench.threat.attack.Attack;
import peekbench.threat.attack.AttackOptions;
import peekbench.threat.attack.AttackOutcome;
import peekbench.threat.attack.AttackProgress;
import peekbench.threat.attack.AttackerKnowledge;
import peekbench.threat.attack.Candidate;
import peekbench.threat.attack.InferredClassMix;
import peekbench.threat.attack.InferredLabels;
import peekbench.threat.attack.LabelCandidate;
import peekbench.threat.attack.MembershipScores;
import peekbench.threat.attack.ReconstructedInputs;
import peekbench.threat.observation.TargetSet;
import peekbench.threat.view.AdversaryView;
import peekbench.threat.view.Views;

/** Mounts the attacks of a trial on its trained network and scores them beside the same attacks on reference clients. */
final class AttackStage {
    private static final int IMAGE_RANK = 4;

    private final TrialPlan plan;
    private final PrivateTruth truth;
    private final Evaluation evaluation;
    private final SharedScores shared;
    private final Listeners listeners;
    private final Map<String, Integer> namesakes = new HashMap<>();
    private final Set<TargetSet> labelledRecords = EnumSet.noneOf(TargetSet.class);
    private boolean reconstructed;

    /** Who hears of the work and keeps its results. */
    record Listeners(TrialProgress progress, TrialWriter writer) {}

    /**
     * Who mounts attacks.
     *
     * @param suffix tells its attacks from those of others
     * @param knowledge what it brings along
     * @param references clients that show what this attacker gets of them
     */
    record Attacker(String suffix, AttackerKnowledge knowledge, ReferenceClients references) {}

    /** What the scores of a reference client depend on. */
    private record ReferenceKey(String contestant, Scenario point, AttackOptions attack) {}

    AttackStage(TrialPlan plan, PrivateTruth truth, Evaluation evaluation, SharedScores shared, Listeners listeners) {
        this.plan = plan;
        this.truth = truth;
        this.evaluation = evaluation;
        this.shared = shared;
        this.listeners = listeners;
    }

    /** The attack on the finished network, with floors and ceilings. */
    void run(AttackOptions options, Views views, Attacker attacker) {
        Mount mount = mount(options, attacker);
        scored(mount, mount.contestant(), views)
                .ifPresent(outcome -> listeners.writer().scores(outcome.accept(new References(mount))));
    }

    /** The attack on the network as it is after an epoch. */
    void runDuring(int epoch, AttackOptions options, Views views, Attacker attacker) {
        Mount mount = mount(options, attacker);
        scored(mount, Contestants.atEpoch(mount.contestant(), epoch), views);
    }

    /**
     * Mounts and scores an attack. One that finds what it sees unfit for it, or that fails, is left out beside others,
     * which the report says; alone it fails the trial.
     */
    private Optional<AttackOutcome> scored(Mount mount, String contestant, Views views) {
        AttackProgress heard =
                (fraction, detail) -> listeners.progress().phase(plan, "attack " + contestant, fraction, detail);
        AttackOutcome outcome;
        try {
            outcome = outcome(mount, mount.options(), views, heard);
        } catch (ConfigurationException e) {
            return without(e, contestant, "It was not mounted. ");
        } catch (IllegalStateException e) {
            return without(e, contestant, "It failed, as when what it trains diverges. ");
        }
        listeners.writer().scores(evaluation.attack(contestant, outcome));
        listeners.writer().findings(contestant, outcome.findings());
        return Optional.of(outcome);
    }

    private Optional<AttackOutcome> without(RuntimeException reason, String contestant, String what) {
        if (plan.point().attacks().size() == 1) {
            throw reason;
        }
        listeners.writer().findings(contestant, List.of(what + reason.getMessage()));
        return Optional.empty();
    }

    /** Attacks of one name are told apart by numbers, and by the records that attackers bring along. */
    private Mount mount(AttackOptions options, Attacker attacker) {
        String attack = options.create().name();
        int namesake = namesakes.merge(attack + attacker.suffix(), 1, Integer::sum);
        String name = namesake == 1 ? attack : attack + "-" + namesake;
        return new Mount(name, name + attacker.suffix(), options, attacker);
    }

    /**
     * An attack that is mounted.
     *
     * @param stream names its random numbers, which are the same whoever mounts it
     * @param contestant its name in scores
     */
    private record Mount(String stream, String contestant, AttackOptions options, Attacker attacker) {}

    /**
     * What stands beside an attack's scores, where its kind of outcome has it: floors, ceilings, pictures. Neither reference
     * client has labels to infer.
     */
    private final class References implements AttackOutcome.Reader<List<Score>> {
        private final Mount mount;

        References(Mount mount) {
            this.mount = mount;
        }

        @Override
        public List<Score> membershipScores(MembershipScores outcome) {
            listeners
                    .writer()
                    .roc(new StoredRoc(
                            mount.contestant(), evaluation.roc(outcome).points()));
            return List.of();
        }

        @Override
        public List<Score> reconstructedInputs(ReconstructedInputs outcome) {
            reconstructed = true;
            Candidate strongest = evaluation.inOrder(outcome).strongest();
            strongest.reconstructions().forEach((targets, images) -> keep(mount.contestant(), targets, images));
            listeners.progress().phase(plan, "floors and ceilings", 0, mount.contestant());
            AttackOptions floor = mount.options().againstUntrained(strongest.strength());
            AttackOptions ceiling = mount.options().onlyAt(strongest.strength());
            ReferenceClients clients = mount.attacker().references();
            return shared.of(List.of(
                    reference(Contestants.UNTRAINED_CLIENT, mount, floor, clients::untrained),
                    reference(Contestants.IDENTITY_CLIENT, mount, ceiling, clients::identity)));
        }

        @Override
        public List<Score> inferredLabels(InferredLabels outcome) {
            for (LabelCandidate candidate : outcome.candidates()) {
                candidate.guesses().keySet().forEach(targets -> labelledRecords.add(targets.records()));
            }
            return List.of();
        }

        @Override
        public List<Score> inferredClassMix(InferredClassMix outcome) {
            return evaluation.classMixFloors();
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

    /** The attack on a client that no defense touches. */
    private SharedScores.Work reference(String reference, Mount mount, AttackOptions options, Supplier<Views> client) {
        Scenario point = plan.scenario().onlyTrial(new Centralized(1), plan.cut(), List.of(), plan.seed());
        boolean alone = plan.scenario().attacks().size() == 1
                && plan.scenario().data().auxiliary().size() == 1;
        String name = alone ? reference : reference + "/" + mount.contestant();
        return new SharedScores.Work(new ReferenceKey(name, point, options), () -> {
            Views views = client.get();
            // An identity client has nothing that could be taught, and neither reference client sends updates. What no
            // client shows has the mean image for a floor, and the arm without defense for a ceiling.
            return views.roles().contains(options.create().view())
                    ? evaluation.attack(name, outcome(mount, options, views, AttackProgress.silent()))
                    : List.of();
        });
    }

    private AttackOutcome outcome(Mount mount, AttackOptions options, Views views, AttackProgress heard) {
        return outcome(mount, options.create(), views, heard);
    }

    private <V extends AdversaryView, O extends AttackOutcome> AttackOutcome outcome(
            Mount mount, Attack<V, O> attack, Views views, AttackProgress heard) {
        V view = views.of(attack.view())
                .orElseThrow(() -> new ConfigurationException("The attack (" + attack.name() + ") needs a "
                        + attack.view().getSimpleName()
                        + ", which nobody around this protocol has. Choose another attack or protocol."));
        Seed seed = Seed.of(plan.seed()).child("attacks").child(mount.stream());
        return attack.run(view, mount.attacker().knowledge(), seed, heard);
    }

    private void keep(String contestant, TargetSet targets, INDArray images) {
        if (images.rank() == IMAGE_RANK) {
            INDArray originals = truth.originals(targets);
            double[] similarity = ImageMetrics.structuralSimilarity(originals, images);
            listeners.writer().reconstructions(new Reconstructions(contestant, targets, originals, images, similarity));
        }
    }
}
