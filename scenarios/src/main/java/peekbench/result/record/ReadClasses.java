package peekbench.result.record;

import java.util.List;
import org.apiguardian.api.API;

/**
 * What the classifier of reconstructions read.
 *
 * @param subject whose reconstructions: {@code decoder}, {@code decoder@3}; or {@code originals}
 * @param classes one a record in the order of {@code records.csv}, from 0
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1.0")
public record ReadClasses(String subject, List<Integer> classes) {
    public ReadClasses {
        classes = List.copyOf(classes);
    }
}
