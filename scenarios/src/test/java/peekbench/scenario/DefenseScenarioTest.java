package peekbench.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.List;
import org.junit.jupiter.api.Test;
import peekbench.plan.LeftOut;
import peekbench.plan.Plan;
import peekbench.problem.ConfigurationException;
import peekbench.registry.Registry;
import peekbench.threat.defense.DefenseOptions;
import peekbench.threat.defense.DefenseProvider;

/** How a scenario chooses its defenses. */
class DefenseScenarioTest {
    /** The arms that {@code defenses/README.md} shows, and NoPeek. */
    private static final String ARMS = """
            defenses:
              - []
              - [{name: nopeek, form: added, weight: 2}]
              - [{name: random-vector, factors: {name: uniform, low: 0.5, high: 2}}]
              - [{name: random-vector-relu, threshold: 0}]
              - [{name: local-layer, activation: relu, epochs: 10, learning-rate: 0.003}]
              - [{name: gaussian-noise, strength: {name: scale, deviation: 0.5}}]
              - [{name: gaussian-noise, strength: {name: privacy, epsilon: 1, delta: 1.0e-5, clipping-norm: 10}}]
              - [{name: laplace-noise, strength: {name: scale, spread: 0.5}}]
              - [{name: laplace-noise, strength: {name: privacy, epsilon: 8, clipping-norm: 100}}]
              - [{name: dropout-on-smashed, rate: 0.5}]
              - [{name: quantization, bits: 4}]
              - [{name: quantization, bits: 1, range: {name: fixed, low: 0, high: 1}}]
              - [{name: top-k, k: 100}]
              - [{name: channel-permutation}]
              - [{name: l1-penalty, weight: 0.1}]
              - [{name: bottleneck, channels: 2}, {name: quantization, bits: 8}]
              - [{name: learned-noise, inverse-snr: 1}]
              - [{name: learned-noise, inverse-snr: 4, weight: 0.01, tensors: 16, epochs: 5}]
              - [{name: adversarial-decoder, weight: 10}]
              - [{name: adversarial-decoder, weight: 10, channels: 32, steps: 2}]
              - [{name: max-norm}]
              - [{name: marvell, scale: 4}]
              - [{name: clip-and-noise, clipping-norm: 1, noise-multiplier: 0.1}]
              - [{name: dp-sgd, clipping-norm: 1, noise-multiplier: 1.1, delta: 1.0e-5}]
              - [{name: split-guard, fake-probability: 0.1, fake-share: 1, start: 20, sensitivity: 5, exponent: 2, window: 10, threshold: 0.9}]
              - [{name: clip-and-noise, clipping-norm: 1, noise-multiplier: 0.1}, {name: secure-aggregation}]
            """;

    /** Both protocols together take every arm. */
    private static String yaml(String arms) {
        return ScenarioSamples.YAML
                .replaceFirst("(?s)defenses:.*?(?=seeds:)", arms)
                .replace("- centralized", "- {name: federated-averaging, clients: 2}");
    }

    @Test
    void everyDefenseIsReadAndWritten() {
        Scenario scenario =
                ScenarioReader.builtIn().parse("sample.yaml", yaml(ARMS)).scenario();
        List<Class<?>> chosen = scenario.defenses().stream()
                .flatMap(List::stream)
                .<Class<?>>map(DefenseOptions::getClass)
                .distinct()
                .toList();
        assertThat(chosen)
                .containsExactlyInAnyOrderElementsOf(Registry.builtIn(DefenseProvider.KIND).entries().stream()
                        .<Class<?>>map(entry -> entry.provider().options())
                        .toList());
        assertThat(ScenarioReader.builtIn()
                        .parse("written.yaml", ScenarioFormat.yaml(scenario))
                        .scenario())
                .isEqualTo(scenario);
        assertThat(SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                        .getSchema(ScenarioReader.builtIn().schema().toString())
                        .validate(yaml(ARMS), InputFormat.YAML))
                .isEmpty();
    }

    @Test
    void everyDefenseSaysWhereItWorks() {
        Scenario scenario =
                ScenarioReader.builtIn().parse("sample.yaml", yaml(ARMS)).scenario();
        assertThat(scenario.defenses().stream().flatMap(List::stream))
                .allSatisfy(defense -> assertThat(defense.places()).isNotEmpty());
    }

    /** Before anything is trained. */
    @Test
    void aDefenseThatTheOnlyProtocolHasNoPlaceForIsRefused() {
        String yaml =
                ScenarioSamples.YAML.replace("  - centralized\n", "").replace("vanilla-split", "sanitized-training");
        assertThat(catchThrowableOfType(
                                ConfigurationException.class,
                                () -> ScenarioReader.builtIn()
                                        .parse("sample.yaml", yaml)
                                        .scenario())
                        .problems())
                .singleElement()
                .hasToString(
                        "sample.yaml:12: defenses[1]: would never be applied, since no entry of protocols takes it:"
                                + " the defense (NoPeek CE + 2·dCor) works on the client's loss, and with this protocol"
                                + " defenses work only on inputs, smashed data. Remove the arm, or add a protocol that takes it.");
    }

    @Test
    void aProtocolThatHasNoPlaceForAnyArmIsRefused() {
        String yaml = ScenarioSamples.YAML
                .replace("  - []\n", "")
                .replace("centralized", "{name: federated-averaging, clients: 2}")
                .replace("[{name: nopeek, form: added, weight: 2}]", "[max-norm]");
        assertThat(catchThrowableOfType(
                                ConfigurationException.class,
                                () -> ScenarioReader.builtIn()
                                        .parse("sample.yaml", yaml)
                                        .scenario())
                        .problems())
                .singleElement()
                .asString()
                .contains("protocols[1]: The protocol (FedAvg, 2 clients) cannot be trained with any arm in defenses:")
                .contains(
                        "works on gradients of smashed data, and with this protocol defenses work only on inputs,"
                                + " smashed data, the client's loss, gradients of the client's own layers, updates of weights. Add the arm [] to defenses");
    }

    @Test
    void mistakesAreNamedWhereTheyAre() {
        String wrong = ARMS.replace("epsilon: 1,", "epsilon: 3,").replace("bits: 4", "bits: 0");
        ConfigurationException thrown = catchThrowableOfType(
                ConfigurationException.class,
                () -> ScenarioReader.builtIn().parse("sample.yaml", yaml(wrong)).scenario());
        assertThat(thrown)
                .hasMessageContaining("defenses[6][0].strength.epsilon: is 3.0")
                .hasMessageContaining("defenses[10][0].bits: is 0; it must be 1 to 32");
    }

    @Test
    void updatesAreHiddenInSumsOnlyWhereThereAreSums() {
        String arms = "defenses: [[], [{name: clip-and-noise, clipping-norm: 1, noise-multiplier: 0},"
                + " {name: secure-aggregation}]]\n";
        String split = ScenarioSamples.YAML.replaceFirst("(?s)defenses:.*?(?=seeds:)", arms);
        assertThat(catchThrowableOfType(
                        ConfigurationException.class,
                        () -> ScenarioReader.builtIn()
                                .parse("sample.yaml", split)
                                .scenario()))
                .hasMessageContaining("defenses[1]: would never be applied")
                .hasMessageContaining("(secure aggregation) hides updates in their sum, and no aggregator adds up")
                .hasMessageContaining("federated-averaging");
        Scenario scenario =
                ScenarioReader.builtIn().parse("sample.yaml", yaml(arms)).scenario();
        assertThat(LeftOut.messages(Plan.of(scenario).leftOut()))
                .singleElement()
                .asString()
                .contains("Left out: vanilla split, 2 clients with")
                .contains("since the defense (secure aggregation) hides updates in their sum, and no aggregator");
    }
}
