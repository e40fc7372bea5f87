package peekbench.data.set;

import java.util.List;
import peekbench.data.catalogue.RemoteFile;

/** The four files of a set of the MNIST family. */
final class IdxFiles {
    private IdxFiles() {}

    /** The files with their SHA-256. */
    static List<RemoteFile> of(
            String trainImages, String trainLabels, String testImages, String testLabels, String... mirrors) {
        return List.of(
                RemoteFile.of("train-images-idx3-ubyte.gz", trainImages, mirrors),
                RemoteFile.of("train-labels-idx1-ubyte.gz", trainLabels, mirrors),
                RemoteFile.of("t10k-images-idx3-ubyte.gz", testImages, mirrors),
                RemoteFile.of("t10k-labels-idx1-ubyte.gz", testLabels, mirrors));
    }
}
