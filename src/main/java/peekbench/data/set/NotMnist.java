package peekbench.data.set;

import com.google.auto.service.AutoService;
import java.util.List;
import peekbench.data.catalogue.DatasetProvider;
import peekbench.data.catalogue.DatasetSource;
import peekbench.data.catalogue.RemoteFile;
import peekbench.data.format.IdxFormat;
import peekbench.registry.Name;
import peekbench.registry.Summary;

/** Bulatov 2011: notMNIST. */
@AutoService(DatasetProvider.class)
@Name("notmnist")
@Summary("letters A to J in many fonts, 28x28 grey, 10,000 in one part")
public record NotMnist() implements DatasetProvider {
    private static final String ADDRESS = "https://raw.githubusercontent.com/davidflanagan/notMNIST-to-MNIST/master/";
    private static final String MIRROR = "https://github.com/davidflanagan/notMNIST-to-MNIST/raw/master/";

    @Override
    public DatasetSource source() {
        return new DatasetSource.Stored(
                "notmnist",
                new IdxFormat(ClassNames.LETTERS),
                List.of(
                        RemoteFile.of(
                                "t10k-images-idx3-ubyte.gz",
                                "70ae9e06201f2827e5b0a3781a3169d735dd2efc69996b9eeaee7f10ed4044d7",
                                ADDRESS,
                                MIRROR),
                        RemoteFile.of(
                                "t10k-labels-idx1-ubyte.gz",
                                "1fa03836e01c862542f8eb83463bb951bebec6fcb3efa28dad748c6b38a9021b",
                                ADDRESS,
                                MIRROR)));
    }
}
