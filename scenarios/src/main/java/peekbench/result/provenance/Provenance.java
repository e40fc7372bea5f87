package peekbench.result.provenance;

import java.util.List;
import org.apiguardian.api.API;
import peekbench.registry.PluginJar;

/**
 * Everything that a trial needs to be run again and judged.
 *
 * @param scenario what was asked for
 * @param data what it ran on
 * @param software which version ran
 * @param plugins the jars that something of the trial is from
 * @param machine where
 * @param threads trials that shared the machine
 * @param command the command line that runs this trial again
 * @param runCommand the command line of the run that it was part of
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1.0")
public record Provenance(
        ScenarioInfo scenario,
        DataInfo data,
        SoftwareInfo software,
        List<PluginJar> plugins,
        MachineInfo machine,
        int threads,
        String command,
        String runCommand) {
    public Provenance {
        plugins = List.copyOf(plugins);
    }

    /** The same with another scenario. */
    public Provenance with(ScenarioInfo other) {
        return new Provenance(other, data, software, plugins, machine, threads, command, runCommand);
    }

    /** The same, done on another machine. */
    public Provenance on(MachineInfo where) {
        return new Provenance(scenario, data, software, plugins, where, threads, command, runCommand);
    }

    /** In words, how many trials shared the machine. */
    public String sharing() {
        return threads == 1 ? "one trial at a time" : threads + " trials side by side";
    }
}
