package peekbench.deeplearning4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nd4j.linalg.api.buffer.DataType;
import peekbench.nn.array.Shape;
import peekbench.problem.ConfigurationException;

/** What a file says is data: none of it runs, and none of it takes memory that the file does not have. */
class HostileFilesTest {
    private static final String CONFIGURATION = "configuration.json";
    private static final String WEIGHTS = "coefficients.bin";

    @TempDir
    Path folder;

    private Map<String, byte[]> entries;

    @BeforeEach
    void aGoodNetwork() throws IOException {
        Path good = Judge.written(
                Networks.of(
                        DataType.FLOAT,
                        InputType.feedForward(4),
                        new DenseLayer.Builder().name("hidden").nOut(5).build()),
                folder);
        entries = new LinkedHashMap<>();
        try (ZipFile zip = new ZipFile(good.toFile())) {
            for (String name : new String[] {CONFIGURATION, WEIGHTS}) {
                entries.put(name, zip.getInputStream(zip.getEntry(name)).readAllBytes());
            }
        }
    }

    private String configuration() {
        return new String(entries.get(CONFIGURATION), StandardCharsets.UTF_8);
    }

    private void configuration(String json) {
        entries.put(CONFIGURATION, json.getBytes(StandardCharsets.UTF_8));
    }

    private Path zip() throws IOException {
        Path file = folder.resolve("made.zip");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(file))) {
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                out.putNextEntry(new ZipEntry(entry.getKey()));
                out.write(entry.getValue());
            }
        }
        return file;
    }

    private void read() throws IOException {
        new DeepLearning4jModel(zip().toString(), InitialWeights.KEPT).architecture(Shape.of(4), Networks.CLASSES);
    }

    private void isRefused(String... parts) {
        assertThatThrownBy(this::read)
                .isInstanceOf(ConfigurationException.class)
                .satisfies(e -> assertThat(e.getMessage()).contains(parts).contains("made.zip"));
    }

    @Test
    void theNetworkItselfIsRead() throws IOException {
        read();
        assertThat(configuration()).contains("hidden");
    }

    @Test
    void aSerialisedObjectIsNeverTouched() throws IOException {
        byte[] noStream = "no object stream at all".getBytes(StandardCharsets.UTF_8);
        entries.put("normalizer.bin", noStream);
        entries.put("preprocessor.bin", noStream);
        entries.put("updaterState.bin", noStream);
        read();
        assertThat(entries).hasSize(5);
    }

    @Test
    void aClassThatIsNoLayerIsNamed() {
        configuration(configuration()
                .replace("org.nd4j.linalg.activations.impl.ActivationSigmoid", "javax.swing.JEditorPane"));
        isRefused("names the class (javax.swing.JEditorPane) in layer (hidden)", "read as data");
    }

    @Test
    void aLayerThatRunsCodeOfItsOwnIsRefused() {
        configuration(configuration()
                .replace(
                        "org.deeplearning4j.nn.conf.layers.DenseLayer",
                        "org.deeplearning4j.nn.conf.layers.samediff.SameDiffLambdaLayer"));
        isRefused("SameDiffLambdaLayer", "code of its own");
    }

    @Test
    void aKeyThatTwoReadersWouldUnderstandDifferentlyIsRefused() {
        configuration(configuration().replaceFirst("\\{", "{\"confs\": [], "));
        isRefused("Duplicate field 'confs'");
    }

    @Test
    void nestingWithoutEndIsRefused() {
        configuration("{\"a\":".repeat(100_000));
        isRefused("no JSON");
    }

    @Test
    void sizesBeyondAllMemoryAreRefusedByTheirLayer() {
        configuration(configuration().replaceFirst("\"nout\" : 5|\"nout\":5", "\"nout\":2000000000"));
        isRefused("The layer (hidden)", "has 10000000000 weights");
    }

    @Test
    void moreWeightsThanTheFileHoldsTakeNoMemory() {
        configuration(configuration().replaceFirst("\"nout\" : 5|\"nout\":5", "\"nout\":100000000"));
        isRefused("has 43 weights", "need 500000018");
    }

    @Test
    void aHeaderThatClaimsMoreThanItHoldsIsCutShort() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        header(bytes, 43, "FLOAT");
        entries.put(WEIGHTS, bytes.toByteArray());
        isRefused("cut short");
    }

    @Test
    void weightsThatAreNoNumbersAreRefused() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        header(bytes, 43, "UTF8");
        entries.put(WEIGHTS, bytes.toByteArray());
        isRefused("UTF8", "FLOAT and DOUBLE");
        entries.put(WEIGHTS, new byte[] {0, 4, 'E', 'V', 'I', 'L'});
        isRefused("(EVIL)");
    }

    private static void header(OutputStream bytes, long length, String type) throws IOException {
        DataOutputStream out = new DataOutputStream(bytes);
        out.writeUTF("LONG_SHAPE");
        out.writeLong(8);
        out.writeUTF("LONG");
        for (int i = 0; i < 8; i++) {
            out.writeLong(i);
        }
        out.writeUTF("MIXED_DATA_TYPES");
        out.writeLong(length);
        out.writeUTF(type);
    }

    @Test
    void aBombIsNotUnpacked() throws IOException {
        entries.put(WEIGHTS, new byte[100_000_000]);
        isRefused("no weights can be packed like that");
    }

    @Test
    void anythingElseIsNamed() throws IOException {
        entries.remove(WEIGHTS);
        isRefused("no entry (coefficients.bin)");
        configuration("{\"model\": 1}");
        isRefused("neither a MultiLayerNetwork nor a ComputationGraph");
        Path text = Files.writeString(folder.resolve("made.zip.txt"), "text");
        assertThatThrownBy(() -> new DeepLearning4jModel(text.toString(), InitialWeights.KEPT).cuts())
                .hasMessageContaining("is no zip that can be read");
        assertThatThrownBy(
                        () -> new DeepLearning4jModel(folder.resolve("none.zip").toString(), InitialWeights.KEPT))
                .hasMessageContaining("there is no such file");
    }
}
