package peekbench.result.provenance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import peekbench.result.ResultSamples;

class ProvenanceTest {
    @Test
    void machinesAreToldInWords() {
        Provenance two = ResultSamples.provenance();
        assertThat(two.machine().hardware()).isEqualTo("A processor, 2 cores");
        assertThat(two.sharing()).isEqualTo("2 trials side by side");
        Provenance one = new Provenance(
                two.scenario(),
                two.data(),
                new SoftwareInfo("0.1.0", Optional.empty()),
                List.of(),
                new MachineInfo("OpenJDK 17", "A processor", 1, "Linux 6"),
                1,
                "",
                "");
        assertThat(one.machine().hardware()).isEqualTo("A processor, 1 core");
        assertThat(one.sharing()).isEqualTo("one trial at a time");
    }
}
