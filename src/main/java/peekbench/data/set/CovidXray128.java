package peekbench.data.set;

import com.google.auto.service.AutoService;
import java.util.List;
import peekbench.data.catalogue.DatasetProvider;
import peekbench.data.catalogue.DatasetSource;
import peekbench.data.format.IndexedImages;
import peekbench.registry.Name;
import peekbench.registry.Summary;

/** Chest X-rays of people with covid, with pneumonia and without findings. */
@AutoService(DatasetProvider.class)
@Name("covid-xray-128")
@Summary("chest X-rays, 128x128 grey, 125 covid, 500 without findings, 500 pneumonia; put in place by hand")
public record CovidXray128() implements DatasetProvider {
    @Override
    public DatasetSource source() {
        return new DatasetSource.Stored("covid-xray-128", new IndexedImages("index.csv", "patient_id"), List.of());
    }
}
