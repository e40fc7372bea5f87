package peekbench.cli.console;

import java.util.Optional;
import peekbench.catalogue.Catalogue;
import peekbench.catalogue.PluginFolders;
import picocli.CommandLine.Option;

/** Where plug-ins are. */
public final class PluginOptions {
    @Option(
            names = "--plugins",
            paramLabel = "DIR",
            description = {
                "A folder with jars that add attacks, defenses and more; several are separated as in PATH",
                "(default: PEEKBENCH_PLUGINS)."
            })
    private Optional<String> folders = Optional.empty();

    /** Everything that scenarios can name; what is wrong with plug-ins is remarked and the rest is there. */
    public Catalogue catalogue(Console console) {
        Catalogue catalogue = Catalogue.of(PluginFolders.of(folders));
        catalogue.problems().forEach(problem -> console.remark("peekbench: " + problem));
        return catalogue;
    }
}
