package peekbench.metric;

import java.util.Arrays;
import org.apache.commons.math3.stat.interval.ConfidenceInterval;
import org.apache.commons.math3.stat.interval.WilsonScoreInterval;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;

/**
 * Which record of a gallery each reconstruction is taken for: the one at the smallest Euclidean distance
 * {@code d_ij = |p_i - g_j|}. Reconstruction {@code p_i} is of record {@code g_i}; how many records lie nearer to it tells
 * whether it is found.
 *
 * <p>All squared distances come from one matrix product a chunk, {@code |p_i|² + |g_j|² - 2 p_i · g_j}, after the gallery's
 * mean was taken off both. Where that product cannot tell whether a record is nearer than the right one, both distances are
 * computed again from the differences. Records that are exactly as near as the right one, such as its copies, are ordered by
 * chance, and each answer counts as its chance: who gives the same answer for every record is right {@code 1/N} of the time.
 */
public final class Reidentification {
    private static final double LEVEL = Bootstrap.LEVEL;

    /** Reconstructions that are compared with the whole gallery at a time. */
    private static final int CHUNK = 256;

    /** Difference of squared distances over the sum of squared norms below which the product has lost too many digits. */
    private static final double CLOSE_SINGLE = 1e-4;

    private static final double CLOSE_DOUBLE = 1e-10;

    private final int[] nearer;
    private final int[] asNear;

    private Reidentification(int size) {
        this.nearer = new int[size];
        this.asNear = new int[size];
    }

    /**
     * Looks every reconstruction up in the gallery.
     *
     * @param gallery {@code [N, …]}, float32 or float64, N at least 1
     * @param reconstructions {@code [N, …]}, each of the gallery's record at its place
     * @throws IllegalArgumentException when the shapes differ
     */
    public static Reidentification of(INDArray gallery, INDArray reconstructions) {
        if (!Arrays.equals(gallery.shape(), reconstructions.shape())) {
            throw new IllegalArgumentException("The gallery is " + Arrays.toString(gallery.shape())
                    + ", reconstructions " + Arrays.toString(reconstructions.shape())
                    + "; there must be one of each record, of its shape.");
        }
        INDArray records = Samples.flat(gallery);
        INDArray probes = Samples.flat(reconstructions);
        INDArray mean = records.mean(0);
        Lookup lookup = new Lookup(records.subRowVector(mean), probes.subRowVector(mean));
        return lookup.everywhere();
    }

    /** Records in the gallery. */
    public int size() {
        return nearer.length;
    }

    /** For each reconstruction the chance that its record is among the k nearest, {@code [N]}: 1 or 0 but where distances tie. */
    public double[] within(int k) {
        double[] found = new double[size()];
        for (int i = 0; i < found.length; i++) {
            found[i] = Math.max(0, Math.min(1, (double) (k - nearer[i]) / (asNear[i] + 1)));
        }
        return found;
    }

    /** The share of reconstructions whose record is among the k nearest. */
    public double share(int k) {
        return Arrays.stream(within(k)).average().orElseThrow();
    }

    /** The 95 % interval of that share after Wilson (1927), of the nearest whole number of records found. */
    public Interval interval(int k) {
        int found = Math.toIntExact(Math.round(share(k) * size()));
        ConfidenceInterval wilson = new WilsonScoreInterval().createInterval(size(), found, LEVEL);
        return new Interval(Math.max(0, wilson.getLowerBound()), Math.min(1, wilson.getUpperBound()), LEVEL);
    }

    /** The centred arrays, {@code [N, D]}. */
    private static final class Lookup {
        private final INDArray records;
        private final INDArray probes;
        private final double close;
        private final double[] norms;
        private final int size;
        private final double[][] fetched;

        Lookup(INDArray records, INDArray probes) {
            this.records = records;
            this.probes = probes;
            this.close = records.dataType() == DataType.FLOAT ? CLOSE_SINGLE : CLOSE_DOUBLE;
            this.size = Math.toIntExact(records.size(0));
            this.norms = norms(records);
            this.fetched = new double[size][0];
        }

        private static double[] norms(INDArray rows) {
            return rows.mul(rows).sum(1).data().asDouble();
        }

        Reidentification everywhere() {
            Reidentification result = new Reidentification(size);
            double[] probeNorms = norms(probes);
            for (int from = 0; from < size; from += CHUNK) {
                int rows = Math.min(CHUNK, size - from);
                INDArray part =
                        probes.get(NDArrayIndex.interval(from, from + rows)).dup('c');
                INDArray products = Nd4j.createUninitialized(records.dataType(), new long[] {size, rows}, 'f');
                Nd4j.gemm(records, part, products, false, true, 1, 0);
                double[] dots = numbers(products, 0, rows * size);
                for (int i = 0; i < rows; i++) {
                    place(result, from + i, probeNorms[from + i], dots, i * size);
                }
            }
            return result;
        }

        /** @param at where the products of the reconstruction with all records begin */
        private void place(Reidentification result, int probe, double probeNorm, double[] dots, int at) {
            double own = norms[probe] - 2 * dots[at + probe];
            double[] numbers = {};
            double exactOwn = 0;
            int before = 0;
            int tied = 0;
            for (int j = 0; j < size; j++) {
                double apart = norms[j] - 2 * dots[at + j] - own;
                if (j == probe) {
                    continue;
                }
                if (Math.abs(apart) > close * (norms[j] + norms[probe] + probeNorm)) {
                    before += apart < 0 ? 1 : 0;
                } else {
                    if (numbers.length == 0) {
                        numbers = row(probes, probe);
                        exactOwn = squaredDistance(numbers, record(probe));
                    }
                    int order = Double.compare(squaredDistance(numbers, record(j)), exactOwn);
                    before += order < 0 ? 1 : 0;
                    tied += order == 0 ? 1 : 0;
                }
            }
            result.nearer[probe] = before;
            result.asNear[probe] = tied;
        }

        private static double squaredDistance(double[] probe, double[] record) {
            double sum = 0;
            for (int k = 0; k < probe.length; k++) {
                double difference = probe[k] - record[k];
                sum += difference * difference;
            }
            return sum;
        }

        /** Numbers of an array that fills its memory, on the heap; all at once, since one by one takes longer than the product. */
        private static double[] numbers(INDArray array, int from, int count) {
            double[] numbers = new double[count];
            if (array.dataType() == DataType.DOUBLE) {
                array.data().asNioDouble().position(from).get(numbers);
                return numbers;
            }
            float[] single = new float[count];
            array.data().asNioFloat().position(from).get(single);
            for (int i = 0; i < count; i++) {
                numbers[i] = single[i];
            }
            return numbers;
        }

        /** On the heap, fetched when the first reconstruction is met that is close to it. */
        private double[] record(int j) {
            if (fetched[j].length == 0) {
                fetched[j] = row(records, j);
            }
            return fetched[j];
        }

        private static double[] row(INDArray rows, int i) {
            int length = Math.toIntExact(rows.size(1));
            return numbers(rows, i * length, length);
        }
    }
}
