package peekbench.ui;

import java.nio.file.Path;
import java.util.List;
import peekbench.ui.service.ScenarioFiles;

/** Two scenarios, the second with a mistake. */
public final class FakeScenarios implements ScenarioFiles {
    @Override
    public List<Path> list(Path workspace) {
        return List.of(Path.of("scenarios/quickstart.yaml"), Path.of("scenarios/mistaken.yaml"));
    }

    @Override
    public String read(Path file) {
        return "name: " + file.getFileName() + "\ntraining:\n  optimizer: {name: sgd, learning-rate: 0.05}\n";
    }

    @Override
    public Check check(Path workspace, Path file) {
        return file.endsWith("mistaken.yaml")
                ? new Check(List.of("line 2: there is no attack (decodr)"), List.of())
                : new Check(List.of(), List.of("2 trials, 0 complete"));
    }

    @Override
    public Path quickstart(Path workspace) {
        return workspace.resolve("scenarios/quickstart.yaml");
    }

    @Override
    public Cost quickstartCost(Path workspace) {
        return new Cost(2, 2, 20, 62, 240, 2);
    }

    @Override
    public Path copy(Path workspace, Path template) {
        return workspace.resolve("scenarios/quickstart-2.yaml");
    }
}
