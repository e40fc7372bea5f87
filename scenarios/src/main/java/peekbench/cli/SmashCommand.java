package peekbench.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import peekbench.cli.console.Console;
import peekbench.cli.console.DataOptions;
import peekbench.cli.console.ExitCode;
import peekbench.cli.console.Output;
import peekbench.cli.console.PluginOptions;
import peekbench.metric.Metric;
import peekbench.result.Existing;
import peekbench.result.StoredTrial;
import peekbench.result.file.Json;
import peekbench.result.file.Npy;
import peekbench.result.kept.OwnImages;
import peekbench.run.RunListener;
import peekbench.run.RunOptions;
import peekbench.run.SmashedImages;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code peekbench smash}. */
@Command(
        name = "smash",
        description = {
            "Sends images of your own through the client of a stored trial, defenses included, and shows what the trial's"
                    + " attackers make of them.",
            "",
            "Nobody trains: the trial's victim and attackers must be kept, as they are by default. The pictures are added"
                    + " to the trial's folder, in place of the last ones, and enter no mean and no table.",
            "",
            "Example: peekbench smash results/quickstart/vanilla-split-5-pool1-undefended-seed1 --images my-pictures",
            ""
        },
        mixinStandardHelpOptions = true)
final class SmashCommand implements Callable<Integer> {
    private final Console console;

    @Parameters(paramLabel = "TRIAL", description = "A trial's folder.")
    private Path trial = Path.of("");

    @Option(
            names = "--images",
            required = true,
            paramLabel = "DIR",
            description = "A folder of PNG and JPEG images of any size, or one image.")
    private Path images = Path.of("");

    @Mixin
    private DataOptions data;

    @Mixin
    private PluginOptions plugins;

    @Mixin
    private Output output;

    SmashCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        output.configureLogging();
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
        StoredTrial made = SmashedImages.of(TrialFolder.stored(trial), images, options, RunListener.silent());
        OwnImages own = made.ownImages().orElseThrow();
        if (output.json()) {
            console.json(Json.tree(own));
        } else {
            own.made().forEach(one -> print(made, own.files(), one));
            console.out().println("Written: " + made.folder().resolve(OwnImages.FOLDER));
        }
        return ExitCode.DONE;
    }

    private void print(StoredTrial made, List<String> files, OwnImages.Made one) {
        console.out()
                .println(one.attack() + ", " + one.strength() + ": "
                        + made.folder().resolve(OwnImages.FOLDER).resolve(one.sheet()));
        one.values().stream()
                .filter(values -> values.metric().equals(Metric.SSIM))
                .map(values ->
                        Npy.readVector(made.folder().resolve(OwnImages.FOLDER).resolve(values.file())))
                .forEach(similar -> {
                    for (int i = 0; i < similar.length; i++) {
                        console.out().println(String.format(Locale.ROOT, "  SSIM %5.2f  %s", similar[i], files.get(i)));
                    }
                });
    }
}
