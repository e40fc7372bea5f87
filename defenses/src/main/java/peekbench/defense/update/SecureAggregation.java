package peekbench.defense.update;

import com.google.auto.service.AutoService;
import java.util.Optional;
import java.util.Set;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import peekbench.nn.array.SavedState;
import peekbench.problem.Problems;
import peekbench.registry.Default;
import peekbench.registry.Name;
import peekbench.registry.Paper;
import peekbench.registry.Summary;
import peekbench.threat.defense.Defense;
import peekbench.threat.defense.DefenseHooks;
import peekbench.threat.defense.DefenseOptions;
import peekbench.threat.defense.DefensePlace;
import peekbench.threat.defense.DefenseProvider;
import peekbench.threat.defense.SumRoster;
import peekbench.threat.defense.UpdateMasking;

/**
 * Secure aggregation by pairwise masks. Client i sends {@code round(2^f n_i x_i) + Σ_{j>i} m_ij - Σ_{j<i} m_ij mod 2^64} for
 * its update x_i of n_i records; masks cancel in the sum over all clients of the round, which the aggregator divides by
 * {@code 2^f Σ n_i}. The mask {@code m_ij} is AES in counter mode under a key that only i and j can compute, see {@link
 * PairwiseMasks}, so a single masked update looks uniform to everybody else. The sum is exact in the ring; rounding to fixed
 * point moves the mean by at most half of {@code 2^-f} a client over all records.
 *
 * <p>It composes with {@link ClipAndNoise}, which works before the masks. Numbers of records stay readable.
 *
 * <p>Deviations: nobody fails in the middle of a round here, so there are no shares of secrets to take the masks of failed
 * clients out and no second mask; a sum that lacks a client is refused. Public keys are known beforehand, as from a public
 * key infrastructure, and their exchange is not counted as traffic. Ring numbers have 64 bits whatever f, twice float32's.
 * The aggregator is honest about who takes part.
 *
 * @param fractionBits f, binary digits behind the point
 */
@Paper(
        authors = "Bonawitz, Ivanov, Kreuter, Marcedone, McMahan, Patel, Ramage, Segal, Seth",
        title = "Practical Secure Aggregation for Privacy-Preserving Machine Learning",
        year = 2017,
        venue = "CCS, doi 10.1145/3133956.3133982",
        section = "4.1, masking with one-time pads")
@Name("secure-aggregation")
@Summary("Pairwise masks hide updates of weights, and cancel in their sum")
public record SecureAggregation(
        @Default("32") @Summary("binary digits behind the point of fixed-point numbers")
        int fractionBits) implements DefenseOptions {
    private static final int MOST_FRACTION_BITS = 52;
    /** Bits of the largest sum that is let into the ring, so that its sign is safe. */
    private static final double LARGEST = 0x1p62;

    /** @throws peekbench.problem.ConfigurationException when f is below 1 or above 52 */
    public SecureAggregation {
        Problems problems = new Problems();
        problems.inRange("fraction-bits", fractionBits, 1, MOST_FRACTION_BITS);
        problems.throwIfAny();
    }

    @Override
    public Defense create() {
        PairwiseMasks.Directory directory = new PairwiseMasks.Directory();
        return context -> new Hooks(new Masking(
                context.party(),
                new PairwiseMasks(context.party(), context.seed().child("secure-aggregation"), directory),
                Math.scalb(1.0, fractionBits)));
    }

    @Override
    public boolean needsSums() {
        return true;
    }

    @Override
    public Set<DefensePlace> places() {
        return Set.of(DefensePlace.UPDATE);
    }

    @Override
    public String label() {
        return "secure aggregation";
    }

    private record Hooks(UpdateMasking masking) implements DefenseHooks {
        @Override
        public Optional<UpdateMasking> updateMasking() {
            return Optional.of(masking);
        }

        @Override
        public void remember(SavedState state) { // only training goes by what is drawn and gathered here
        }
    }

    /**
     * One party's side of it.
     *
     * @param scale {@code 2^f}
     */
    private record Masking(String party, PairwiseMasks masks, double scale) implements UpdateMasking {
        @Override
        public INDArray mask(INDArray values, int weight, SumRoster roster) {
            double limit = LARGEST / roster.parties().size();
            double[] numbers = values.dup('c').data().asDouble();
            long[] ring = new long[numbers.length];
            for (int i = 0; i < ring.length; i++) {
                double scaled = numbers[i] * weight * scale;
                if (!(Math.abs(scaled) <= limit)) {
                    throw new IllegalStateException("The update of (" + party + ") holds " + numbers[i]
                            + ", which times "
                            + weight + " records does not fit into 64 bits with this many behind the point. Use fewer"
                            + " fraction-bits or a smaller learning rate.");
                }
                ring[i] = Math.round(scaled);
            }
            masks.addTo(ring, roster);
            return Nd4j.createFromArray(ring);
        }

        @Override
        public INDArray read(INDArray sum) {
            long[] ring = sum.toLongVector();
            double[] numbers = new double[ring.length];
            for (int i = 0; i < numbers.length; i++) {
                numbers[i] = ring[i] / scale;
            }
            return Nd4j.createFromArray(numbers);
        }
    }

    /** Puts it into the catalogue. */
    @AutoService(DefenseProvider.class)
    public record Provider() implements DefenseProvider {}
}
