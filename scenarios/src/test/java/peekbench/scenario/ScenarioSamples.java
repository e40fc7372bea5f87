package peekbench.scenario;

/** A scenario that is right, for tests that make it wrong. */
public final class ScenarioSamples {
    public static final String YAML = """
            format: 1
            name: mnist-split
            title: A test
            data: {dataset: fashion-mnist-sample, victim-train: 40, victim-test: 20}
            model: lenet5
            cuts: [pool1, fc1]
            protocols:
              - {name: vanilla-split, clients: 2}
              - centralized
            training: {epochs: 1, batch-size: 10, optimizer: {name: sgd, learning-rate: 0.05}}
            defenses:
              - []
              - [{name: nopeek, form: added, weight: 2}]
            seeds: [1, 2]
            """;

    private ScenarioSamples() {}

    static ScenarioFile file() {
        return ScenarioReader.builtIn().parse("sample.yaml", YAML);
    }

    public static Scenario scenario() {
        return file().scenario();
    }
}
