package peekbench.data.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nd4j.linalg.api.ndarray.INDArray;
import peekbench.data.Dataset;
import peekbench.data.Task;
import peekbench.data.catalogue.DataCatalogue;
import peekbench.data.catalogue.DatasetProvider;
import peekbench.data.catalogue.FetchProgress;
import peekbench.nn.array.Precision;
import peekbench.nn.array.Shape;
import peekbench.problem.ConfigurationException;
import peekbench.registry.Registry;

class LipidCheckUpsTest {
    private static final String HEADER = "id,sex,age,height_cm,weight_kg,tc_mgdl,tg_mgdl,hdl_mgdl,ldl_mgdl\n";

    @TempDir
    private Path folder;

    @Test
    void typingErrorsAreDroppedInputsStandardisedAndLdlKeepsItsUnit() throws IOException {
        // Friedewald: 100, 120 and 100; the last row's LDL has a digit too many.
        write(HEADER
                + "1,F,40,160,60,180,100,60,104\n"
                + "2,M,60,170,80,200,150,50,118\n"
                + "3,M,50,165,70,180,100,60,1040\n");
        Dataset set = load();
        assertThat(set.size()).isEqualTo(2);
        assertThat(set.exampleShape()).isEqualTo(Shape.of(7));
        assertThat(set.task()).isEqualTo(new Task.Regression(List.of("ldl_mgdl")));
        int[] both = {0, 1};
        assertThat(set.targets(both, Precision.FLOAT64).toDoubleVector()).containsExactly(104, 118);
        INDArray inputs = set.inputs(both, Precision.FLOAT64);
        // Two numbers a < b become -1/sqrt(2) and 1/sqrt(2); HDL falls.
        for (int column = 0; column < 7; column++) {
            double sign = column == 6 ? -1 : 1;
            assertThat(inputs.getDouble(1, column)).isCloseTo(sign * Math.sqrt(.5), within(1e-6));
            assertThat(inputs.getDouble(0, column)).isCloseTo(-sign * Math.sqrt(.5), within(1e-6));
        }
    }

    @Test
    void badTablesAreNamed() throws IOException {
        write("id,sex,age\n1,F,40\n");
        assertThatThrownBy(this::load)
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("has the columns id, sex, age; it must have sex, age, height_cm");
        write(HEADER + "1,F,40,160,60,180,low,60,104\n");
        assertThatThrownBy(this::load).hasMessageContaining("value (low) of column (tg_mgdl) in line 2");
    }

    @Test
    void whereItIsMissingItSaysWhatToPutWhere() {
        assertThatThrownBy(this::load)
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("(nhis-lipids) has no public download")
                .hasMessageContaining("nhis_korea_lipids.csv")
                .hasMessageContaining("ldl_mgdl")
                .hasMessageContaining("into the folder lipids of PEEKBENCH_DATA");
    }

    private void write(String text) throws IOException {
        Path home = Files.createDirectories(folder.resolve("lipids"));
        Files.writeString(home.resolve(LipidCheckUps.FILE), text);
    }

    private Dataset load() {
        return new DataCatalogue(
                        Registry.builtIn(DatasetProvider.KIND),
                        List.of(folder),
                        folder.resolve("cache"),
                        Optional.empty())
                .load("nhis-lipids", FetchProgress.silent());
    }
}
