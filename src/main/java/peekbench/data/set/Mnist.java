package peekbench.data.set;

import com.google.auto.service.AutoService;
import peekbench.data.catalogue.DatasetProvider;
import peekbench.data.catalogue.DatasetSource;
import peekbench.data.format.IdxFormat;
import peekbench.registry.Name;
import peekbench.registry.Summary;

/** LeCun, Cortes and Burges: MNIST. */
@AutoService(DatasetProvider.class)
@Name("mnist")
@Summary("handwritten digits, 28x28 grey, 60,000 and 10,000")
public record Mnist() implements DatasetProvider {
    @Override
    public DatasetSource source() {
        return new DatasetSource.Stored(
                "mnist",
                new IdxFormat(ClassNames.DIGITS),
                IdxFiles.of(
                        "440fcabf73cc546fa21475e81ea370265605f56be210a4024d2ca8f203523609",
                        "3552534a0a558bbed6aed32b30c495cca23d567ec52cac8be1a0730e8010255c",
                        "8d422c7b0a1c1c79245a5bcf07fe86e33eeafee792b84584aec276f5a2dbc4e6",
                        "f7ae60f92e00ec6debd23a6088c31dbd2371eca3ffa0defaefb259924204aec6",
                        "https://ossci-datasets.s3.amazonaws.com/mnist/",
                        "https://storage.googleapis.com/cvdf-datasets/mnist/"));
    }
}
