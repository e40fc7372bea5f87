package peekbench.result;

import java.util.Arrays;
import org.nd4j.linalg.api.ndarray.INDArray;
import peekbench.threat.observation.TargetSet;

/** What one attack made of the records it was scored on. */
public final class Reconstructions {
    private final String attack;
    private final TargetSet targets;
    private final INDArray originals;
    private final INDArray made;
    private final double[] ssim;

    /**
     * Keeps the tensors as they are, without a copy.
     *
     * @param attack who made them: {@code decoder}
     * @param targets which records those are
     * @param originals {@code [n, C, H, W]} in [0, 1]; the same records in the same order for every arm of one seed
     * @param reconstructions shaped as the originals
     * @param ssim similarity of each pair, {@code [n]}
     * @throws IllegalArgumentException when the three do not hold the same number of records of one shape
     */
    public Reconstructions(
            String attack, TargetSet targets, INDArray originals, INDArray reconstructions, double[] ssim) {
        if (!Arrays.equals(originals.shape(), reconstructions.shape()) || originals.size(0) != ssim.length) {
            throw new IllegalArgumentException("Reconstructions of " + attack + " do not fit together: originals "
                    + Arrays.toString(originals.shape()) + ", reconstructions "
                    + Arrays.toString(reconstructions.shape()) + ", " + ssim.length + " values of SSIM");
        }
        this.attack = attack;
        this.targets = targets;
        this.originals = originals;
        this.made = reconstructions;
        this.ssim = ssim.clone();
    }

    /** Who made them. */
    public String attack() {
        return attack;
    }

    /** Which records they are. */
    public TargetSet targets() {
        return targets;
    }

    /** {@code [n, C, H, W]} in [0, 1]. */
    public INDArray originals() {
        return originals;
    }

    /** Shaped as the originals. */
    public INDArray reconstructions() {
        return made;
    }

    /** Similarity of each pair, {@code [n]}. */
    public double[] ssim() {
        return ssim.clone();
    }

    /** Number of records. */
    public int size() {
        return ssim.length;
    }
}
