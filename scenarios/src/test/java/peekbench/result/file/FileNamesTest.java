package peekbench.result.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import peekbench.metric.FigureFormat;
import peekbench.metric.Metric;

class FileNamesTest {
    /** Pieces of which every name is made, those that file names give a meaning among them. */
    private static final List<String> PIECES = List.of(
            "a",
            "-ssim",
            "-error",
            "-psnr",
            "-read",
            "-by",
            "-by-",
            "-",
            "@3",
            "-3",
            "~",
            "~2D",
            "/",
            ".",
            "ü",
            "originals",
            "\u0000");

    @Test
    void plainAttacksKeepTheirNames() {
        for (String attack : List.of("decoder", "decoder-3", "decoder@3", "gradient-inversion-2-with-mnist", "a.B_c")) {
            assertThat(FileNames.of(attack)).isEqualTo(attack);
        }
        assertThat(FileNames.ending(Metric.SSIM)).isEqualTo("-ssim");
        assertThat(FileNames.ending(Metric.MSE)).isEqualTo("-error");
        assertThat(FileNames.ending(further("edges"))).isEqualTo("-by-edges");
    }

    @Test
    void noTwoFilesOfAnySetHaveOneName() {
        List<String> names = new ArrayList<>(PIECES);
        for (String first : PIECES) {
            for (String second : PIECES) {
                names.add(first + second);
                PIECES.forEach(third -> names.add(first + second + third));
            }
        }
        List<String> endings = new ArrayList<>(List.of("", "-read"));
        endings.add(FileNames.ending(Metric.SSIM));
        endings.add(FileNames.ending(Metric.MSE));
        endings.add(FileNames.ending(Metric.PSNR));
        PIECES.forEach(label -> endings.add(FileNames.ending(further("x" + label))));
        Map<String, String> owners = new HashMap<>(Map.of("originals", "originals", "originals-read", "originals"));
        for (String attack : names.stream().distinct().toList()) {
            String name = FileNames.of(attack);
            assertThat(name).matches("[A-Za-z0-9_@~-][A-Za-z0-9._@~-]*");
            for (String ending : endings) {
                String owner = owners.put(name + ending, attack + "\n" + ending);
                assertThat(owner)
                        .as("whoever else has the file of (%s) with (%s)", attack, ending)
                        .isNull();
            }
        }
    }

    private static Metric further(String label) {
        return new Metric(label, "none", "[0, 1]", Metric.Meaning.MORE_IS_LEAK, label, FigureFormat.THREE, label);
    }
}
