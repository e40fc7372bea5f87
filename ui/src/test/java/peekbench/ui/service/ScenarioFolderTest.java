package peekbench.ui.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScenarioFolderTest {
    private final ScenarioFolder scenarios = new ScenarioFolder();

    @TempDir
    private Path workspace;

    @Test
    void theQuickstartIsPutWhereItIsMissingAndLeftAloneWhereItIsNot() throws IOException {
        Path file = scenarios.quickstart(workspace);
        assertThat(file).isEqualTo(workspace.resolve("scenarios/quickstart.yaml"));
        assertThat(file).content().contains("name: quickstart", "fashion-mnist-sample");

        Files.writeString(file, "name: mine\n");
        assertThat(scenarios.quickstart(workspace)).hasContent("name: mine");
    }

    @Test
    void aCopyHasANameOfItsOwnSinceItNamesTheResultFolder() {
        Path quickstart = scenarios.quickstart(workspace);

        Path copy = scenarios.copy(workspace, quickstart);
        assertThat(copy).isEqualTo(workspace.resolve("scenarios/quickstart-2.yaml"));
        assertThat(copy).content().contains("name: quickstart-2\n", "{name: decoder");
        assertThat(scenarios.copy(workspace, copy)).isEqualTo(workspace.resolve("scenarios/quickstart-3.yaml"));
        assertThat(scenarios.list(workspace)).hasSize(3);
    }

    @Test
    void commandsWorkInTheWorkspaceWhicheverPartOfItIsOpen() throws IOException {
        Path results = workspace.resolve("results/quickstart");
        Files.createDirectories(results);

        assertThat(List.of(workspace, workspace.resolve("results"), results)).allSatisfy(opened -> {
            assertThat(WorkspaceFolders.home(opened)).isEqualTo(workspace);
            assertThat(WorkspaceFolders.runs(opened)).isEqualTo(workspace.resolve("results"));
        });
        Path elsewhere = Files.createDirectory(workspace.resolve("elsewhere"));
        assertThat(WorkspaceFolders.home(elsewhere)).isEqualTo(elsewhere);
        assertThat(WorkspaceFolders.runs(elsewhere)).isEqualTo(elsewhere);
    }

    @Test
    void commandsHaveTheOptionsOfThisJavaMachineButNoAgents() {
        assertThat(CommandLine.options(List.of("-Xmx2g", "-javaagent:x.jar", "-Da=b")))
                .containsExactly("-Xmx2g", "-Da=b");
        assertThat(CommandLine.options(List.of())).containsExactly("-Xmx1g");
    }
}
