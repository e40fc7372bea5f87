package peekbench.result.provenance;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.Optional;
import java.util.jar.Manifest;
import org.apiguardian.api.API;

/**
 * Which Peekbench wrote a result.
 *
 * @param version of the jar, or {@code development} when run from class folders
 * @param commit of the sources, when the jar's manifest has it under {@code Git-Commit}
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1.0")
public record SoftwareInfo(String version, Optional<String> commit) {

    /** The running software. */
    public static SoftwareInfo current() {
        String version = SoftwareInfo.class.getPackage().getImplementationVersion();
        return version == null
                ? new SoftwareInfo("development", Optional.empty())
                : new SoftwareInfo(version, commitOfManifest());
    }

    private static Optional<String> commitOfManifest() {
        String ownPath = SoftwareInfo.class.getName().replace('.', '/') + ".class";
        URL own = SoftwareInfo.class.getClassLoader().getResource(ownPath);
        if (own == null) {
            return Optional.empty();
        }
        String location = own.toString();
        String root = location.substring(0, location.length() - ownPath.length());
        try (InputStream stream = new URL(root + "META-INF/MANIFEST.MF").openStream()) {
            return Optional.ofNullable(new Manifest(stream).getMainAttributes().getValue("Git-Commit"))
                    .filter(commit -> !commit.startsWith("$")); // built outside a Git folder
        } catch (IOException e) {
            throw new UncheckedIOException("The jar at " + root + " has a version but no readable manifest", e);
        }
    }
}
