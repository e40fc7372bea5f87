package peekbench.training;

import static org.assertj.core.api.Assertions.assertThat;
import static peekbench.nn.ArrayBits.bits;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import peekbench.data.IndexSets;
import peekbench.nn.array.Precision;
import peekbench.protocol.TrainingFixture;
import peekbench.protocol.federated.FederatedAveraging;
import peekbench.protocol.party.ClientTurns;
import peekbench.protocol.party.PeerViews;
import peekbench.protocol.party.TestedClient;
import peekbench.protocol.schedule.ClientOrder;
import peekbench.protocol.schedule.LocalBatches;
import peekbench.protocol.schedule.Participation;
import peekbench.protocol.split.ParallelSplit;
import peekbench.protocol.split.VanillaSplit;
import peekbench.protocol.weights.HandOver;
import peekbench.protocol.weights.WeightsTransfer;
import peekbench.protocol.whole.Centralized;
import peekbench.threat.attack.AttackerKnowledge;
import peekbench.threat.defense.DefenseHooks;
import peekbench.threat.defense.SumRoster;
import peekbench.threat.defense.UpdateMasking;
import peekbench.threat.observation.AuxiliaryData;
import peekbench.threat.observation.ClientUpdate;
import peekbench.threat.observation.Moment;
import peekbench.threat.observation.ObservedRound;
import peekbench.threat.observation.TargetSet;
import peekbench.threat.view.AggregatorView;
import peekbench.threat.view.AveragedPeerView;
import peekbench.threat.view.LayerSharingPeerView;
import peekbench.threat.view.PeerClientView;
import peekbench.threat.view.Views;

/** What clients see of each other. */
@Tag("slow")
class PeersTest {
    private static final TrainingFixture FIXTURE = TrainingFixture.of(TrainingFixture.PLAIN, 1);

    private static FederatedAveraging averaging(int clients) {
        return new FederatedAveraging(clients, 1, LocalBatches.MINI_BATCHES, Participation.ALL);
    }

    @Test
    void viewsAreThoseOfTheRolesThatTheOptionsName() {
        TrainingFixture untrained = FIXTURE.training(new TrainingOptions(0, 16, TrainingFixture.PLAIN));
        VanillaSplit handedOn = new VanillaSplit(2, ClientOrder.ROUND_ROBIN_BY_BATCH, HandOver.WITH_OPTIMIZER_STATE);
        VanillaSplit ownLayers = new VanillaSplit(new ClientTurns(
                2,
                ClientOrder.ROUND_ROBIN_BY_BATCH,
                HandOver.WITH_OPTIMIZER_STATE,
                WeightsTransfer.NONE,
                TestedClient.LAST,
                Participation.ALL));
        List<ProtocolOptions> all = List.of(
                handedOn,
                ownLayers,
                new VanillaSplit(1, ClientOrder.ROUND_ROBIN_BY_BATCH, HandOver.WITH_OPTIMIZER_STATE),
                new ParallelSplit(2, TestedClient.LAST, Participation.ALL),
                new Centralized(3),
                averaging(1),
                averaging(2));
        for (ProtocolOptions protocol : all) {
            assertThat(views(protocol, untrained).roles()).as(protocol.label()).isEqualTo(protocol.rolesWithPeers());
        }
        assertThat(handedOn.rolesWithPeers()).contains(PeerClientView.class, LayerSharingPeerView.class);
        assertThat(ownLayers.rolesWithPeers())
                .contains(PeerClientView.class)
                .doesNotContain(LayerSharingPeerView.class, AveragedPeerView.class);
        assertThat(List.of(all.get(2), all.get(4), all.get(5)))
                .allSatisfy(alone -> assertThat(alone.rolesWithPeers())
                        .doesNotContain(PeerClientView.class, LayerSharingPeerView.class, AveragedPeerView.class));
    }

    /** The change of the global network is the mean of both updates, so less a client's own part it is the other's. */
    @Test
    void ofTwoClientsTheAverageGivesTheOthersUpdate() {
        TrainingSetup setup = FIXTURE.setup();
        List<ClientUpdate> updates = views(averaging(2), FIXTURE)
                .of(AggregatorView.class)
                .orElseThrow()
                .at(Moment.INITIAL)
                .clientUpdates();
        INDArray before = setup.wholeSegment().parameters().castTo(DataType.DOUBLE);
        INDArray after = TrainingFixture.parameters(FIXTURE.train(averaging(2))).castTo(DataType.DOUBLE);
        int own = updates.get(1).records();
        int all = updates.get(0).records() + own;
        INDArray other =
                after.sub(before).mul(all).sub(updates.get(1).change().mul(own)).div(all - own);
        ClientUpdate seen = peer(averaging(2), FIXTURE).clientUpdates().get(0);
        assertThat(seen.records()).isEqualTo(all - own);
        assertThat(bits(seen.change())).isEqualTo(bits(updates.get(0).change()));
        assertThat(seen.change().sub(other).amaxNumber().doubleValue()).isLessThan(1e-6);
    }

    @Test
    void ofThreeClientsItGivesTheMeanOfTwo() {
        ObservedRound peer = peer(averaging(3), FIXTURE);
        ObservedRound single = views(averaging(3), FIXTURE)
                .of(AggregatorView.class)
                .orElseThrow()
                .at(Moment.INITIAL);
        List<ClientUpdate> updates = single.clientUpdates();
        INDArray expected = updates.get(0)
                .change()
                .mul(updates.get(0).records())
                .add(updates.get(1).change().mul(updates.get(1).records()))
                .div(updates.get(0).records() + updates.get(1).records());
        assertThat(peer.clientUpdates())
                .singleElement()
                .satisfies(seen -> assertThat(
                                seen.change().sub(expected).amaxNumber().doubleValue())
                        .isLessThan(1e-9));
        ClientUpdate victim = single.targetUpdates(TargetSet.VICTIM_TEST, 3).get(0);
        ClientUpdate mixed = peer.targetUpdates(TargetSet.VICTIM_TEST, 3).get(0);
        assertThat(mixed.records()).isEqualTo(victim.records());
        assertThat(mixed.change().sub(victim.change()).amaxNumber().doubleValue())
                .isGreaterThan(1e-4);
    }

    /** Masks cancel in the sum, so they hide nothing from the other of two clients. */
    @Test
    void masksHideNothingFromTheOtherOfTwo() {
        TrainingFixture masked = FIXTURE.training(new TrainingOptions(0, 16, TrainingFixture.PLAIN))
                .defended(new DefenseHooks() {
                    @Override
                    public Optional<UpdateMasking> updateMasking() {
                        return Optional.of(new Halved());
                    }
                });
        TrainingFixture plain = FIXTURE.training(masked.training());
        INDArray seen = peer(averaging(2), masked)
                .targetUpdates(TargetSet.VICTIM_TEST, 3)
                .get(0)
                .change();
        INDArray sent = peer(averaging(2), plain)
                .targetUpdates(TargetSet.VICTIM_TEST, 3)
                .get(0)
                .change();
        assertThat(bits(seen)).isEqualTo(bits(sent));
    }

    private record Halved() implements UpdateMasking {
        @Override
        public INDArray mask(INDArray values, int weight, SumRoster roster) {
            throw new AssertionError("A sum is seen without masks.");
        }

        @Override
        public INDArray read(INDArray sum) {
            throw new AssertionError("A sum is seen without masks.");
        }
    }

    @Test
    void aPeerHasTheLayersAndItsOwnSanitizerAndHearsTheOthers() {
        TrainingFixture doubled = FIXTURE.training(new TrainingOptions(0, 16, TrainingFixture.PLAIN))
                .defended(new DefenseHooks() {
                    @Override
                    public INDArray sanitizeInput(INDArray input) {
                        return input.mul(2);
                    }
                });
        VanillaSplit protocol = new VanillaSplit(2, ClientOrder.ROUND_ROBIN_BY_BATCH, HandOver.WITH_OPTIMIZER_STATE);
        Views views = views(protocol, doubled);
        PeerClientView peer = views.of(PeerClientView.class).orElseThrow();
        LayerSharingPeerView sharing = views.of(LayerSharingPeerView.class).orElseThrow();
        INDArray inputs =
                doubled.setup().dataset().inputs(targets(doubled).get(TargetSet.VICTIM_TEST), Precision.FLOAT32);
        assertThat(bits(peer.sanitize(inputs))).isEqualTo(bits(inputs.mul(2)));
        INDArray expected = sharing.clientSegment().predict(inputs.mul(2));
        assertThat(bits(peer.smashed(TargetSet.VICTIM_TEST))).isEqualTo(bits(expected));
        assertThat(bits(sharing.smashed(TargetSet.VICTIM_TEST))).isEqualTo(bits(expected));
        assertThat(peer.inputShape()).isEqualTo(sharing.inputShape());
        assertThat(peer.targets()).containsExactly(TargetSet.VICTIM_TEST);
        assertThat(Arrays.stream(PeerClientView.class.getMethods()).map(java.lang.reflect.Method::getName))
                .doesNotContain("clientSegment", "ownSegment", "observation");
    }

    private static ObservedRound peer(ProtocolOptions protocol, TrainingFixture fixture) {
        return views(protocol, fixture).of(AveragedPeerView.class).orElseThrow().at(Moment.INITIAL);
    }

    private static Views views(ProtocolOptions options, TrainingFixture fixture) {
        TrainingSetup setup = fixture.setup();
        Protocol protocol = PeerViews.around(options);
        AuxiliaryData none = new AuxiliaryData(Nd4j.zeros(1, 1, 28, 28), List.of(0));
        return protocol.views(
                setup,
                protocol.train(setup, TrainingObserver.silent()),
                targets(fixture),
                new AttackerKnowledge(none, none));
    }

    private static Map<TargetSet, int[]> targets(TrainingFixture fixture) {
        return Map.of(
                TargetSet.VICTIM_TEST, Arrays.copyOf(fixture.setup().indexSets().of(IndexSets.Part.VICTIM_TEST), 7));
    }
}
