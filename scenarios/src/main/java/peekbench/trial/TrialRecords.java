package peekbench.trial;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import peekbench.catalogue.Catalogue;
import peekbench.data.IndexSets;
import peekbench.data.catalogue.DatasetProvider;
import peekbench.metric.MetricProvider;
import peekbench.plan.TrialPlan;
import peekbench.registry.Entry;
import peekbench.registry.PluginJar;
import peekbench.result.TrialKey;
import peekbench.result.TrialSetting;
import peekbench.result.provenance.DataInfo;
import peekbench.result.provenance.IndexSetInfo;
import peekbench.result.provenance.MachineInfo;
import peekbench.result.provenance.Provenance;
import peekbench.result.provenance.ScenarioInfo;
import peekbench.result.provenance.SoftwareInfo;
import peekbench.scenario.Scenario;
import peekbench.scenario.ScenarioData;
import peekbench.scenario.ScenarioFormat;
import peekbench.seed.Seed;

/** How a trial's plan is written down in its result. */
public final class TrialRecords {
    private static final List<IndexSets.Part> OF_ATTACKERS =
            List.of(IndexSets.Part.ATTACKER_AUXILIARY, IndexSets.Part.ATTACKER_VALIDATION);

    private TrialRecords() {}

    private static IndexSetInfo info(String name, IndexSets sets, IndexSets.Part part) {
        return new IndexSetInfo(name, sets.of(part).length, sets.sha256(part));
    }

    /** The key under which a result is stored. */
    public static TrialKey key(TrialPlan plan) {
        return new TrialKey(
                plan.id(),
                plan.group(),
                plan.protocolLabel(),
                plan.cut(),
                plan.armLabel(),
                !plan.defenses().isEmpty(),
                plan.seed(),
                plan.values().stream()
                        .map(value -> new TrialSetting(value.key(), value.value()))
                        .toList());
    }

    /**
     * How trials were asked for.
     *
     * @param trial the command line that runs one trial again
     * @param run that of the run that it was part of
     */
    public record Commands(String trial, String run) {}

    /** Those that something of a scenario is from, or that offer a metric of what its attacks find. */
    private static List<PluginJar> plugins(Scenario scenario, Catalogue catalogue) {
        Stream<Optional<PluginJar>> ofOptions = Stream.of(
                        List.of(scenario.model()),
                        scenario.allProtocols(),
                        scenario.defenses().stream().flatMap(List::stream).toList(),
                        scenario.attacks())
                .flatMap(List::stream)
                .map(options -> catalogue.jarOf((Record) options));
        Stream<Optional<PluginJar>> ofData = scenario.data()
                .names()
                .map(name -> catalogue.of(DatasetProvider.KIND).find(name).flatMap(Entry::jar));
        Stream<Optional<PluginJar>> ofMetrics = scenario.attacks().isEmpty()
                ? Stream.empty()
                : catalogue.of(MetricProvider.KIND).entries().stream().map(Entry::jar);
        return Stream.of(ofOptions, ofData, ofMetrics)
                .flatMap(jars -> jars)
                .flatMap(Optional::stream)
                .distinct()
                .toList();
    }

    /**
     * All that it takes to run the trial again.
     *
     * @param data that it runs on
     * @param datasetSha256 the hash of the content of the victims' data set, which takes a while to compute
     * @param threads trials that share the machine
     * @param commands the command lines that run it and its run again
     * @param catalogue knows which plug-ins its parts are from
     * @throws peekbench.problem.ConfigurationException when the data set is too small for the plan
     */
    public static Provenance provenance(
            TrialPlan plan,
            ScenarioData data,
            String datasetSha256,
            int threads,
            Commands commands,
            Catalogue catalogue) {
        Scenario scenario = plan.scenario();
        Seed seed = Seed.of(plan.seed());
        IndexSets sets = scenario.data().indexSets(data.dataset(), seed);
        List<IndexSetInfo> infos = new ArrayList<>();
        for (IndexSets.Part part : IndexSets.Part.values()) {
            infos.add(info(part.label(), sets, part));
        }
        data.others().keySet().stream().sorted().forEach(name -> {
            IndexSets others = scenario.data().otherIndexSets(data.other(name), seed);
            for (IndexSets.Part part : OF_ATTACKERS) {
                infos.add(info(part.label() + " of " + name, others, part));
            }
        });
        return new Provenance(
                new ScenarioInfo(
                        scenario.name(),
                        scenario.title(),
                        ScenarioFormat.tree(scenario),
                        ScenarioFormat.tree(plan.point())),
                new DataInfo(scenario.data().label(), datasetSha256, infos),
                SoftwareInfo.current(),
                plugins(plan.point(), catalogue),
                MachineInfo.current(),
                threads,
                commands.trial(),
                commands.run());
    }
}
