package peekbench.attack.decoder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static peekbench.attack.inversion.InversionSample.bits;
import static peekbench.attack.inversion.InversionSample.blobs;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;
import peekbench.attack.AttackSamples;
import peekbench.attack.inversion.InversionSample;
import peekbench.nn.Channels;
import peekbench.nn.Segment;
import peekbench.nn.array.Precision;
import peekbench.nn.array.Shape;
import peekbench.nn.array.StateReader;
import peekbench.nn.array.StateWriter;
import peekbench.seed.Seed;
import peekbench.threat.attack.AttackOptions;
import peekbench.threat.attack.AttackProgress;
import peekbench.threat.attack.AttackerKnowledge;
import peekbench.threat.attack.Candidate;
import peekbench.threat.attack.ClientShapes;
import peekbench.threat.attack.ReconstructedInputs;
import peekbench.threat.attack.TrainedAttacker;
import peekbench.threat.observation.AuxiliaryData;
import peekbench.threat.observation.SmashedObservation;
import peekbench.threat.observation.TargetSet;
import peekbench.threat.view.CuriousServerView;
import peekbench.threat.view.InformedServerView;
import peekbench.threat.view.QueryingServerView;

/** What an attack trained and was written down reconstructs what the attack did, to the last bit. */
@Tag("slow")
class KeptAttackersTest {
    private static final Shape ROW = Shape.of(6);

    private final Segment client = InversionSample.client();
    private final INDArray smashed = client.predict(blobs("targets", 40));
    private final SmashedObservation observation =
            InversionSample.observation(InversionSample.IMAGE, client.layers(), smashed, client);
    private final AttackerKnowledge knowledge = new AttackerKnowledge(
            new AuxiliaryData(blobs("auxiliary", 60), InversionSample.corners(60)),
            new AuxiliaryData(blobs("validation", 20), InversionSample.corners(20)));

    @Test
    void decoders() {
        DecoderOptions options = new DecoderOptions(List.of(Capacity.TINY, Capacity.RESIDUAL), 2, 1, 16, .01);
        QueryingServerView view = new QueryingServerView(observation, client::predict);
        ReconstructedInputs outcome =
                new DecoderAttack(options).run(view, knowledge, Seed.of(1), AttackProgress.silent());
        assertRestored(options, outcome, smashed);
        assertThat(options.keptWeights(
                        outcome.candidates().get(1).attacker().orElseThrow().shapes()))
                .isEqualTo(outcome.candidates().get(1).parameters());
    }

    @Test
    void decodersOfTables() {
        DecoderOptions options = new DecoderOptions(List.of(Capacity.TINY), 2, 1, 16, .01);
        INDArray sent = AttackSamples.rows("targets", 30, ROW, -2).mul(3);
        SmashedObservation rows = new SmashedObservation(
                Precision.FLOAT32,
                ROW,
                List.of(),
                ROW,
                Map.of(TargetSet.VICTIM_TEST, sent),
                () -> InversionSample.identity(ROW));
        AttackerKnowledge known = new AttackerKnowledge(
                new AuxiliaryData(AttackSamples.rows("auxiliary", 60, ROW, -2), List.of()),
                new AuxiliaryData(AttackSamples.rows("validation", 20, ROW, -2), List.of()));
        ReconstructedInputs outcome = new DecoderAttack(options)
                .run(new QueryingServerView(rows, inputs -> inputs.mul(3)), known, Seed.of(1), AttackProgress.silent());
        assertRestored(options, outcome, sent);
    }

    @Test
    void decodersBehindAnOrderThatWasFoundOut() {
        ChannelMatchingOptions options =
                new ChannelMatchingOptions(List.of(Matching.values()), Capacity.TINY, 2, 1, 0, 16, .01);
        INDArray sent = Channels.inOrder(smashed, 3, 5, 0, 1, 4, 2);
        InformedServerView view = new InformedServerView(
                InversionSample.observation(InversionSample.IMAGE, client.layers(), sent, client), client::copy);
        assertRestored(
                options, new ChannelMatching(options).run(view, knowledge, Seed.of(1), AttackProgress.silent()), sent);
    }

    @Test
    void decodersOfASimulator() {
        PseudoClientOptions options =
                new PseudoClientOptions(List.of(0., .02), 1, 16, .001, .0003, Capacity.TINY, 2, 1, 0, 16, .01);
        Segment server = InversionSample.server(InversionSample.front());
        CuriousServerView view = new CuriousServerView(
                InversionSample.observation(InversionSample.IMAGE, client.layers(), smashed, server));
        assertRestored(
                options, new PseudoClient(options).run(view, knowledge, Seed.of(1), AttackProgress.silent()), smashed);
    }

    @Test
    void whatIsOfAnotherNetworkIsRefused() {
        DecoderOptions tiny = new DecoderOptions(List.of(Capacity.TINY), 1, 1, 16, .01);
        QueryingServerView view = new QueryingServerView(observation, client::predict);
        TrainedAttacker attacker = new DecoderAttack(tiny)
                .run(view, knowledge, Seed.of(1), AttackProgress.silent())
                .strongest()
                .attacker()
                .orElseThrow();
        StateWriter state = new StateWriter();
        attacker.remember(state);
        assertThatThrownBy(() -> tiny.restored("large", attacker.shapes(), new StateReader(state.arrays())))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("were written; they are of another network");
    }

    private static void assertRestored(AttackOptions options, ReconstructedInputs outcome, INDArray sent) {
        for (Candidate candidate : outcome.candidates()) {
            TrainedAttacker attacker = candidate.attacker().orElseThrow();
            StateWriter state = new StateWriter();
            attacker.remember(state);
            ClientShapes shapes = attacker.shapes();
            assertThat(shapes.smashed()).isEqualTo(Shape.ofExample(sent.shape()));
            TrainedAttacker restored = options.restored(candidate.strength(), shapes, new StateReader(state.arrays()))
                    .orElseThrow();
            assertThat(bits(restored.reconstruct(sent)))
                    .as(candidate.strength())
                    .isEqualTo(bits(candidate.reconstructions().get(TargetSet.VICTIM_TEST)));
        }
    }
}
