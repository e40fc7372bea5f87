package peekbench.evaluation;

import org.nd4j.linalg.api.ndarray.INDArray;
import peekbench.threat.observation.TargetSet;

/** Images of the strongest candidate of an attack beside their originals. */
public final class ReconstructedImages {
    private final TargetSet targets;
    private final INDArray originals;
    private final INDArray images;
    private final double[] similarity;

    ReconstructedImages(TargetSet targets, INDArray originals, INDArray images, double... similarity) {
        this.targets = targets;
        this.originals = originals;
        this.images = images;
        this.similarity = similarity.clone();
    }

    public TargetSet targets() {
        return targets;
    }

    /** {@code [n, C, H, W]}. */
    public INDArray originals() {
        return originals;
    }

    /** Shaped and ordered as the originals. */
    public INDArray images() {
        return images;
    }

    /** SSIM of each pair, {@code [n]}. */
    public double[] similarity() {
        return similarity.clone();
    }
}
