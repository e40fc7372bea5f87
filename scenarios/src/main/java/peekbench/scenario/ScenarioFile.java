package peekbench.scenario;

import java.util.List;
import peekbench.binding.YamlDocument;
import peekbench.problem.ConfigurationException;
import peekbench.problem.Problem;

/** A scenario together with the text it was read from, so that mistakes found later have a line too. */
public final class ScenarioFile {
    private final YamlDocument document;
    private final Scenario scenario;

    ScenarioFile(YamlDocument document, Scenario scenario) {
        this.document = document;
        this.scenario = scenario;
    }

    public Scenario scenario() {
        return scenario;
    }

    /**
     * Checks what is known only when the data are.
     *
     * @throws ConfigurationException with every mistake and its line
     */
    public void checkAgainst(ScenarioData data) {
        List<Problem> problems = ScenarioCheck.against(scenario, data);
        if (!problems.isEmpty()) {
            throw new ConfigurationException(document.locate(problems));
        }
    }
}
