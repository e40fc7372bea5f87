package peekbench.protocol.adasplit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.junit.jupiter.api.Test;

class OrchestratorTest {
    private static final List<Integer> ALL = List.of(0, 1, 2, 3, 4);

    /** Twelve iterations of Eq. 6 in numpy; advantages of up to 163 agree to 13 digits. */
    @Test
    void choosesAsNumpyDoes() throws IOException {
        JsonNode reference = reference();
        Orchestrator orchestrator = new Orchestrator(5, .87);
        for (int t = 0; t < reference.get("iterations").size(); t++) {
            JsonNode expected = reference.get("iterations").get(t);
            double[] advantages = orchestrator.advantages();
            List<Integer> chosen = orchestrator.choose(ALL, 3);
            for (int client : ALL) {
                assertThat(advantages[client])
                        .isCloseTo(expected.get("advantage").get(client).asDouble(), within(1e-11));
            }
            assertThat(chosen)
                    .as("iteration " + t)
                    .isEqualTo(List.of(new ObjectMapper().convertValue(expected.get("chosen"), Integer[].class)));
            JsonNode losses = reference.get("serverLoss").get(t);
            chosen.forEach(
                    client -> orchestrator.heard(client, losses.get(client).asDouble()));
            orchestrator.endIteration();
        }
    }

    private static JsonNode reference() throws IOException {
        try (InputStream in = OrchestratorTest.class.getResourceAsStream("/reference/orchestrator.json")) {
            return new ObjectMapper().readTree(in);
        }
    }

    @Test
    void choosesAmongThoseWhoAreThere() {
        Orchestrator orchestrator = new Orchestrator(5, .87);
        assertThat(orchestrator.choose(List.of(4, 1, 3), 2)).containsExactly(1, 3);
        assertThat(orchestrator.choose(List.of(4), 2)).containsExactly(4);
    }

    /** Its choices weigh less and less, until even its loss of 0 does not hold it back. */
    @Test
    void whoWasNotChosenForLongIsChosenAgain() {
        Orchestrator orchestrator = new Orchestrator(2, .5);
        int last = -1;
        for (int t = 0; t < 40; t++) {
            for (int client : orchestrator.choose(List.of(0, 1), 1)) {
                last = client == 1 ? t : last;
                orchestrator.heard(client, client == 0 ? 2 : 0);
            }
            orchestrator.endIteration();
        }
        assertThat(last).isGreaterThan(30);
    }
}
