package peekbench.result;

/**
 * Everything that a trial needs to be run again and judged.
 *
 * @param scenario what was asked for
 * @param data what it ran on
 * @param software which version ran
 * @param machine where
 * @param threads trials that shared the machine
 * @param command the command line that runs this trial again
 */
public record Provenance(
        ScenarioInfo scenario,
        DataInfo data,
        SoftwareInfo software,
        MachineInfo machine,
        int threads,
        String command) {}
