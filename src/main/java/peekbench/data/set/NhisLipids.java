package peekbench.data.set;

import com.google.auto.service.AutoService;
import java.util.List;
import peekbench.data.catalogue.DatasetProvider;
import peekbench.data.catalogue.DatasetSource;
import peekbench.data.format.LipidCheckUps;
import peekbench.registry.Name;
import peekbench.registry.Summary;

/** Health check-ups of the Korean National Health Insurance Service. */
@AutoService(DatasetProvider.class)
@Name("nhis-lipids")
@Summary("LDL of 11,132 check-ups in Korea; put in place by hand")
public record NhisLipids() implements DatasetProvider {
    @Override
    public DatasetSource source() {
        return new DatasetSource.Stored("lipids", new LipidCheckUps(), List.of());
    }
}
