package peekbench.data.set;

import com.google.auto.service.AutoService;
import java.util.List;
import peekbench.data.catalogue.DatasetProvider;
import peekbench.data.catalogue.DatasetSource;
import peekbench.data.catalogue.RemoteFile;
import peekbench.data.format.CifarFormat;
import peekbench.registry.Name;
import peekbench.registry.Summary;

/** Krizhevsky 2009: CIFAR-100. */
@AutoService(DatasetProvider.class)
@Name("cifar100")
@Summary("objects of 100 classes, 32x32 colour, 50,000 and 10,000")
public record Cifar100() implements DatasetProvider {
    @Override
    public DatasetSource source() {
        return new DatasetSource.Stored(
                "cifar100",
                new CifarFormat(2, ClassNames.numbered(100)),
                List.of(RemoteFile.of(
                        "cifar-100-binary.tar.gz",
                        "58a81ae192c23a4be8b1804d68e518ed807d710a4eb253b1f2a199162a40d8ec",
                        "https://www.cs.toronto.edu/~kriz/",
                        "http://www.cs.toronto.edu/~kriz/")));
    }
}
