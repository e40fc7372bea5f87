package peekbench.ui.service.run;

import java.time.InstantSource;

/**
 * What the window needs to run.
 *
 * @param logs of runs
 * @param processes begins runs
 * @param waiting keeps those that wait
 * @param clock for how long something took
 */
public record RunServices(RunLogs logs, RunProcesses processes, WaitingRuns waiting, InstantSource clock) {}
