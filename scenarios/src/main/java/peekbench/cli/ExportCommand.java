package peekbench.cli;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import peekbench.cli.console.Console;
import peekbench.cli.console.DataOptions;
import peekbench.cli.console.ExitCode;
import peekbench.cli.console.Output;
import peekbench.cli.console.PluginOptions;
import peekbench.problem.ConfigurationException;
import peekbench.result.Existing;
import peekbench.run.NetworkExport;
import peekbench.run.RunListener;
import peekbench.run.RunOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code peekbench export}. */
@Command(
        name = "export",
        description = {
            "Writes the trained network of a stored trial for other programs.",
            "",
            "Nobody trains: the trial's victim must be kept, as it is by default. Layers keep their names. Arrays of an"
                    + " .npz file have the names and layouts of PyTorch's: fc1.weight [outputs, inputs].",
            "",
            "Example: peekbench export results/quickstart/vanilla-split-5-pool1-undefended-seed1 --deeplearning4j net.zip",
            ""
        },
        mixinStandardHelpOptions = true)
final class ExportCommand implements Callable<Integer> {
    private final Console console;

    @Parameters(paramLabel = "TRIAL", description = "A trial's folder.")
    private Path trial = Path.of("");

    @Option(
            names = "--deeplearning4j",
            paramLabel = "ZIP",
            description = "Write a network that DeepLearning4J's ModelSerializer restores.")
    private Optional<Path> zip = Optional.empty();

    @Option(names = "--npz", paramLabel = "NPZ", description = "Write the weights, an array each.")
    private Optional<Path> npz = Optional.empty();

    @Option(
            names = "--part",
            paramLabel = "PART",
            description = "Whose layers: ${COMPLETION-CANDIDATES} (default: whole).")
    private NetworkExport.Part part = NetworkExport.Part.WHOLE;

    @Mixin
    private DataOptions data;

    @Mixin
    private PluginOptions plugins;

    @Mixin
    private Output output;

    ExportCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        output.configureLogging();
        if (zip.isEmpty() && npz.isEmpty()) {
            throw new ConfigurationException(
                    "Nothing says what to write. Give --deeplearning4j net.zip, --npz net.npz, or both.");
        }
        RunOptions defaults = RunOptions.defaults();
        RunOptions options = new RunOptions(
                Optional.empty(),
                1,
                plugins.catalogue(console),
                data.folder(),
                data.mirror(),
                Existing.KEEP,
                defaults.engine(),
                defaults.limits());
        NetworkExport network = NetworkExport.of(TrialFolder.stored(trial), part, options, RunListener.silent());
        zip.ifPresent(file -> {
            network.deepLearning4j(file);
            console.out().println("Written: " + file);
        });
        npz.ifPresent(file -> {
            network.npz(file);
            console.out().println("Written: " + file);
        });
        return ExitCode.DONE;
    }
}
