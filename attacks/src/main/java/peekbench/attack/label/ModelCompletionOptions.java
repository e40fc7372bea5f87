package peekbench.attack.label;

import com.google.auto.service.AutoService;
import java.util.List;
import java.util.Optional;
import peekbench.problem.Problems;
import peekbench.registry.Default;
import peekbench.registry.Name;
import peekbench.registry.Paper;
import peekbench.registry.Summary;
import peekbench.threat.attack.Attack;
import peekbench.threat.attack.AttackOptions;
import peekbench.threat.attack.AttackProvider;

/**
 * Options of {@link ModelCompletion}.
 *
 * @param recordsPerClass labelled records of each class that a head is trained on; each number a strength
 * @param epochs limit of the passes over these records
 * @param patience passes without a smaller validation loss before training ends; the head with the smallest is taken
 * @param batchSize records a step
 * @param learningRate Adam's
 */
@Paper(
        authors = "Fu, Zhang, Ji, Chen, Wu, Guo, Zhou, Liu, Wang",
        title = "Label Inference Attacks Against Vertical Federated Learning",
        year = 2022,
        venue = "USENIX Security",
        section = "4.1, passive attack through model completion")
@Name("model-completion")
@Summary("A head trained on a few labelled records completes the layers that the server has")
public record ModelCompletionOptions(
        @Default("[4, 16, 64]") @Summary("labelled records of each class that a head is trained on, each a strength")
        List<Integer> recordsPerClass,

        @Default("300") @Summary("limit of the passes over these records")
        int epochs,

        @Default("20") @Summary("passes without a smaller validation loss before training ends")
        int patience,

        @Default("16") @Summary("records a step") int batchSize,
        @Default("0.01") @Summary("Adam's step size") double learningRate)
        implements AttackOptions {
    public ModelCompletionOptions {
        recordsPerClass = List.copyOf(recordsPerClass);
        Problems problems = new Problems();
        if (recordsPerClass.isEmpty()) {
            problems.add("records-per-class", "is empty; list at least one number of records.");
        }
        recordsPerClass.forEach(records -> problems.atLeast("records-per-class", records, 1));
        if (recordsPerClass.stream().distinct().count() < recordsPerClass.size()) {
            problems.add("records-per-class", "is " + recordsPerClass + "; list each number once.");
        }
        problems.atLeast("epochs", epochs, 1);
        problems.atLeast("patience", patience, 1);
        problems.atLeast("batch-size", batchSize, 1);
        problems.positive("learning-rate", learningRate);
        problems.throwIfAny();
    }

    @Override
    public Attack<?, ?> create() {
        return new ModelCompletion(this);
    }

    @Override
    public Optional<String> reasonAgainst(int classes) {
        return EpochOptions.reasonAgainstNumbers(classes);
    }

    /** Puts it into the catalogue. */
    @AutoService(AttackProvider.class)
    public record Provider() implements AttackProvider {}
}
