package peekbench.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import peekbench.journal.FollowedRun;
import peekbench.problem.ConfigurationException;
import peekbench.problem.NearestName;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Which run a command is about. */
final class RunChoice {
    @Parameters(
            arity = "0..1",
            paramLabel = "FOLDER",
            description = "A result folder, or a folder of result folders (default: results).")
    private Path folder = Path.of("results");

    @Option(
            names = "--run",
            paramLabel = "RUN",
            description = "The run's name, as peekbench runs lists it (default: the newest).")
    private Optional<String> name = Optional.empty();

    Path folder() {
        return folder;
    }

    /** All runs of the folder, the oldest first. */
    List<FollowedRun> all() {
        if (!Files.isDirectory(folder)) {
            throw new ConfigurationException("There is no folder (" + folder
                    + ") with runs. Name a result folder, or the folder that holds result folders.");
        }
        return FollowedRun.in(folder);
    }

    /** The run of that name, else the newest that is going, else the newest. */
    FollowedRun one() {
        List<FollowedRun> runs = all();
        if (name.isPresent()) {
            List<String> names =
                    runs.stream().map(run -> run.files().run()).distinct().toList();
            return runs.stream()
                    .filter(run -> run.files().run().equals(name.get()))
                    .findFirst()
                    .orElseThrow(() -> new ConfigurationException("There is no run (" + name.get() + ") in " + folder
                            + "." + NearestName.hint(name.get(), names)));
        }
        return runs.stream()
                .filter(FollowedRun::going)
                .reduce((older, newer) -> newer)
                .or(() -> runs.stream().reduce((older, newer) -> newer))
                .orElseThrow(() -> new ConfigurationException("There is no run in " + folder
                        + ". Start one with: peekbench run FILE, or name the folder of its results."));
    }
}
