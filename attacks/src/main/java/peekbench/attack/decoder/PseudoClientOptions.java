package peekbench.attack.decoder;

import com.google.auto.service.AutoService;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import peekbench.attack.inversion.ShadowClient;
import peekbench.nn.array.SavedState;
import peekbench.problem.ConfigurationException;
import peekbench.problem.Problems;
import peekbench.registry.Default;
import peekbench.registry.Name;
import peekbench.registry.Paper;
import peekbench.registry.Summary;
import peekbench.threat.attack.Attack;
import peekbench.threat.attack.AttackOptions;
import peekbench.threat.attack.AttackProvider;
import peekbench.threat.attack.ClientShapes;
import peekbench.threat.attack.TrainedAttacker;

/**
 * Options of {@link PseudoClient}.
 *
 * @param adversarialWeights of the critic's loss in the simulator's, that are tried; the strongest is reported, all are kept
 * @param simulatorEpochs passes over the attacker's records that train the simulator
 * @param simulatorBatchSize records a step of it
 * @param simulatorLearningRate Adam's step size in it
 * @param criticLearningRate Adam's step size of the critic
 * @param capacity of the decoder
 * @param epochs limit of the decoder's training; one that comes to it is marked
 * @param patience epochs within which its validation loss must fall by {@code improvement}, else it ends
 * @param improvement that share of it
 * @param batchSize records a step of it
 * @param learningRate Adam's step size in it; as that of {@link DecoderOptions}
 */
@Paper(
        authors = "Zhu, Luo, Wu, Jiang, Xiao, Ooi",
        title = "Passive Inference Attacks on Split Learning via Adversarial Regularization",
        year = 2025,
        venue = "NDSS, arXiv 2310.10483",
        section = "SDAR against vanilla split learning; with weight 0 PCAT of Gao and Zhang, USENIX Security 2023")
@Name("pseudo-client")
@Summary("Decoder of a simulator of the client, which was trained to pass for it without asking it")
public record PseudoClientOptions(
        @Default("[0, 0.02, 0.05]")
        @Summary("weights of the adversarial loss that are tried; the strongest is reported, all are kept")
        List<Double> adversarialWeights,

        @Default("30") @Summary("passes over the attacker's records that train the simulator")
        int simulatorEpochs,

        @Default("64") @Summary("records a step of the simulator's training")
        int simulatorBatchSize,

        @Default("0.001") @Summary("Adam's step size in the simulator's training")
        double simulatorLearningRate,

        @Default("0.0003") @Summary("Adam's step size of the critic")
        double criticLearningRate,

        @Default("medium") @Summary("the decoder's network") Capacity capacity,

        @Default("40") @Summary("limit of the decoder's training; one that comes to it is marked")
        int epochs,

        @Default("2")
        @Summary("epochs within which the decoder's validation loss must fall by `improvement`, else it ends")
        int patience,

        @Default("0.02") @Summary("share by which that loss must fall within `patience` epochs")
        double improvement,

        @Default("16") @Summary("records a step of the decoder's training")
        int batchSize,

        @Default("0.005")
        @Summary("Adam's step size of the decoder, a fifth of it with dense layers or residual blocks")
        double learningRate)
        implements AttackOptions {
    public PseudoClientOptions {
        adversarialWeights = List.copyOf(adversarialWeights);
        Problems problems = new Problems();
        if (adversarialWeights.isEmpty()) {
            problems.add("adversarial-weights", "is empty; list at least one number, for example 0.");
        }
        for (int i = 0; i < adversarialWeights.size(); i++) {
            problems.nonNegative("adversarial-weights[" + i + "]", adversarialWeights.get(i));
        }
        if (adversarialWeights.stream().distinct().count() < adversarialWeights.size()) {
            problems.add("adversarial-weights", "is " + adversarialWeights + "; list each weight once.");
        }
        problems.atLeast("simulator-epochs", simulatorEpochs, 1);
        problems.atLeast("simulator-batch-size", simulatorBatchSize, 1);
        problems.positive("simulator-learning-rate", simulatorLearningRate);
        problems.positive("critic-learning-rate", criticLearningRate);
        problems.atLeast("epochs", epochs, 1);
        problems.atLeast("patience", patience, 1);
        problems.nonNegative("improvement", improvement);
        problems.belowOne("improvement", improvement);
        problems.atLeast("batch-size", batchSize, 1);
        problems.positive("learning-rate", learningRate);
        problems.throwIfAny();
    }

    /** The name of a weight in tables: {@code adversarial-0.02}. */
    static String strength(double weight) {
        return "adversarial-"
                + (weight == 0
                        ? "0"
                        : BigDecimal.valueOf(weight).stripTrailingZeros().toPlainString());
    }

    /** All epochs, however well the simulator classifies: passing for the client takes longer. */
    ShadowClient.Training simulator() {
        return new ShadowClient.Training(
                simulatorEpochs, Double.POSITIVE_INFINITY, simulatorBatchSize, simulatorLearningRate);
    }

    DecoderOptions decoder() {
        return new DecoderOptions(List.of(capacity), epochs, patience, improvement, batchSize, learningRate);
    }

    @Override
    public boolean needsClasses() {
        return true;
    }

    @Override
    public Attack<?, ?> create() {
        return new PseudoClient(this);
    }

    @Override
    public PseudoClientOptions onlyAt(String strength) {
        double weight = adversarialWeights.stream()
                .filter(each -> strength(each).equals(strength))
                .findFirst()
                .orElseThrow(() -> new ConfigurationException("The attack (" + PseudoClient.NAME
                        + ") has no strength (" + strength + "); its strengths are "
                        + String.join(
                                ", ",
                                adversarialWeights.stream()
                                        .map(PseudoClientOptions::strength)
                                        .toList())
                        + "."));
        return new PseudoClientOptions(
                List.of(weight),
                simulatorEpochs,
                simulatorBatchSize,
                simulatorLearningRate,
                criticLearningRate,
                capacity,
                epochs,
                patience,
                improvement,
                batchSize,
                learningRate);
    }

    @Override
    public Optional<TrainedAttacker> restored(String strength, ClientShapes shapes, SavedState written) {
        return Optional.of(Decoder.restored(capacity, shapes, written));
    }

    @Override
    public long keptWeights(ClientShapes shapes) {
        return Decoder.weights(capacity, shapes);
    }

    /** Puts it into the catalogue. */
    @AutoService(AttackProvider.class)
    public record Provider() implements AttackProvider {}
}
