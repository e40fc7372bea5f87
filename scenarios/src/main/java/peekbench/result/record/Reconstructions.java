package peekbench.result.record;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apiguardian.api.API;
import org.nd4j.linalg.api.ndarray.INDArray;
import peekbench.metric.Metric;
import peekbench.threat.observation.TargetSet;

/** What one attack made of the records it was scored on. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1.0")
public final class Reconstructions {
    private final String attack;
    private final TargetSet targets;
    private final INDArray originals;
    private final INDArray made;
    private final Map<Metric, double[]> values;
    private final List<Integer> read;

    /**
     * Keeps the tensors as they are, without a copy.
     *
     * @param attack who made them: {@code decoder}, or {@code decoder@3} after an epoch of training
     * @param targets which records those are
     * @param originals {@code [N, C, H, W]} in [0, 1], or rows of a table {@code [N, F]}; the same records in the same order
     *     for every arm of one seed
     * @param reconstructions of the first {@code n} of them, shaped as they are
     * @param values what each metric says of each pair, {@code [n]}
     * @param read the class that was read in each reconstruction, from 0; empty where there was no classifier
     * @throws IllegalArgumentException when these do not hold the same number of records of one shape
     */
    public Reconstructions(
            String attack,
            TargetSet targets,
            INDArray originals,
            INDArray reconstructions,
            Map<Metric, double[]> values,
            List<Integer> read) {
        long count = reconstructions.size(0);
        boolean fits = Arrays.equals(example(originals), example(reconstructions))
                && count <= originals.size(0)
                && values.values().stream().allMatch(each -> each.length == count)
                && (read.isEmpty() || read.size() == count);
        if (!fits) {
            StringBuilder counts = new StringBuilder();
            values.forEach((metric, each) -> counts.append(", ")
                    .append(each.length)
                    .append(" values of ")
                    .append(metric.heading().split(" ", 2)[0]));
            throw new IllegalArgumentException("Reconstructions of " + attack + " do not fit together: originals "
                    + Arrays.toString(originals.shape()) + ", reconstructions "
                    + Arrays.toString(reconstructions.shape()) + counts
                    + (read.isEmpty() ? "" : ", " + read.size() + " classes read"));
        }
        this.attack = attack;
        this.targets = targets;
        this.originals = originals;
        this.made = reconstructions;
        this.values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
        this.read = List.copyOf(read);
    }

    /** Images of which nothing but their similarity is known. */
    public Reconstructions(
            String attack, TargetSet targets, INDArray originals, INDArray reconstructions, double[] ssim) {
        this(attack, targets, originals, reconstructions, Map.of(Metric.SSIM, ssim.clone()), List.of());
    }

    private static long[] example(INDArray records) {
        return Arrays.copyOfRange(records.shape(), 1, records.rank());
    }

    /** Who made them. */
    public String attack() {
        return attack;
    }

    /** Which records they are. */
    public TargetSet targets() {
        return targets;
    }

    /** {@code [N, C, H, W]} in [0, 1], or rows of a table {@code [N, F]}; N is at least {@link #size}. */
    public INDArray originals() {
        return originals;
    }

    /** Shaped as the first of the originals. */
    public INDArray reconstructions() {
        return made;
    }

    /** Metrics that each pair has a value of. */
    public List<Metric> metrics() {
        return List.copyOf(values.keySet());
    }

    /** What a metric says of each pair, {@code [n]}; empty when it was not stored. */
    public Optional<double[]> values(Metric metric) {
        return Optional.ofNullable(values.get(metric)).map(double[]::clone);
    }

    /**
     * Similarity of each pair, {@code [n]}.
     *
     * @throws IllegalStateException when these are no images
     */
    public double[] ssim() {
        return values(Metric.SSIM)
                .orElseThrow(() -> new IllegalStateException(
                        "Reconstructions of " + attack + " have no SSIM, since the records are no images."));
    }

    /** The class that was read in each reconstruction, from 0; empty where there was no classifier. */
    public List<Integer> read() {
        return read;
    }

    /** Number of records that were reconstructed. */
    public int size() {
        return Math.toIntExact(made.size(0));
    }
}
