package peekbench.attack.federated;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import peekbench.nn.Rows;
import peekbench.nn.array.Precision;
import peekbench.problem.ConfigurationException;
import peekbench.seed.Seed;
import peekbench.threat.attack.Attack;
import peekbench.threat.attack.AttackProgress;
import peekbench.threat.attack.AttackerKnowledge;
import peekbench.threat.attack.InferredLabelDistributions;
import peekbench.threat.observation.ClientUpdate;
import peekbench.threat.observation.ObservedRound;
import peekbench.threat.view.AggregatorView;

/**
 * An aggregator infers what share of each class a client's records have. It draws label distributions, makes clients of its own
 * records that have them, runs the clients' program on each, defenses included, and fits a ridge regression from what the
 * mean gradient of the last layer says, its biases and the sums of its weights for each class, to the mix. Victims' updates
 * go through the same regression; its answers are moved to the nearest mix.
 *
 * <p>Mixes are drawn as {@code e_k^s / Σ e_j^s}, with exponential {@code e_k} and s uniform in [0, 4] anew for each client:
 * from even shares to almost one class alone.
 *
 * <p>Deviations from Melis et al., who tell by random forests from whole gradients whether a batch has a property that the
 * task is not about: here the property is the label distribution, so the last layer is where it shows, as in Wainakh et al. 2022
 * (LLG), and regression gives shares. Where clients send weights, features come from their mean gradient.
 */
final class PropertyInference implements Attack<AggregatorView, InferredLabelDistributions> {
    static final String NAME = "property-inference";

    private static final double LARGEST_SKEW = 4;

    private final PropertyInferenceOptions options;

    PropertyInference(PropertyInferenceOptions options) {
        this.options = options;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Class<AggregatorView> view() {
        return AggregatorView.class;
    }

    @Override
    public InferredLabelDistributions run(
            AggregatorView view, AttackerKnowledge knowledge, Seed seed, AttackProgress progress) {
        LastLayer last = LastLayer.of(view, NAME);
        ClassRecords own = ClassRecords.of(knowledge.auxiliary(), last.classes());
        if (own.isEmpty()) {
            throw new ConfigurationException(
                    "The attack (" + NAME + ") makes clients of the attacker's records, and it has"
                            + " none with classes. Raise data.attacker-auxiliary.");
        }
        ObservedRound round = view.at(options.moment());
        Features features = new Features(round, last, inputsOfLast(view), seed.child("network"));
        List<ClientUpdate> victims = round.clientUpdates();
        int records = options.recordsPerClient() > 0
                ? options.recordsPerClient()
                : (int) Math.round(victims.stream()
                        .mapToInt(ClientUpdate::records)
                        .average()
                        .orElseThrow());
        List<double[]> simulated = new ArrayList<>();
        List<double[]> mixes = new ArrayList<>();
        for (int client = 0; client < options.simulatedClients(); client++) {
            Seed drawn = seed.child("client-" + client);
            int[] rows = own.draw(mix(last.classes(), drawn.child("mix")), records, drawn.child("records"));
            mixes.add(own.mix(rows));
            INDArray targets = oneHot(knowledge.auxiliary().labels(), rows, last.classes(), view.precision());
            simulated.add(
                    features.of(round.rehearse(Rows.of(knowledge.auxiliary().inputs(), rows), targets)));
            progress.report((client + 1.0) / options.simulatedClients(), "simulated clients");
        }
        MixRegression regression = MixRegression.fit(simulated, mixes);
        double[][] inferred = victims.stream()
                .map(victim -> regression.mix(features.of(victim)))
                .toArray(double[][]::new);
        return new InferredLabelDistributions(Nd4j.createFromArray(inferred), regression.validationError());
    }

    /** How many inputs the last layer has. */
    private static int inputsOfLast(AggregatorView view) {
        var shape = view.inputShape();
        for (var layer : view.layers().subList(0, view.layers().size() - 1)) {
            shape = layer.spec().outputShape(shape);
        }
        return shape.length();
    }

    private static double[] mix(int classes, Seed seed) {
        var generator = seed.generator();
        double skew = generator.nextDouble(0, LARGEST_SKEW);
        double[] mix = new double[classes];
        for (int k = 0; k < classes; k++) {
            mix[k] = Math.pow(generator.nextExponential(), skew);
        }
        double sum = Arrays.stream(mix).sum();
        return Arrays.stream(mix).map(share -> share / sum).toArray();
    }

    private static INDArray oneHot(List<Integer> labels, int[] rows, int classes, Precision precision) {
        INDArray targets = Nd4j.zeros(precision.dataType(), rows.length, classes);
        for (int n = 0; n < rows.length; n++) {
            targets.putScalar(n, labels.get(rows[n]), 1);
        }
        return targets;
    }

    /** What the last layer's mean gradient says: biases, then sums of weights, of each class. */
    private static final class Features {
        private final ObservedRound round;
        private final LastLayer last;
        private final int inputs;
        private final INDArray weights;

        Features(ObservedRound round, LastLayer last, int inputs, Seed seed) {
            this.round = round;
            this.last = last;
            this.inputs = inputs;
            this.weights = round.network(Precision.FLOAT64, seed).parameters();
        }

        double[] of(ClientUpdate update) {
            INDArray gradient = round.work().meanGradient(update, weights);
            double[] biases = last.biases(gradient);
            double[] sums = last.weightSums(gradient, inputs);
            double[] all = Arrays.copyOf(biases, biases.length + sums.length);
            System.arraycopy(sums, 0, all, biases.length, sums.length);
            return all;
        }
    }
}
