package peekbench.defense.label;

/**
 * Variances of Marvell's noise for each class: {@code Σ = β I + (α - β) Δg Δgᵀ / |Δg|²}, with α along the difference of the
 * classes' mean gradients and β, at most α, in every direction across it. The paper's λ.
 *
 * @param negativeAlong α of the negative examples, {@code λ1^(0)}
 * @param negativeAcross β of the negative examples, {@code λ2^(0)}
 * @param positiveAlong α of the positive examples, {@code λ1^(1)}
 * @param positiveAcross β of the positive examples, {@code λ2^(1)}
 */
record NoisePower(double negativeAlong, double negativeAcross, double positiveAlong, double positiveAcross) {

    double along(boolean positive) {
        return positive ? positiveAlong : negativeAlong;
    }

    double across(boolean positive) {
        return positive ? positiveAcross : negativeAcross;
    }
}
