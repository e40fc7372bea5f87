package peekbench.result.record;

import java.util.List;
import org.apiguardian.api.API;
import peekbench.metric.RocCurve;

/**
 * How many members an attack on membership found at how many false alarms.
 *
 * @param attack who
 * @param points one a threshold, from the strictest to the laxest
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1.0")
public record StoredRoc(String attack, List<RocCurve.Point> points) {
    public StoredRoc {
        points = List.copyOf(points);
    }

    /** The share of members found at the laxest threshold that takes at most that share of the others for members. */
    public double truePositivesAt(double falsePositives) {
        return points.stream()
                .filter(point -> point.falsePositives() <= falsePositives)
                .mapToDouble(RocCurve.Point::truePositives)
                .max()
                .orElse(0);
    }
}
