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
 * Options of {@link QueryFreeInversion}.
 *
 * @param totalVariationWeights λ that are tried; the strongest is reported, all are kept. Tables are attacked with 0 only
 * @param iterations steps of gradient descent
 * @param stepSize Adam's at the start; it falls to 0 along a half cosine
 * @param starts how many are tried of each target: grey, then random ones; that of the smallest loss is kept
 * @param batchSize targets a pass
 * @param validationRecords how many of the attacker's validation records are attacked to compare λ
 * @param shadowEpochs longest training of the shadow
 * @param shadowAccuracy share of the auxiliary records, classified, at which its training ends
 * @param shadowBatchSize records a step of it
 * @param shadowLearningRate Adam's step size in it
 */
@Paper(
        authors = "He, Zhang, Lee",
        title = "Model Inversion Attacks Against Collaborative Inference",
        year = 2019,
        venue = "ACSAC, doi 10.1145/3359789.3359824",
        section = "query-free attack with a shadow model")
@Name("query-free-inversion")
@Summary("Search through a shadow of the client, trained in front of the server's layers")
public record QueryFreeInversionOptions(
        @Default("[0.001, 0.01, 0.1]")
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

        @Default("10") @Summary("longest training of the shadow")
        int shadowEpochs,

        @Default("0.99") @Summary("share of the auxiliary records, classified, at which the shadow's training ends")
        double shadowAccuracy,

        @Default("64") @Summary("records a step of the shadow's training")
        int shadowBatchSize,

        @Default("0.001") @Summary("Adam's step size in the shadow's training")
        double shadowLearningRate)
        implements AttackOptions {
    public QueryFreeInversionOptions {
        totalVariationWeights = List.copyOf(totalVariationWeights);
        Problems problems = new Problems();
        SearchSettings.checkWeights(problems, totalVariationWeights);
        problems.atLeast("iterations", iterations, 1);
        new SearchSettings(stepSize, starts, batchSize).check(problems);
        problems.atLeast("validation-records", validationRecords, 1);
        new ShadowClient.Training(shadowEpochs, shadowAccuracy, shadowBatchSize, shadowLearningRate).check(problems);
        problems.throwIfAny();
    }

    SearchSettings search() {
        return new SearchSettings(stepSize, starts, batchSize);
    }

    ShadowClient.Training shadow() {
        return new ShadowClient.Training(shadowEpochs, shadowAccuracy, shadowBatchSize, shadowLearningRate);
    }

    @Override
    public boolean needsClasses() {
        return true;
    }

    @Override
    public Attack<?, ?> create() {
        return new QueryFreeInversion(this);
    }

    @Override
    public QueryFreeInversionOptions onlyAt(String strength) {
        return new QueryFreeInversionOptions(
                Strength.only(strength, totalVariationWeights, QueryFreeInversion.NAME),
                iterations,
                stepSize,
                starts,
                batchSize,
                validationRecords,
                shadowEpochs,
                shadowAccuracy,
                shadowBatchSize,
                shadowLearningRate);
    }

    /** Puts it into the catalogue. */
    @AutoService(AttackProvider.class)
    public record Provider() implements AttackProvider {}
}
