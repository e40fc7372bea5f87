package peekbench.trial;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import peekbench.data.Dataset;
import peekbench.registry.PluginJar;
import peekbench.result.provenance.Provenance;
import peekbench.result.provenance.SoftwareInfo;
import peekbench.scenario.ScenarioData;

/**
 * What a trial's figures depend on besides its scenario.
 *
 * @param dataset the hash of the victims' data set
 * @param others those of the data sets that attackers bring along, by name
 * @param software which Peekbench
 * @param plugins hashes of the jars that something of the trial is from
 */
record TrialSources(String dataset, Map<String, String> others, SoftwareInfo software, List<String> plugins) {

    /** Those of a trial with that provenance. */
    static TrialSources of(Provenance provenance, ScenarioData data) {
        SortedMap<String, String> others = new TreeMap<>();
        data.others().forEach((String name, Dataset other) -> others.put(name, other.sha256()));
        return new TrialSources(
                provenance.data().sha256(),
                others,
                provenance.software(),
                provenance.plugins().stream().map(PluginJar::sha256).sorted().toList());
    }
}
