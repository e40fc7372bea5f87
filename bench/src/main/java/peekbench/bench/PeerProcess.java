package peekbench.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Runs a peer's script, which prints one line of JSON. */
final class PeerProcess {
    private PeerProcess() {}

    /**
     * One measurement.
     *
     * @param command the script and its arguments
     * @param threads how many threads it may use
     * @param key the number to read from its line
     */
    static double measure(List<String> command, int threads, String key) {
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.environment().put("OMP_NUM_THREADS", String.valueOf(threads));
        builder.environment().put("OPENBLAS_NUM_THREADS", String.valueOf(threads));
        try {
            Process process = builder.start();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            int status = process.waitFor();
            if (status != 0 || output.isBlank()) {
                throw new IllegalStateException("The peer (" + String.join(" ", command) + ") ended with " + status
                        + ". On Debian: apt-get install python3-torch r-cran-energy");
            }
            return new ObjectMapper().readTree(output).get(key).asDouble();
        } catch (IOException e) {
            throw new IllegalStateException("The peer (" + String.join(" ", command) + ") cannot be run", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while the peer ran", e);
        }
    }
}
