package peekbench.deeplearning4j;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import peekbench.problem.ConfigurationException;

/**
 * A zip as DeepLearning4J's ModelSerializer writes it. Of its entries the configuration and the weights are read; the state of
 * an updater is of no use to a new training, and serialised Java objects, such as normalizers, are never touched.
 */
final class NetworkArchive {
    private static final Logger LOG = LoggerFactory.getLogger(NetworkArchive.class);
    private static final String CONFIGURATION = "configuration.json";
    private static final String WEIGHTS = "coefficients.bin";
    private static final List<String> OBJECTS = List.of("normalizer.bin", "preprocessor.bin");
    private static final int MOST_CONFIGURATION_BYTES = 20_000_000;

    /** Weights that are packed more densely than this are no weights. */
    private static final long MOST_PACKED = 100;

    private static final long UNSUSPICIOUS_BYTES = 64_000_000;

    private final Path file;

    NetworkArchive(Path file) {
        this.file = file;
    }

    /** Makes something of the open zip. */
    private interface Reading<T> {
        T read(ZipFile zip) throws IOException;
    }

    /**
     * What describes the network.
     *
     * @throws ConfigurationException when there is no such file, it is no such zip, or its content is not allowed
     */
    ConfigurationText configuration() {
        return reading(zip -> {
            OBJECTS.stream()
                    .filter(name -> zip.getEntry(name) != null)
                    .forEach(name -> LOG.warn(
                            "{} holds {}, a serialised object, which is not read; if it scales inputs, scale the data"
                                    + " themselves",
                            file,
                            name));
            try (InputStream in = zip.getInputStream(entry(zip, CONFIGURATION))) {
                byte[] bytes = in.readNBytes(MOST_CONFIGURATION_BYTES + 1);
                if (bytes.length > MOST_CONFIGURATION_BYTES) {
                    throw new ConfigurationException("The network (" + file + ") has a configuration of more than "
                            + MOST_CONFIGURATION_BYTES / 1_000_000
                            + " MB, which no network needs. Is it the right file?");
                }
                return ConfigurationText.of(file.toString(), new String(bytes, StandardCharsets.UTF_8));
            }
        });
    }

    /**
     * The weights, as one vector.
     *
     * @param expected how many the configuration asks for
     * @throws ConfigurationException when there is another number of them
     */
    INDArray weights(long expected) {
        return reading(zip -> {
            ZipEntry entry = entry(zip, WEIGHTS);
            long packed = Math.max(1, entry.getCompressedSize());
            if (entry.getSize() > UNSUSPICIOUS_BYTES && entry.getSize() / packed > MOST_PACKED) {
                throw new ConfigurationException("The network (" + file + ") claims " + entry.getSize()
                        + " bytes of weights in " + packed + "; no weights can be packed like that. Is it damaged?");
            }
            try (InputStream in = new BufferedInputStream(zip.getInputStream(entry))) {
                return FlatArray.read(file.toString(), in, expected);
            }
        });
    }

    private ZipEntry entry(ZipFile zip, String name) {
        ZipEntry entry = zip.getEntry(name);
        if (entry == null) {
            throw new ConfigurationException(
                    "The network (" + file + ") has no entry (" + name
                            + "); a network of DeepLearning4J is a zip that ModelSerializer.writeModel wrote. Is it the right file?");
        }
        return entry;
    }

    private <T> T reading(Reading<T> reading) {
        if (!Files.isRegularFile(file)) {
            throw new ConfigurationException(
                    "There is no network (" + file + "). Check its path, which is taken from the scenario's folder.");
        }
        try (ZipFile zip = new ZipFile(file.toFile())) {
            return reading.read(zip);
        } catch (ZipException e) {
            throw new ConfigurationException("The network (" + file + ") is no zip that can be read: " + e.getMessage()
                    + ". Write it with DeepLearning4J's ModelSerializer.");
        } catch (IOException e) {
            throw new ConfigurationException("The network (" + file + ") cannot be read: " + e.getMessage() + ".");
        }
    }
}
