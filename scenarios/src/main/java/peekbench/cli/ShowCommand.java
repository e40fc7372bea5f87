package peekbench.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import peekbench.cli.console.Console;
import peekbench.cli.console.ExitCode;
import peekbench.cli.console.Output;
import peekbench.problem.ConfigurationException;
import peekbench.problem.NearestName;
import peekbench.query.TrialRow;
import peekbench.query.WorkspaceIndex;
import peekbench.result.ResultStore;
import peekbench.result.StoredTrial;
import peekbench.result.file.Json;
import peekbench.result.file.ResultStoreException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code peekbench show}. */
@Command(
        name = "show",
        description = {
            "Shows one stored trial: where it comes from, how training went, and its scores.",
            "",
            "Example: peekbench show results/quickstart/vanilla-split-5-pool1-undefended-seed1",
            ""
        },
        mixinStandardHelpOptions = true)
final class ShowCommand implements Callable<Integer> {
    private static final Path RESULTS = Path.of("results");

    private final Console console;

    @Parameters(paramLabel = "TRIAL", description = "A trial's folder, or its id.")
    private String trial = "";

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "The result folder to look for the id in (default: every folder in results).")
    private Optional<Path> out = Optional.empty();

    @Mixin
    private Output output;

    ShowCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        output.configureLogging();
        StoredTrial found = byFolder().orElseGet(this::byId);
        if (output.json()) {
            ObjectNode node = JsonNodeFactory.instance.objectNode();
            node.set("trial", Json.tree(found.info()));
            node.set("epochs", Json.tree(found.epochs()));
            node.set("scores", Json.tree(found.scores()));
            console.json(node);
        } else {
            TrialText.lines(found).forEach(console.out()::println);
        }
        return ExitCode.DONE;
    }

    private Optional<StoredTrial> byFolder() {
        Path folder = Path.of(trial).toAbsolutePath().normalize();
        Optional<ResultStore> store = Optional.ofNullable(folder.getParent())
                .filter(parent -> Files.isDirectory(folder))
                .map(ResultStore::openExisting);
        Optional<StoredTrial> found =
                store.flatMap(each -> each.find(folder.getFileName().toString()));
        if (store.isPresent() && found.isEmpty()) {
            store.get().unreadable().stream()
                    .filter(half -> half.folder().equals(folder))
                    .findFirst()
                    .ifPresent(half -> {
                        throw new ResultStoreException(half.reason());
                    });
        }
        return found;
    }

    private StoredTrial byId() {
        Path where = out.orElse(RESULTS);
        if (!Files.isDirectory(where)) {
            throw new ConfigurationException(
                    "There is no trial (" + trial + ") in " + where + ", nor any other. Run a scenario first.");
        }
        try (WorkspaceIndex index = WorkspaceIndex.open(where)) {
            List<TrialRow> rows = index.find(trial);
            for (TrialRow row : rows) {
                if (row.status() != TrialRow.Status.UNREADABLE) {
                    Path folder = where.resolve(row.folder());
                    Optional<StoredTrial> found =
                            ResultStore.openExisting(folder).find(trial);
                    if (found.isPresent()) {
                        return found.get();
                    }
                }
            }
            for (TrialRow row : rows) {
                if (row.reason().isPresent()) {
                    throw new ResultStoreException(row.reason().get());
                }
            }
            List<String> known = index.ids();
            throw new ConfigurationException("There is no trial (" + trial + ") in " + where
                    + (known.isEmpty() ? ", nor any other. Run a scenario first." : ".")
                    + NearestName.hint(trial, known));
        }
    }
}
