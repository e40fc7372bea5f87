package peekbench.attack.inversion;

import com.google.auto.service.AutoService;
import java.util.List;
import peekbench.problem.Problems;
import peekbench.registry.Default;
import peekbench.registry.Name;
import peekbench.registry.Paper;
import peekbench.registry.Summary;
import peekbench.threat.attack.Attack;
import peekbench.threat.attack.AttackOptions;
import peekbench.threat.attack.AttackProvider;

/**
 * Options of {@link OptimizationInversion}.
 *
 * @param totalVariationWeights λ that are tried; the strongest is reported, all are kept. Tables are attacked with 0 only
 * @param iterations steps of gradient descent
 * @param stepSize Adam's at the start; it falls to 0 along a half cosine
 * @param starts how many are tried of each target: grey, then random ones; that of the smallest loss is kept
 * @param batchSize targets a pass
 * @param validationRecords how many of the attacker's validation records are attacked to compare λ
 * @param mountedBy who knows the weights
 */
@Paper(
        authors = "He, Zhang, Lee",
        title = "Model Inversion Attacks Against Collaborative Inference",
        year = 2019,
        venue = "ACSAC, doi 10.1145/3359789.3359824",
        section = "white-box attack by regularized maximum likelihood estimation")
@Name("optimization-inversion")
@Summary("Search for the inputs that the client's known layers turn into the smashed data")
public record OptimizationInversionOptions(
        @Default("[0, 0.001, 0.01]")
        @Summary("weights of the total variation that are tried; the strongest is reported, all are kept")
        List<Double> totalVariationWeights,

        @Default("500") @Summary("steps of gradient descent")
        int iterations,

        @Default("0.05") @Summary("Adam's step size at the start; falls to 0")
        double stepSize,

        @Default("1") @Summary("starts tried of each target, grey and then random; that of the smallest loss is kept")
        int starts,

        @Default("250") @Summary("targets a pass") int batchSize,

        @Default("32") @Summary("validation records that are attacked to compare the weights")
        int validationRecords,

        @Default("server")
        @Summary("who knows the client's weights: server, or peer, another client with the same layers")
        Informed mountedBy)
        implements AttackOptions {
    public OptimizationInversionOptions {
        totalVariationWeights = List.copyOf(totalVariationWeights);
        Problems problems = new Problems();
        SearchSettings.checkWeights(problems, totalVariationWeights);
        problems.atLeast("iterations", iterations, 1);
        new SearchSettings(stepSize, starts, batchSize).check(problems);
        problems.atLeast("validation-records", validationRecords, 1);
        problems.throwIfAny();
    }

    /** The server's. */
    OptimizationInversionOptions(
            List<Double> totalVariationWeights,
            int iterations,
            double stepSize,
            int starts,
            int batchSize,
            int validationRecords) {
        this(totalVariationWeights, iterations, stepSize, starts, batchSize, validationRecords, Informed.SERVER);
    }

    SearchSettings search() {
        return new SearchSettings(stepSize, starts, batchSize);
    }

    @Override
    public Attack<?, ?> create() {
        return new OptimizationInversion(this);
    }

    @Override
    public OptimizationInversionOptions onlyAt(String strength) {
        return new OptimizationInversionOptions(
                Strength.only(strength, totalVariationWeights, OptimizationInversion.NAME),
                iterations,
                stepSize,
                starts,
                batchSize,
                validationRecords,
                mountedBy);
    }

    /** Puts it into the catalogue. */
    @AutoService(AttackProvider.class)
    public record Provider() implements AttackProvider {}
}
