package peekbench.ui.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class KeyLineTest {
    private static final String YAML = """
            name: quickstart
            # learning-rate: in a remark
            training:
              epochs: 3
              optimizer: {name: sgd, learning-rate: 0.05}
            """;

    @Test
    void aMessageLeadsToTheKeyThatItNames() {
        assertThat(KeyLine.of(YAML, "The loss of epoch 2 is NaN. Use a smaller learning rate or fewer epochs."))
                .hasValue(4);
        assertThat(KeyLine.of(YAML, "training.epochs: is 0"))
                .as("the longer word")
                .hasValue(2);
        assertThat(KeyLine.of(YAML, "Nothing of it is there.")).isEmpty();
    }

    @Test
    void aLineThatIsStatedIsTaken() {
        assertThat(KeyLine.of(YAML, "quickstart.yaml:4: training.epochs: is 0")).hasValue(3);
        assertThat(KeyLine.of(YAML, "other.yaml:400: is wrong")).isEmpty();
    }
}
