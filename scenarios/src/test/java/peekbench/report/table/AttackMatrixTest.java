package peekbench.report.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class AttackMatrixTest {
    @Test
    void aBarInALabelDoesNotEndItsCell() {
        AttackMatrix matrix = new AttackMatrix(
                List.of("Protocol", "Arm"), List.of("decoder"), List.of(List.of("FedAvg", "mean|z|", "0.1")));
        assertThat(matrix.markdown().lines())
                .containsExactly("| Protocol | Arm | decoder |", "|---|---|---:|", "| FedAvg | mean\\|z\\| | 0.1 |");
    }
}
