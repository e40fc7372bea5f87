package peekbench.ui.service;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import peekbench.report.estimate.NaturalOrder;
import peekbench.result.file.ResultStoreException;

/** The scenarios in the folder {@code scenarios} of a workspace, or of the folder that holds the results that are open. */
public final class ScenarioFolder implements ScenarioFiles {
    private static final String NAME = "scenarios";
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
}
