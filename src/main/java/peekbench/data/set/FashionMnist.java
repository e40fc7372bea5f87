package peekbench.data.set;

import com.google.auto.service.AutoService;
import peekbench.data.catalogue.DatasetProvider;
import peekbench.data.catalogue.DatasetSource;
import peekbench.data.format.IdxFormat;
import peekbench.registry.Name;
import peekbench.registry.Summary;

/** Xiao, Rasul and Vollgraf 2017: Fashion-MNIST. */
@AutoService(DatasetProvider.class)
@Name("fashion-mnist")
@Summary("clothing, 28x28 grey, 60,000 and 10,000")
public record FashionMnist() implements DatasetProvider {
    @Override
    public DatasetSource source() {
        return new DatasetSource.Stored(
                "fashion-mnist",
                new IdxFormat(ClassNames.FASHION_MNIST),
                IdxFiles.of(
                        "3aede38d61863908ad78613f6a32ed271626dd12800ba2636569512369268a84",
                        "a04f17134ac03560a47e3764e11b92fc97de4d1bfaf8ba1a3aa29af54cc90845",
                        "346e55b948d973a97e58d2351dde16a484bd415d4595297633bb08f03db6a073",
                        "67da17c76eaffca5446c3361aaab5c3cd6d1c2608764d35dfb1850b086bf8dd5",
                        "http://fashion-mnist.s3-website.eu-central-1.amazonaws.com/",
                        "https://raw.githubusercontent.com/zalandoresearch/fashion-mnist/master/data/fashion/"));
    }
}
