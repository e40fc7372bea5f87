package peekbench.trial;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import peekbench.data.Dataset;
import peekbench.data.IndexSets;
import peekbench.nn.CutArchitecture;
import peekbench.plan.TrialPlan;
import peekbench.protocol.party.PeerViews;
import peekbench.scenario.Scenario;
import peekbench.scenario.ScenarioData;
import peekbench.seed.Seed;
import peekbench.threat.defense.DefenseOptions;
import peekbench.training.KeptEpochs;
import peekbench.training.Protocol;
import peekbench.training.TrainingSetup;

/**
 * What a trial trains.
 *
 * @param sets who owns which records
 * @param protocol with what its clients see of each other
 * @param trained with the trial's defenses, which may have changed the network
 * @param undefended the same without any, which floors, references and ceilings are taken from
 */
record TrialSetup(IndexSets sets, Protocol protocol, TrainingSetup trained, TrainingSetup undefended) {

    static TrialSetup of(TrialPlan plan, ScenarioData data) {
        Scenario scenario = plan.scenario();
        Dataset dataset = data.dataset();
        IndexSets sets = scenario.data().indexSets(dataset, Seed.of(plan.seed()));
        CutArchitecture plain = new CutArchitecture(
                scenario.model()
                        .architecture(dataset.exampleShape(), dataset.task().outputs()),
                plan.cut());
        return new TrialSetup(
                sets,
                PeerViews.around(plan.protocol()),
                setup(plan, dataset, sets, DefenseOptions.reshape(plain, plan.defenses()), plan.defenses()),
                setup(plan, dataset, sets, plain, List.of()));
    }

    private static TrainingSetup setup(
            TrialPlan plan, Dataset dataset, IndexSets sets, CutArchitecture network, List<DefenseOptions> defenses) {
        Scenario scenario = plan.scenario();
        TrainingSetup made = new TrainingSetup(
                network.architecture(),
                network.cut(),
                dataset,
                sets,
                scenario.data().partition(),
                scenario.training(),
                defenses.stream().map(DefenseOptions::create).toList(),
                scenario.precision(),
                Seed.of(plan.seed()));
        return made.watching(watchedEpochs(plan)).keeping(keptEpochs(plan));
    }

    /** After which epochs a server keeps what arrives, whether anybody attacks or not, so that it can be attacked later. */
    static KeptEpochs keptEpochs(TrialPlan plan) {
        return plan.scenario()
                .transcript()
                .of(plan.protocol().create(), plan.scenario().training());
    }

    /** After which epochs somebody looks at the network, or may go back to it. */
    static Set<Integer> looks(TrialPlan plan) {
        Set<Integer> all = new HashSet<>(keptEpochs(plan).epochs());
        all.addAll(attacked(plan));
        return all;
    }

    /** After which epochs attacks are mounted on the network: those that do not watch the training itself. */
    static Set<Integer> attacked(TrialPlan plan) {
        return plan.point().attacks().stream()
                        .allMatch(attack -> !attack.watchedEpochs().isEmpty())
                ? Set.of()
                : Set.copyOf(plan.scenario().attackAtEpochs());
    }

    /** What the attacks of this trial look at besides the trained network. */
    static Set<Integer> watchedEpochs(TrialPlan plan) {
        return plan.point().attacks().stream()
                .flatMap(attack -> attack.watchedEpochs().stream())
                .collect(Collectors.toSet());
    }
}
