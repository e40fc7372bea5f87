package peekbench.evaluation;

import org.apiguardian.api.API;
import peekbench.problem.Problems;
import peekbench.registry.Default;
import peekbench.registry.Summary;

/**
 * How much is measured.
 *
 * @param images private records of each target set that attacks are scored on; also the n of distance correlation, and how
 *     many members and how many others are the candidates of membership inference
 * @param permutations shuffles of the null of distance correlation
 * @param bootstrapResamples draws of the interval over images
 * @param classifierEpochs passes over the attacker's auxiliary records when the classifier of reconstructions is trained;
 *     0 trains none
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1.0")
@Summary("how much is measured")
public record EvaluationOptions(
        @Default("1000") @Summary("private records of each target set that attacks are scored on")
        int images,

        @Default("200") @Summary("shuffles of the null of distance correlation")
        int permutations,

        @Default("1000") @Summary("draws of the interval over images")
        int bootstrapResamples,

        @Default("5") @Summary("training epochs of the classifier of reconstructions")
        int classifierEpochs) {
    public EvaluationOptions {
        Problems problems = new Problems();
        problems.atLeast("images", images, 4);
        problems.atLeast("permutations", permutations, 1);
        problems.atLeast("bootstrap-resamples", bootstrapResamples, 1);
        problems.atLeast("classifier-epochs", classifierEpochs, 0);
        problems.throwIfAny();
    }
}
