package peekbench.data.set;

import com.google.auto.service.AutoService;
import peekbench.data.catalogue.DatasetProvider;
import peekbench.data.catalogue.DatasetSource;
import peekbench.registry.Name;
import peekbench.registry.Summary;

/** A part of {@link FashionMnist}. */
@AutoService(DatasetProvider.class)
@Name("fashion-mnist-sample")
@Summary("class-balanced sample of Fashion-MNIST, 28x28 grey, 6,000 and 1,000; comes with the program")
public record FashionMnistSample() implements DatasetProvider {
    @Override
    public DatasetSource source() {
        return new DatasetSource.Included(EmbeddedData::fashionMnistSample);
    }
}
