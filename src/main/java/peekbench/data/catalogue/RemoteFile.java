package peekbench.data.catalogue;

import java.net.URI;
import java.util.List;

/**
 * A file that can be downloaded.
 *
 * @param name its name in the data set's folder
 * @param sha256 of its bytes, in hexadecimal
 * @param mirrors where it can be had, in the order tried
 */
public record RemoteFile(String name, String sha256, List<URI> mirrors) {
    public RemoteFile {
        mirrors = List.copyOf(mirrors);
    }

    /** A file that lies under the same name on every mirror. */
    public static RemoteFile of(String name, String sha256, String... folders) {
        return new RemoteFile(
                name,
                sha256,
                List.of(folders).stream()
                        .map(folder -> URI.create(folder + name))
                        .toList());
    }
}
