package peekbench.attack.federated;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static peekbench.attack.federated.FederatedSample.bits;
import static peekbench.attack.federated.FederatedSample.found;
import static peekbench.attack.federated.FederatedSample.network;
import static peekbench.attack.federated.FederatedSample.run;
import static peekbench.attack.federated.FederatedSample.setup;
import static peekbench.attack.federated.FederatedSample.view;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;
import peekbench.data.Partition;
import peekbench.metric.ImageMetrics;
import peekbench.nn.Architecture;
import peekbench.nn.Optimizer;
import peekbench.nn.array.Precision;
import peekbench.nn.layer.BatchNormalization;
import peekbench.nn.layer.Dense;
import peekbench.nn.layer.Flatten;
import peekbench.nn.layer.NamedLayer;
import peekbench.nn.loss.LossFunction;
import peekbench.problem.ConfigurationException;
import peekbench.protocol.federated.FederatedAveraging;
import peekbench.protocol.federated.FederatedSgd;
import peekbench.protocol.schedule.LocalBatches;
import peekbench.protocol.schedule.Participation;
import peekbench.seed.Seed;
import peekbench.threat.attack.AttackProgress;
import peekbench.threat.attack.Candidate;
import peekbench.threat.attack.ReconstructedInputs;
import peekbench.threat.defense.Defense;
import peekbench.threat.defense.DefenseHooks;
import peekbench.threat.observation.ClientUpdate;
import peekbench.threat.observation.ClientWork;
import peekbench.threat.observation.FederatedObservation;
import peekbench.threat.observation.Moment;
import peekbench.threat.view.AggregatorView;
import peekbench.threat.view.AveragedPeerView;
import peekbench.training.ProtocolOptions;

@Tag("slow")
class GradientInversionTest {
    private static final Partition IID = new Partition.Iid();
    private static final ProtocolOptions GRADIENTS = new FederatedSgd(2, LocalBatches.ALL_RECORDS, Participation.ALL);
    private static final GradientMatching EXACT = new GradientMatching.SquaredError(40);
    private static final GradientMatching ANGLE = new GradientMatching.Cosine(1e-3, 80, .1, true);
    private static final Architecture ONE_LAYER = new Architecture(
            "one-layer",
            FederatedSample.DATASET.exampleShape(),
            List.of(new NamedLayer("flatten", new Flatten()), new NamedLayer("fc", new Dense(10))));
    /** Updates of as many numbers that tell nothing. */
    private static final Defense NOISE = context -> new DefenseHooks() {
        @Override
        public INDArray filterUpdate(INDArray update) {
            INDArray noise = update.dup();
            var generator = context.seed().generator();
            for (long place = 0; place < noise.length(); place++) {
                noise.putScalar(place, generator.nextGaussian());
            }
            return noise;
        }
    };

    private static GradientInversionOptions options(Moment moment, int batch, GradientMatching... methods) {
        return new GradientInversionOptions(List.of(methods), batch, moment, 1, 1);
    }

    /** The gradient of a dense layer's weights is the input times the output's gradient, so it is all there. */
    @Test
    void theImageBehindOneDenseLayerIsFoundAlmostPerfectly() {
        ReconstructedInputs outcome = run(
                options(Moment.INITIAL, 1, new GradientMatching.SquaredError(200)),
                view(GRADIENTS, setup(ONE_LAYER, 0, IID)));
        assertThat(worst(outcome)).isGreaterThan(100);
        assertThat(found(outcome).minNumber().doubleValue()).isGreaterThanOrEqualTo(0);
        assertThat(found(outcome).maxNumber().doubleValue()).isLessThanOrEqualTo(1);
    }

    @Test
    void saysWhichStatisticsBatchNormalisationRanOn() {
        Architecture normalized = new Architecture(
                "normalized",
                FederatedSample.DATASET.exampleShape(),
                List.of(
                        new NamedLayer("norm", new BatchNormalization()),
                        new NamedLayer("flatten", new Flatten()),
                        new NamedLayer("fc", new Dense(10))));
        GradientMatching shortly = new GradientMatching.SquaredError(1);

        assertThat(run(options(Moment.INITIAL, 1, shortly), view(GRADIENTS, setup(normalized, 0, IID)))
                        .findings())
                .singleElement()
                .asString()
                .startsWith("Batch normalisation ran on the statistics of the batch that was searched for");
        assertThat(run(options(Moment.INITIAL, 1, shortly), view(GRADIENTS, setup(ONE_LAYER, 0, IID)))
                        .findings())
                .isEmpty();
    }

    @Test
    void anImageBehindAConvolutionIsFoundAtBothMomentsByBothMethods() {
        AggregatorView view = view(GRADIENTS, setup(network(), 1, IID));
        for (Moment moment : Moment.values()) {
            ReconstructedInputs outcome = run(options(moment, 1, EXACT, ANGLE), view);
            assertThat(worst(outcome)).as(moment.name()).isGreaterThan(20);
            assertThat(outcome.candidates())
                    .extracting(Candidate::strength)
                    .containsExactly("squared-error", "cosine-tv-0.001");
            assertThat(outcome.candidates()).allSatisfy(candidate -> {
                assertThat(candidate.history()).hasSize(10);
                assertThat(candidate.validationLoss()).isPositive();
            });
        }
    }

    /** One local step of one batch is the gradient but for rounding. */
    @Test
    void weightsAfterOneLocalStepGiveTheGradientAndTheImage() {
        ProtocolOptions weights = new FederatedAveraging(2, 1, LocalBatches.MINI_BATCHES, Participation.ALL);
        AggregatorView view = view(weights, setup(network(), 1, IID));
        ClientUpdate gradient =
                updates(view(GRADIENTS, setup(network(), 1, IID))).get(0);
        INDArray start =
                view.at(Moment.INITIAL).network(Precision.FLOAT64, Seed.of(1)).parameters();
        INDArray mean =
                view.at(Moment.INITIAL).work().meanGradient(updates(view).get(0), start);
        double error = mean.sub(gradient.change()).norm2Number().doubleValue();
        assertThat(error / gradient.change().norm2Number().doubleValue()).isLessThan(1e-4);
        assertThat(worst(run(options(Moment.INITIAL, 1, EXACT), view))).isGreaterThan(18);
    }

    /** Of two clients the average gives each the other's update; of three, the mean of two, in which the image drowns. */
    @Test
    void anotherClientFindsTheImageOfTheOnlyOther() {
        GradientInversionOptions byPeer =
                new GradientInversionOptions(List.of(EXACT), 1, Moment.INITIAL, 1, 1, UpdateReader.PEER);
        assertThat(byPeer.create().name()).isEqualTo("gradient-inversion-by-peer");
        assertThat(byPeer.create().view()).isEqualTo(AveragedPeerView.class);
        assertThat(options(Moment.INITIAL, 4, EXACT).create().name()).isEqualTo("gradient-inversion-batch-4");
        ReconstructedInputs ofTwo = run(byPeer, view(GRADIENTS, setup(network(), 0, IID), AveragedPeerView.class));
        ReconstructedInputs ofThree = run(
                byPeer,
                view(
                        new FederatedSgd(3, LocalBatches.ALL_RECORDS, Participation.ALL),
                        setup(network(), 0, IID),
                        AveragedPeerView.class));
        assertThat(worst(ofTwo)).isGreaterThan(20);
        assertThat(worst(ofThree)).isLessThan(15);
    }

    private static List<ClientUpdate> updates(AggregatorView view) {
        return view.at(Moment.INITIAL)
                .targetUpdates(view.at(Moment.INITIAL).targets().iterator().next(), 1);
    }

    /** Two steps with momentum .5 move by 1 + 1.5 gradients. */
    @Test
    void localStepsAreUndoneForConstantGradients() {
        ClientWork work = new ClientWork.LocalTraining(1, 4, new Optimizer.Sgd(.1, .5, .2), .5);
        INDArray weights = Nd4j.createFromArray(1.0, 2.0);
        INDArray change = Nd4j.createFromArray(3 + .2, -1 + .4).muli(-.1 * .5 * 2.5);
        assertThat(work.meanGradient(new ClientUpdate(8, change), weights).toDoubleVector())
                .containsExactly(new double[] {3, -1}, within(1e-12));
        ClientWork adam = new ClientWork.LocalTraining(1, 4, Optimizer.Adam.of(.1), 1);
        assertThatThrownBy(() -> adam.meanGradient(new ClientUpdate(8, change), weights))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("(Adam)")
                .hasMessageContaining("Use sgd");
    }

    @Test
    void updatesThatTellNothingGiveNoMoreThanTheMeanImage() {
        ReconstructedInputs outcome =
                run(options(Moment.INITIAL, 1, EXACT, ANGLE), view(GRADIENTS, setup(network(), 0, IID, NOISE)));
        INDArray mean = FederatedSample.knowledge().auxiliary().inputs().mean(true, 0);
        INDArray always = Nd4j.concat(0, mean, mean);
        double floor = Arrays.stream(ImageMetrics.peakSignalToNoise(FederatedSample.originals(), always))
                .average()
                .orElseThrow();
        assertThat(Arrays.stream(ImageMetrics.peakSignalToNoise(FederatedSample.originals(), found(outcome)))
                        .average()
                        .orElseThrow())
                .isLessThan(floor);
    }

    @Test
    void theSameSeedGivesTheSameBitsAlsoAtOneStrengthOnly() {
        AggregatorView view = view(GRADIENTS, setup(network(), 0, IID));
        GradientInversionOptions two = new GradientInversionOptions(
                List.of(new GradientMatching.SquaredError(5), new GradientMatching.Cosine(.01, 5, .1, false)),
                2,
                Moment.INITIAL,
                2,
                1);
        ReconstructedInputs first = run(two, view);
        ReconstructedInputs second = run(two, view);
        ReconstructedInputs only = run(two.onlyAt(first.strongest().strength()), view);
        assertThat(bits(found(second))).isEqualTo(bits(found(first)));
        assertThat(bits(found(only))).isEqualTo(bits(found(first)));
        assertThat(first.unorderedWithin()).isEqualTo(2);
    }

    @Test
    void labelsOfOneRecordAreExactAndThoseOfABatchAlmost() {
        AggregatorView view = view(GRADIENTS, setup(network(), 0, IID));
        var round = view.at(Moment.INITIAL);
        var network = round.network(Precision.FLOAT64, Seed.of(1));
        var own = FederatedSample.knowledge().auxiliary();
        LabelInference labels =
                LabelInference.of(new LastLayer(10), network, own.inputs().castTo(DataType.DOUBLE));
        int right = 0;
        for (int from = 0; from < 40; from += 8) {
            INDArray targets = oneHot(own.labels().subList(from, from + 8));
            ClientUpdate batch = round.rehearse(rows(own.inputs(), from, 8), targets);
            INDArray missed = labels.of(batch.change(), 8).sum(0).subi(targets.sum(0));
            right += 8 - (int) Math.round(missed.norm1Number().doubleValue() / 2);
            ClientUpdate one = round.rehearse(
                    rows(own.inputs(), from, 1), oneHot(own.labels().subList(from, from + 1)));
            assertThat(labels.of(one.change(), 1).argMax(1).getInt(0))
                    .isEqualTo(own.labels().get(from));
        }
        assertThat(right).isGreaterThanOrEqualTo(36);
    }

    private static INDArray rows(INDArray inputs, int from, int count) {
        return inputs.get(NDArrayIndex.interval(from, from + count)).dup('c');
    }

    private static INDArray oneHot(List<Integer> labels) {
        INDArray targets = Nd4j.zeros(labels.size(), 10);
        for (int row = 0; row < labels.size(); row++) {
            targets.putScalar(row, labels.get(row), 1);
        }
        return targets.castTo(Precision.FLOAT32.dataType());
    }

    @Test
    void mistakesAreNamedAllAtOnce() {
        assertThatThrownBy(() -> new GradientInversionOptions(List.of(EXACT, EXACT), 9, Moment.INITIAL, 0, 0))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("methods: holds a method twice")
                .hasMessageContaining("batch-size: is 9")
                .hasMessageContaining("starts: is 0")
                .hasMessageContaining("validation-batches: is 0");
        assertThatThrownBy(() -> options(Moment.INITIAL, 1, EXACT).onlyAt("tv-7"))
                .hasMessageContaining("(tv-7); its strengths are squared-error.");
        AggregatorView view = view(GRADIENTS, setup(network(), 0, IID));
        AggregatorView regression = new AggregatorView(new FederatedObservation(
                view.precision(), view.inputShape(), view.layers(), LossFunction.MEAN_SQUARED_ERROR, view::at));
        assertThatThrownBy(() -> new GradientInversion(options(Moment.INITIAL, 1, EXACT))
                        .run(regression, FederatedSample.knowledge(), Seed.of(1), AttackProgress.silent()))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("(fc)")
                .hasMessageContaining("Choose data with classes");
    }

    private static double worst(ReconstructedInputs outcome) {
        return Arrays.stream(ImageMetrics.peakSignalToNoise(FederatedSample.originals(), found(outcome)))
                .min()
                .orElseThrow();
    }
}
