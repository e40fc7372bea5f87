package peekbench.data.format;

import java.nio.file.Path;
import java.util.List;
import org.apiguardian.api.API;
import peekbench.data.Dataset;
import peekbench.data.LoadProgress;
import peekbench.problem.Problems;
import peekbench.registry.Default;
import peekbench.registry.FileName;
import peekbench.registry.Summary;

/**
 * A folder of CIFAR's binary records; see {@link CifarFormat}.
 *
 * @param path the folder
 * @param labelBytes bytes of labels before each image, of which the last counts
 * @param classNames what labels mean; their numbers where they are not given
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1.0")
@Summary("a folder of CIFAR's binary records: labels, then 32x32 pixels of red, green and blue")
public record CifarFolder(
        @FileName @Summary("the folder") String path,

        @Default("1") @Summary("bytes of labels before each image; the last counts. 1 as CIFAR-10, 2 as CIFAR-100")
        int labelBytes,

        @Default("[]") @Summary("what labels mean, from 0 on; their numbers if not given")
        List<String> classNames)
        implements OwnData {
    public CifarFolder {
        classNames = List.copyOf(classNames);
        Problems problems = new Problems();
        problems.inRange("label-bytes", labelBytes, 1, 2);
        problems.throwIfAny();
    }

    @Override
    public Dataset load(String name, LoadProgress progress) {
        return StoredFolder.load(
                new CifarFormat(labelBytes, StoredFolder.names(classNames)), name, Path.of(path), classNames);
    }
}
