package peekbench.ui.service;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import peekbench.event.EventJson;
import peekbench.event.RunEvent;
import peekbench.event.RunEventText;
import peekbench.problem.ConfigurationException;
import peekbench.report.estimate.NaturalOrder;
import peekbench.result.file.AtomicFile;
import peekbench.result.file.Json;
import peekbench.result.file.ResultStoreException;

/** The scenarios in the folder {@code scenarios} of a workspace, or of the folder that holds the results that are open. */
public final class ScenarioFolder implements ScenarioFiles {
    private static final String NAME = "scenarios";
    private static final String QUICKSTART = "quickstart.yaml";
    private static final int LEVELS_UP = 3;
    private static final int DEPTH = 4;

    @Override
    public List<Path> list(Path workspace) {
        Optional<Path> folder = folder(workspace);
        if (folder.isEmpty()) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(folder.get(), DEPTH)) {
            return files.filter(file -> file.toString().endsWith(".yaml"))
                    .filter(Files::isRegularFile)
                    .sorted(Comparator.comparing(Path::toString, new NaturalOrder()))
                    .toList();
        } catch (IOException e) {
            throw ResultStoreException.reading(folder.get(), e);
        }
    }

    private static Optional<Path> folder(Path workspace) {
        Path at = workspace.toAbsolutePath().normalize();
        for (int i = 0; i < LEVELS_UP && at != null; i++) {
            if (Files.isDirectory(at.resolve(NAME))) {
                return Optional.of(at.resolve(NAME));
            }
            at = at.getParent();
        }
        return Optional.empty();
    }

    @Override
    public String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw ResultStoreException.reading(file, e);
        }
    }

    @Override
    public Check check(Path workspace, Path file) {
        Path at = folder(workspace).map(Path::getParent).orElse(workspace);
        CommandLine.Printed printed = CommandLine.run(at, "plan", file.toString());
        return printed.code() == 0
                ? new Check(List.of(), printed.output().lines().toList())
                : new Check(
                        printed.errors().lines().filter(line -> !line.isBlank()).toList(), List.of());
    }

    private static Path own(Path workspace) {
        return WorkspaceFolders.home(workspace).resolve(NAME);
    }

    @Override
    public Path quickstart(Path workspace) {
        Path file = own(workspace).resolve(QUICKSTART);
        if (!Files.exists(file)) {
            byte[] text = shipped();
            AtomicFile.write(file, aside -> Files.write(aside, text));
        }
        return file;
    }

    private static byte[] shipped() {
        try (InputStream text = ScenarioFolder.class.getResourceAsStream(QUICKSTART)) {
            return Objects.requireNonNull(text, "the jar lacks " + QUICKSTART).readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Cost quickstartCost(Path workspace) {
        Path file = own(workspace).resolve(QUICKSTART);
        if (Files.exists(file)) {
            return cost(workspace, file);
        }
        try {
            Path folder = Files.createTempDirectory("peekbench-quickstart");
            Path shipped = folder.resolve(QUICKSTART);
            try {
                Files.write(shipped, shipped());
                return cost(workspace, shipped);
            } finally {
                Files.deleteIfExists(shipped);
                Files.deleteIfExists(folder);
            }
        } catch (IOException e) {
            throw ResultStoreException.writing(Path.of(System.getProperty("java.io.tmpdir")), e);
        }
    }

    private static Cost cost(Path workspace, Path file) {
        CommandLine.Printed printed =
                CommandLine.run(WorkspaceFolders.home(workspace), "plan", file.toString(), "--json");
        if (printed.code() != 0) {
            throw new ConfigurationException(EventJson.read(printed.output().strip())
                    .filter(RunEvent.class::isInstance)
                    .map(event -> RunEventText.of((RunEvent) event))
                    .orElse(printed.errors().strip()));
        }
        try {
            JsonNode plan = Json.parse(printed.output());
            JsonNode seconds = plan.path("seconds");
            int missing = 0;
            for (JsonNode trial : plan.path("trials")) {
                missing += trial.path("complete").asBoolean() ? 0 : 1;
            }
            return new Cost(
                    plan.path("trials").size(),
                    missing,
                    seconds.path("low").asDouble(),
                    seconds.path("expected").asDouble(),
                    seconds.path("high").asDouble(),
                    plan.path("threads").asInt());
        } catch (JsonProcessingException e) {
            throw new ResultStoreException("What peekbench plan printed cannot be read: " + e.getMessage(), e);
        }
    }

    @Override
    public Path copy(Path workspace, Path template) {
        Path folder = own(workspace);
        String stem = String.valueOf(template.getFileName())
                .replaceFirst("\\.ya?ml$", "")
                .replaceFirst("-\\d+$", "");
        int number = 2;
        while (Files.exists(folder.resolve(stem + "-" + number + ".yaml"))) {
            number++;
        }
        String name = stem + "-" + number;
        String text = read(template).replaceFirst("(?m)^name: *\\S.*$", "name: " + name);
        return AtomicFile.write(folder.resolve(name + ".yaml"), aside -> Files.writeString(aside, text));
    }
}
