package peekbench.attack.hijacking;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import peekbench.nn.Segment;
import peekbench.seed.Seed;
import peekbench.threat.attack.AttackProgress;
import peekbench.threat.attack.Candidate.EpochLoss;
import peekbench.threat.observation.ArrivedBatch;
import peekbench.threat.observation.ServerBehavior;

/** The attacker at the server's place: one iteration of {@link FeatureSpaceHijacking} for each batch that arrives. */
final class HijackingServer implements ServerBehavior {
    private static final int HISTORY = 500;
    /** The share of improvement since the last look below which the autoencoder counts as converged. */
    private static final double CONVERGED = .02;

    private final FeatureSpaceHijackingOptions options;
    private final Autoencoder autoencoder;
    private final Critic critic;
    private final OwnBatches own;
    private final RandomGenerator interpolation;
    private final AttackProgress progress;
    private final Map<Integer, Stage> stages = new HashMap<>();
    private final List<EpochLoss> history = new ArrayList<>();
    private int iteration;
    private double lossSum;
    private int lossCount;

    /**
     * The attacker's side after some iterations.
     *
     * @param inverse the pilot's inverse
     * @param history of the autoencoder until then, as long as it learned; the last entry is this stage's
     */
    record Stage(Segment inverse, List<EpochLoss> history) {
        Stage {
            history = List.copyOf(history);
        }

        /** The inverse's error on the attacker's validation records. */
        double validationLoss() {
            return history.get(history.size() - 1).validation();
        }

        boolean converged() {
            return history.size() > 1
                    && validationLoss()
                            > (1 - CONVERGED) * history.get(history.size() - 2).validation();
        }
    }

    HijackingServer(
            FeatureSpaceHijackingOptions options,
            Autoencoder autoencoder,
            Critic critic,
            OwnBatches own,
            Seed interpolation,
            AttackProgress progress) {
        this.options = options;
        this.autoencoder = autoencoder;
        this.critic = critic;
        this.own = own;
        this.interpolation = interpolation.generator();
        this.progress = progress;
    }

    @Override
    public INDArray answer(ArrivedBatch batch, Supplier<INDArray> honest) {
        if (options.checkpoints().contains(iteration)) {
            keepStage();
        } else if (iteration > 0 && iteration % HISTORY == 0) {
            record();
            report();
        }
        INDArray client = batch.smashed();
        try (INDArray inputs = own.next(Math.toIntExact(client.size(0)))) {
            INDArray pilot = pilot(inputs);
            iteration++;
            return critic.step(client, pilot, mixed(client, pilot)).muli(options.gradientScale());
        }
    }

    /** The pilot's smashed data, {@code [N, …]}; in the first iterations it learns from the inputs. */
    private INDArray pilot(INDArray inputs) {
        if (iteration >= options.pilotIterations()) {
            return autoencoder.smashed(inputs);
        }
        Autoencoder.Step step = autoencoder.step(inputs);
        lossSum += step.loss();
        lossCount++;
        return step.smashed();
    }

    /** Examples at random places between those of both, {@code [N, …]}. */
    private INDArray mixed(INDArray client, INDArray pilot) {
        long[] column = new long[client.rank()];
        Arrays.fill(column, 1);
        column[0] = client.size(0);
        double[] shares = interpolation.doubles(column[0]).toArray();
        INDArray share = Nd4j.create(shares, column, 'c').castTo(client.dataType());
        return pilot.add(client.sub(pilot).muli(share));
    }

    /** Keeps the state that the training ended in. */
    void end() {
        keepStage();
    }

    private void keepStage() {
        record();
        report();
        stages.put(iteration, new Stage(autoencoder.inverse(), history));
    }

    /** Takes down how good the autoencoder is, if it learned since that was last done. */
    private void record() {
        if (lossCount == 0 && !history.isEmpty()) {
            return;
        }
        double training = lossCount == 0 ? Double.NaN : lossSum / lossCount;
        history.add(new EpochLoss(iteration, training, autoencoder.loss(own.validation())));
        lossSum = 0;
        lossCount = 0;
    }

    private void report() {
        double validation = history.get(history.size() - 1).validation();
        progress.report(
                (double) iteration / options.iterations(),
                String.format(Locale.ROOT, "iteration %d, validation %.5f", iteration, validation));
    }

    /** The state after so many iterations, which was a checkpoint or the end. */
    Stage stage(int iterations) {
        Stage stage = stages.get(iterations);
        if (stage == null) {
            throw new IllegalArgumentException(
                    "No state was kept after iteration (" + iterations + "), only after " + stages.keySet() + ".");
        }
        return stage;
    }
}
