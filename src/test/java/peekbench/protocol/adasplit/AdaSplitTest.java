package peekbench.protocol.adasplit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static peekbench.protocol.TrainingFixture.PLAIN;
import static peekbench.protocol.TrainingFixture.bits;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import peekbench.channel.Message;
import peekbench.channel.PartyId;
import peekbench.data.catalogue.DataCatalogue;
import peekbench.nn.Optimizer;
import peekbench.nn.loss.LossAndGradient;
import peekbench.problem.ConfigurationException;
import peekbench.protocol.TrainingFixture;
import peekbench.protocol.adasplit.AdaSplit.Choice;
import peekbench.protocol.adasplit.AdaSplit.ClientLoss;
import peekbench.protocol.adasplit.AdaSplit.Masks;
import peekbench.protocol.engine.Learner;
import peekbench.protocol.engine.NetworkTest;
import peekbench.protocol.party.PartyFactory;
import peekbench.protocol.party.SplitNetwork;
import peekbench.protocol.party.TestedClient;
import peekbench.protocol.schedule.Participation;
import peekbench.threat.attack.AttackerKnowledge;
import peekbench.threat.observation.AuxiliaryData;
import peekbench.threat.view.LabelledServerView;
import peekbench.training.EarlyStopping;
import peekbench.training.EpochReport;
import peekbench.training.LearningRateSchedule;
import peekbench.training.Protocol;
import peekbench.training.TrainedNetwork;
import peekbench.training.TrainingObserver;
import peekbench.training.TrainingOptions;
import peekbench.training.TrainingSetup;

/** What defines AdaSplit: 3 clients of 16 records in 2 batches, 4 epochs. */
@Tag("slow")
class AdaSplitTest {
    private static final int EPOCHS = 4;
    private static final int BATCHES = 6;
    private static final ClientLoss MEAN = new ClientLoss(.07, 8, AdaSplit.Reduction.MEAN);
    private static final Masks NO_MASKS = new Masks(false, 0, 1);
    private static final TrainingFixture TRAINING =
            TrainingFixture.of(PLAIN, EPOCHS).records(48).batchSize(8);

    private static AdaSplit options(double localShare, double chosenShare, Masks masks) {
        return new AdaSplit(
                3, new Choice(localShare, chosenShare, .87), MEAN, masks, TestedClient.EACH, Participation.ALL);
    }

    private static AdaSplitProtocol.Training trained(AdaSplit options, TrainingSetup setup) {
        AdaSplitProtocol.Training training = new AdaSplitProtocol(options).begin(setup);
        for (int epoch = 1; epoch <= setup.training().epochs(); epoch++) {
            training.run().train(epoch);
        }
        return training;
    }

    private static byte[] clientBits(AdaSplitProtocol.Training training) {
        List<Learner> all = training.run().learners();
        int others = training.server().learners().size();
        return bits(Nd4j.concat(
                0,
                all.subList(others, all.size()).stream()
                        .map(learner -> learner.state().parameters())
                        .toArray(INDArray[]::new)));
    }

    @Test
    void clientsLearnTheSameWhateverTheServerDoes() {
        byte[] alone = clientBits(trained(options(1, .6, NO_MASKS), TRAINING.setup()));
        assertThat(clientBits(trained(options(0, 1, NO_MASKS), TRAINING.setup())))
                .isEqualTo(alone);
        assertThat(clientBits(trained(options(.5, .3, new Masks(true, .1, .1)), TRAINING.setup())))
                .isEqualTo(alone);
    }

    @Test
    void withoutAGlobalPhaseTheServerNeverMoves() {
        List<EpochReport> reports = new ArrayList<>();
        TrainedNetwork network = TRAINING.train(options(1, .6, Masks.PUBLISHED), reports);
        TrainingSetup setup = TRAINING.setup();
        assertThat(bits(network.server().parameters()))
                .isEqualTo(bits(setup.backSegment().parameters()));
        assertThat(bits(network.client().parameters()))
                .isNotEqualTo(bits(setup.frontSegment().parameters()));
        assertThat(reports).allSatisfy(report -> {
            assertThat(report.traffic().messages()).isZero();
            assertThat(report.flops().server()).isZero();
            assertThat(report.trainLoss()).isPositive();
        });
    }

    /** A third of three clients is one in each of the two iterations of an epoch. */
    @Test
    void onlyChosenClientsSendAndNothingComesBack() {
        List<EpochReport> reports = new ArrayList<>();
        TRAINING.train(options(.5, 1 / 3., Masks.PUBLISHED), reports);
        assertThat(reports).extracting(report -> report.traffic().messages()).containsExactly(0L, 0L, 2L, 2L);
        assertThat(reports).allSatisfy(report -> {
            assertThat(report.traffic().bytesToClients()).isZero();
            assertThat(report.traffic().bytesBetweenClients()).isZero();
            assertThat(report.flops().clients()).isPositive();
        });
        int numbers = 2 * 8 * (6 * 14 * 14 + 10);
        assertThat((double) reports.get(2).traffic().bytesToServer())
                .isCloseTo(numbers * Float.BYTES, within(.02 * numbers * Float.BYTES));
    }

    @Test
    void withAShareOfOneAllAreChosenInEveryIteration() {
        List<EpochReport> reports = new ArrayList<>();
        TRAINING.train(options(0, 1, NO_MASKS), reports);
        assertThat(reports).extracting(report -> report.traffic().messages()).containsOnly((long) BATCHES);
    }

    /** As long as no mask closes, which takes more steps or a λ, every client has every weight. */
    @Test
    void openMasksGiveTheBitsOfOneSharedServer() {
        AdaSplitProtocol.Training plain = new AdaSplitProtocol(options(0, .6, NO_MASKS)).begin(TRAINING.setup());
        Learner server = new PartyFactory(TRAINING.setup()).learner(new PartyFactory(TRAINING.setup()).backs());
        plain.assembly().tap(envelope -> {
            if (envelope.message() instanceof Message.SmashedData data) {
                LossAndGradient result =
                        TRAINING.setup().loss().of(server.forward(data.smashed().dup()), data.targets());
                server.learnOnly(result.gradient());
            }
        });
        for (int epoch = 1; epoch <= EPOCHS; epoch++) {
            plain.run().train(epoch);
        }
        byte[] expected = bits(server.state().parameters());
        assertThat(bits(plain.server().segment(0).parameters())).isEqualTo(expected);
        AdaSplitProtocol.Training masked = trained(options(0, .6, new Masks(true, 0, .1)), TRAINING.setup());
        assertThat(masked.server().open(0)).isEmpty();
        assertThat(bits(masked.server().segment(2).parameters())).isEqualTo(expected);
        assertThat(clientBits(masked)).isEqualTo(clientBits(plain));
    }

    /** λ outweighs every gradient, so Adam closes all but what matters in steps of .1. */
    @Test
    void eachClientIsTestedThroughItsOwnMask() {
        TrainingFixture adam = TRAINING.training(new TrainingOptions(EPOCHS * 3, 8, Optimizer.Adam.of(.1)));
        AdaSplitProtocol.Training training = trained(options(0, .6, new Masks(true, .003, 1)), adam.setup());
        byte[] first = bits(training.server().segment(0).parameters());
        assertThat(first).isNotEqualTo(bits(training.server().segment(1).parameters()));
        NetworkTest test = NetworkTest.of(adam.setup());
        double mean = training.run().testMetrics(test).loss();
        double sum = 0;
        List<Learner> learners = training.run().learners();
        for (int client = 0; client < 3; client++) {
            Learner front = learners.get(4 + 2 * client);
            int number = client;
            sum += test.of(x -> training.server().segment(number).predict(front.predict(x)))
                    .loss();
        }
        assertThat(mean).isCloseTo(sum / 3, within(1e-6));
        SplitNetwork last = training.run().network();
        INDArray x = TrainingFixture.DATASET.inputs(new int[] {1, 2, 3}, adam.precision());
        assertThat(bits(last.predict(x)))
                .isEqualTo(bits(last.server().predict(last.client().predict(x))));
    }

    @Test
    void aSeedGivesTheSameBits() {
        AdaSplit options = options(.3, .6, new Masks(true, .01, .1));
        assertThat(TRAINING.outputBits(TRAINING.train(options)))
                .isEqualTo(TRAINING.outputBits(TRAINING.train(options)));
    }

    @Test
    void theServerSeesTheLabelsItIsSent() {
        AdaSplit options = options(.5, .6, Masks.PUBLISHED);
        LabelledServerView view = labels(options, Set.of(3)).orElseThrow();
        assertThat(view.labels(3)).hasSize(2 * 16);
        assertThatThrownBy(() -> labels(options, Set.of(2, 3)))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("In epoch 2 clients train alone and send no labels; the first epoch of the global"
                        + " phase is 3");
    }

    private static Optional<LabelledServerView> labels(AdaSplit options, Set<Integer> epochs) {
        TrainingSetup setup = TRAINING.setup().watching(epochs);
        Protocol protocol = options.create();
        TrainedNetwork network = protocol.train(setup, TrainingObserver.silent());
        List<Integer> truth = network.watched().records().get(3).stream()
                .map(TrainingFixture.DATASET::label)
                .toList();
        AuxiliaryData nothing =
                new AuxiliaryData(TrainingFixture.DATASET.inputs(new int[] {0}, setup.precision()), List.of());
        Optional<LabelledServerView> view = protocol.views(
                        setup, network, Map.of(), new AttackerKnowledge(nothing, nothing))
                .of(LabelledServerView.class);
        assertThat(view.orElseThrow().labels(3)).isEqualTo(truth);
        return view;
    }

    @Test
    void batchesOfStrangersAreRefused() {
        AdaSplitProtocol.Training training = trained(options(0, 1, NO_MASKS), TRAINING.setup());
        INDArray smashed = Nd4j.zeros(2, 6, 14, 14);
        assertThatThrownBy(() -> training.run()
                        .network()
                        .channel()
                        .deliver(
                                PartyId.client(7),
                                PartyId.SERVER,
                                new Message.SmashedData(0, smashed, Nd4j.zeros(2, 10))))
                .hasMessageContaining("the unknown client number 7; clients are 0 to 2");
        assertThatThrownBy(() -> training.run()
                        .network()
                        .channel()
                        .deliver(PartyId.SERVER, PartyId.client(0), new Message.CutGradient(0, smashed)))
                .hasMessageContaining("CutGradient");
    }

    @Test
    void mistakesAreNamed() {
        assertThatThrownBy(() -> new Choice(-.1, 0, 2))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("local-share: is -0.1")
                .hasMessageContaining("chosen-share: is 0.0")
                .hasMessageContaining("discount: is 2.0");
        assertThatThrownBy(() -> new ClientLoss(0, 0, AdaSplit.Reduction.SUM))
                .hasMessageContaining("temperature: is 0.0")
                .hasMessageContaining("projection: is 0");
        assertThatThrownBy(() -> new Masks(true, -1, 0))
                .hasMessageContaining("sparsity: is -1.0")
                .hasMessageContaining("mask-start: is 0.0");
        assertThatThrownBy(() -> new AdaSplit(
                        0,
                        Choice.PUBLISHED,
                        ClientLoss.PUBLISHED,
                        Masks.PUBLISHED,
                        TestedClient.AVERAGE,
                        Participation.ALL))
                .hasMessageContaining("clients: is 0")
                .hasMessageContaining("tested: is average, but every client has a mask of its own");
    }

    @Test
    void whatCannotBeTrainedIsRefused() {
        TrainingSetup plain = TRAINING.setup();
        TrainingOptions stopping = new TrainingOptions(
                10, 8, PLAIN, new LearningRateSchedule.Constant(), Optional.of(new EarlyStopping(6, 0)));
        assertThatThrownBy(() -> new AdaSplit(3).create().train(plain.withTraining(stopping), report -> {}))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("training.early-stopping.patience is 6; give at least 7");
        TrainingSetup numbers = new TrainingSetup(
                plain.architecture(),
                plain.cut(),
                DataCatalogue.embedded("lipids"),
                plain.indexSets(),
                plain.partition(),
                plain.training(),
                plain.defenses(),
                plain.precision(),
                plain.seed());
        assertThatThrownBy(() -> new AdaSplit(3).create().train(numbers, report -> {}))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("learns from classes, but data set (lipids) has numbers to predict");
    }

    @Test
    void itsNameSaysWhatIsNotAsPublished() {
        assertThat(new AdaSplit(5).label()).isEqualTo("AdaSplit, 5 clients, κ = 0.6, η = 0.6");
        assertThat(options(.3, 1, NO_MASKS).label()).isEqualTo("AdaSplit, 3 clients, κ = 0.3, η = 1.0, no masks");
        assertThat(options(0, 1, new Masks(true, .01, 1)).label()).endsWith(", λ = 0.01, masks from 1.0");
    }

    /** Shares such as .29 are a little less in binary. */
    @Test
    void sharesBecomeWholeEpochsAndClients() {
        assertThat(new Choice(.29, .6, 1).localEpochs(100)).isEqualTo(29);
        assertThat(Choice.PUBLISHED.localEpochs(20)).isEqualTo(12);
        assertThat(Choice.PUBLISHED.localEpochs(1)).isZero();
        assertThat(Choice.PUBLISHED.count(5)).isEqualTo(3);
        assertThat(new Choice(0, .01, 1).count(5)).isEqualTo(1);
    }
}
