package peekbench.data.format;

import java.nio.file.Path;
import java.util.List;
import org.apiguardian.api.API;
import peekbench.data.Dataset;
import peekbench.data.LoadProgress;
import peekbench.registry.Default;
import peekbench.registry.FileName;
import peekbench.registry.Summary;

/**
 * A folder of idx files, called as MNIST's are.
 *
 * @param path the folder
 * @param classNames what labels mean; their numbers where they are not given
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1.0")
@Summary("a folder of idx files called as MNIST's are")
public record IdxFolder(
        @FileName @Summary("the folder") String path,

        @Default("[]") @Summary("what labels mean, from 0 on; their numbers if not given")
        List<String> classNames)
        implements OwnData {
    public IdxFolder {
        classNames = List.copyOf(classNames);
    }

    @Override
    public Dataset load(String name, LoadProgress progress) {
        return StoredFolder.load(new IdxFormat(StoredFolder.names(classNames)), name, Path.of(path), classNames);
    }
}
