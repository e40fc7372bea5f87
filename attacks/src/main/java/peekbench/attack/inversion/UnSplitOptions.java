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
 * Options of {@link UnSplit}.
 *
 * @param totalVariationWeights λ that are tried; the strongest is reported, all are kept. Tables are attacked with 0 only
 * @param rounds turns of inputs and weights
 * @param inputSteps steps on the inputs a round
 * @param weightSteps steps on the clone's weights a round and batch
 * @param inputStepSize Adam's on the inputs at the start; it falls to 0 along a half cosine
 * @param weightStepSize Adam's on the weights, which falls alike
 * @param batchSize targets a pass
 * @param validationRecords how many of the attacker's validation records the rehearsal attacks to compare λ
 */
@Paper(
        authors = "Erdogan, Kupcu, Cicek",
        title =
                "UnSplit: Data-Oblivious Model Inversion, Model Stealing, and Label Inference Attacks Against Split Learning",
        year = 2022,
        venue = "WPES",
        section = "model inversion and stealing")
@Name("unsplit")
@Summary("Search, by turns, for inputs and for the weights of a clone of the client")
public record UnSplitOptions(
        @Default("[0.001, 0.01, 0.1]")
        @Summary("weights of the total variation that are tried; the strongest is reported, all are kept")
        List<Double> totalVariationWeights,

        @Default("50") @Summary("turns of inputs and weights")
        int rounds,

        @Default("10") @Summary("steps on the inputs a round")
        int inputSteps,

        @Default("10") @Summary("steps on the clone's weights a round and batch")
        int weightSteps,

        @Default("0.05") @Summary("Adam's step size on the inputs at the start; falls to 0")
        double inputStepSize,

        @Default("0.001") @Summary("Adam's step size on the clone's weights at the start; falls to 0")
        double weightStepSize,

        @Default("250") @Summary("targets a pass") int batchSize,

        @Default("32") @Summary("validation records that a rehearsal attacks to compare the weights of the variation")
        int validationRecords)
        implements AttackOptions {
    public UnSplitOptions {
        totalVariationWeights = List.copyOf(totalVariationWeights);
        Problems problems = new Problems();
        SearchSettings.checkWeights(problems, totalVariationWeights);
        problems.atLeast("rounds", rounds, 1);
        problems.atLeast("input-steps", inputSteps, 1);
        problems.atLeast("weight-steps", weightSteps, 1);
        problems.positive("input-step-size", inputStepSize);
        problems.positive("weight-step-size", weightStepSize);
        problems.atLeast("batch-size", batchSize, 1);
        problems.atLeast("validation-records", validationRecords, 1);
        problems.throwIfAny();
    }

    /** One start: another would need a clone of its own. */
    SearchSettings search() {
        return new SearchSettings(inputStepSize, 1, batchSize);
    }

    @Override
    public Attack<?, ?> create() {
        return new UnSplit(this);
    }

    @Override
    public UnSplitOptions onlyAt(String strength) {
        return new UnSplitOptions(
                Strength.only(strength, totalVariationWeights, UnSplit.NAME),
                rounds,
                inputSteps,
                weightSteps,
                inputStepSize,
                weightStepSize,
                batchSize,
                validationRecords);
    }

    /** Puts it into the catalogue. */
    @AutoService(AttackProvider.class)
    public record Provider() implements AttackProvider {}
}
