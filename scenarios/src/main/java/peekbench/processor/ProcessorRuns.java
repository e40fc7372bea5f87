package peekbench.processor;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apiguardian.api.API;
import peekbench.Peekbench;
import peekbench.engine.Processes;
import peekbench.problem.ConfigurationException;
import peekbench.result.file.AtomicFile;
import peekbench.run.RunListener;
import peekbench.run.RunOptions;
import peekbench.run.RunResult;
import peekbench.scenario.ScenarioSource;

/**
 * Runs a scenario once a processor. The results of each are in a folder of their own, {@code FOLDER/PROCESSOR/NAME}: result
 * folders that stand side by side would hand victims on to each other.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1.0")
public final class ProcessorRuns {
    /** Where all of it is summed up, in the folder of the processors' folders. */
    public static final String SUMMARY = "processors.md";

    private ProcessorRuns() {}

    /**
     * Runs what is missing.
     *
     * @param folder of the processors' folders
     * @param processors in the order in which they run; the first is what the others are held against
     * @param options of each run; its folder and its engine are this class's to choose
     * @param listener is told of all runs, one after the other
     * @return one a processor that was run, fewer when somebody stopped one
     * @throws ConfigurationException when the scenario has a mistake, or there is nothing to compare with
     */
    public static List<RunResult> of(
            ScenarioSource source, Path folder, List<Processor> processors, RunOptions options, RunListener listener) {
        if (processors.size() < 2) {
            throw new ConfigurationException("There is nothing to compare with; choose at least two of those that this"
                    + " machine can compute as: "
                    + String.join(
                            ", ", Processor.all().stream().map(Processor::name).toList()) + ".");
        }
        String name = name(source, options);
        List<RunResult> results = new ArrayList<>();
        for (Processor processor : processors) {
            RunResult result = Peekbench.run(
                    source,
                    options.withFolder(folder.resolve(processor.name()).resolve(name))
                            .withThreads(Math.max(1, options.threads() / processor.threads()))
                            .withEngine(Processes.with(processor.environment()), options.limits()),
                    listener);
            results.add(result);
            if (!result.remaining().isEmpty()) {
                break;
            }
        }
        return List.copyOf(results);
    }

    /** The name of results of the scenario. */
    public static String name(ScenarioSource source, RunOptions options) {
        return Peekbench.variants(source, options.catalogue()).get(0).scenario().name()
                + (source.quick() ? "-quick" : "");
    }

    /** Writes the spread as {@value #SUMMARY}. */
    public static Path write(Path folder, ProcessorSpread spread) {
        return AtomicFile.write(
                folder.resolve(SUMMARY), file -> Files.writeString(file, spread.markdown(), StandardCharsets.UTF_8));
    }
}
