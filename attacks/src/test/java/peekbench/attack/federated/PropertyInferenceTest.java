package peekbench.attack.federated;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static peekbench.attack.federated.FederatedSample.SEED;
import static peekbench.attack.federated.FederatedSample.bits;
import static peekbench.attack.federated.FederatedSample.knowledge;
import static peekbench.attack.federated.FederatedSample.network;
import static peekbench.attack.federated.FederatedSample.setup;
import static peekbench.attack.federated.FederatedSample.view;

import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;
import peekbench.data.Partition;
import peekbench.problem.ConfigurationException;
import peekbench.protocol.federated.FederatedAveraging;
import peekbench.protocol.federated.FederatedSgd;
import peekbench.protocol.schedule.LocalBatches;
import peekbench.protocol.schedule.Participation;
import peekbench.threat.attack.AttackProgress;
import peekbench.threat.attack.InferredLabelDistributions;
import peekbench.threat.defense.Defense;
import peekbench.threat.defense.DefenseHooks;
import peekbench.threat.observation.Moment;
import peekbench.threat.view.AggregatorView;
import peekbench.training.ProtocolOptions;
import peekbench.training.TrainingSetup;

@Tag("slow")
class PropertyInferenceTest {
    private static final int CLIENTS = 4;
    private static final Partition SKEWED = new Partition.ClassShards(2);
    private static final PropertyInferenceOptions OPTIONS = new PropertyInferenceOptions(Moment.INITIAL, 60, 0);
    private static final List<ProtocolOptions> PROTOCOLS = List.of(
            new FederatedSgd(CLIENTS, LocalBatches.ALL_RECORDS, Participation.ALL),
            new FederatedAveraging(CLIENTS, 1, LocalBatches.MINI_BATCHES, Participation.ALL));

    @Test
    void mixesOfClientsWithFewClassesAreInferredFromGradientsAndWeights() {
        for (ProtocolOptions protocol : PROTOCOLS) {
            TrainingSetup setup = setup(network(), 0, SKEWED);
            InferredLabelDistributions outcome = run(view(protocol, setup));
            assertThat(distance(outcome, setup)).as(protocol.label()).isLessThan(.2);
            assertThat(outcome.validationError()).isLessThan(.2);
            assertThat(uniformDistance(setup)).isGreaterThan(.5);
            assertThat(bits(run(view(protocol, setup)).distributions())).isEqualTo(bits(outcome.distributions()));
        }
    }

    @Test
    void updatesThatTellNothingGiveNoMoreThanEvenShares() {
        Defense nothing = context -> new DefenseHooks() {
            @Override
            public INDArray filterUpdate(INDArray update) {
                return update.mul(0);
            }
        };
        TrainingSetup setup = setup(network(), 0, SKEWED, nothing);
        assertThat(distance(run(view(PROTOCOLS.get(0), setup)), setup)).isGreaterThan(.9 * uniformDistance(setup));
    }

    @Test
    void answersAreMovedToTheNearestMix() {
        assertThat(MixRegression.nearestMix(new double[] {.2, .3, .5}))
                .containsExactly(new double[] {.2, .3, .5}, within(1e-12));
        assertThat(MixRegression.nearestMix(new double[] {1.2, -.4, .4}))
                .containsExactly(new double[] {.9, 0, .1}, within(1e-12));
        assertThat(MixRegression.nearestMix(new double[] {5, 0, 0})).containsExactly(1, 0, 0);
    }

    @Test
    void mistakesAreNamedAllAtOnce() {
        assertThatThrownBy(() -> new PropertyInferenceOptions(Moment.TRAINED, 3, -1))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("simulated-clients: is 3")
                .hasMessageContaining("records-per-client: is -1");
    }

    private static InferredLabelDistributions run(AggregatorView view) {
        return new PropertyInference(OPTIONS).run(view, knowledge(), SEED, AttackProgress.silent());
    }

    private static double distance(InferredLabelDistributions outcome, TrainingSetup setup) {
        return distance(outcome.distributions().toDoubleMatrix(), setup);
    }

    private static double uniformDistance(TrainingSetup setup) {
        double[][] even = new double[CLIENTS][10];
        for (double[] row : even) {
            java.util.Arrays.fill(row, .1);
        }
        return distance(even, setup);
    }

    private static double distance(double[][] distributions, TrainingSetup setup) {
        double sum = 0;
        List<int[]> clients = setup.clientRecords(CLIENTS);
        for (int client = 0; client < CLIENTS; client++) {
            double[] shares = new double[10];
            for (int label : FederatedSample.DATASET.labels(clients.get(client))) {
                shares[label] += 1.0 / clients.get(client).length;
            }
            for (int k = 0; k < shares.length; k++) {
                sum += Math.abs(shares[k] - distributions[client][k]) / 2;
            }
        }
        return sum / CLIENTS;
    }
}
