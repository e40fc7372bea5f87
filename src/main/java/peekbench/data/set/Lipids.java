package peekbench.data.set;

import com.google.auto.service.AutoService;
import peekbench.data.catalogue.DatasetProvider;
import peekbench.data.catalogue.DatasetSource;
import peekbench.registry.Name;
import peekbench.registry.Summary;

/** Efron, Hastie, Johnstone and Tibshirani 2004: the diabetes study, read for its LDL. */
@AutoService(DatasetProvider.class)
@Name("lipids")
@Summary("LDL of 442 patients from nine other measures; comes with the program")
public record Lipids() implements DatasetProvider {
    @Override
    public DatasetSource source() {
        return new DatasetSource.Included(EmbeddedData::lipids);
    }
}
