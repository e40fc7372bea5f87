package peekbench.data.set;

import com.google.auto.service.AutoService;
import java.util.List;
import peekbench.data.catalogue.DatasetProvider;
import peekbench.data.catalogue.DatasetSource;
import peekbench.data.catalogue.RemoteFile;
import peekbench.data.format.CifarFormat;
import peekbench.registry.Name;
import peekbench.registry.Summary;

/** Krizhevsky 2009: CIFAR-10. */
@AutoService(DatasetProvider.class)
@Name("cifar10")
@Summary("objects, 32x32 colour, 50,000 and 10,000")
public record Cifar10() implements DatasetProvider {
    @Override
    public DatasetSource source() {
        return new DatasetSource.Stored(
                "cifar10",
                new CifarFormat(1, ClassNames.CIFAR10),
                List.of(RemoteFile.of(
                        "cifar-10-binary.tar.gz",
                        "c4a38c50a1bc5f3a1c5537f2155ab9d68f9f25eb1ed8d9ddda3db29a59bca1dd",
                        "https://www.cs.toronto.edu/~kriz/",
                        "http://www.cs.toronto.edu/~kriz/",
                        "https://storage.googleapis.com/s4tf-hosted-binaries/datasets/CIFAR10/")));
    }
}
