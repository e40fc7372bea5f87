package peekbench.data.catalogue;

import java.util.List;
import java.util.function.Supplier;
import org.apiguardian.api.API;
import peekbench.data.Dataset;
import peekbench.data.format.SetFormat;

/** Where the records of a data set come from. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1.0")
public sealed interface DatasetSource {
    /**
     * Out of the program, or the plug-in: the records are in its jar, or are computed.
     *
     * @param records makes them; the same ones each time
     */
    record Included(Supplier<Dataset> records) implements DatasetSource {}

    /**
     * Out of a folder.
     *
     * @param folder its name, in a folder of data sets
     * @param format how its files are laid out
     * @param files what a download fetches; none where nobody offers one, so that it is put in place by hand
     */
    record Stored(String folder, SetFormat format, List<RemoteFile> files) implements DatasetSource {
        public Stored {
            files = List.copyOf(files);
        }
    }
}
