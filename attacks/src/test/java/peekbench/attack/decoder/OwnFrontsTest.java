package peekbench.attack.decoder;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.indexing.NDArrayIndex;
import peekbench.attack.inversion.InversionSample;
import peekbench.nn.array.Precision;
import peekbench.nn.array.Shape;
import peekbench.seed.Seed;
import peekbench.threat.attack.AttackProgress;
import peekbench.threat.attack.AttackerKnowledge;
import peekbench.threat.attack.Candidate;
import peekbench.threat.attack.ReconstructedInputs;
import peekbench.threat.observation.AuxiliaryData;
import peekbench.threat.observation.Senders;
import peekbench.threat.observation.SmashedObservation;
import peekbench.threat.observation.TargetSet;
import peekbench.threat.observation.Transcript;
import peekbench.threat.view.QueryingServerView;

/** Decoders of rows that clients multiply by factors of their own, and of what was sent before training took it away. */
class OwnFrontsTest {
    private static final Shape ROW = Shape.of(6);
    private static final double[] FACTORS = {1, -2, 3};
    private static final DecoderOptions OPTIONS =
            new DecoderOptions(List.of(Capacity.MEDIUM), 40, 2, .02, 16, .02, true, 10);

    private final INDArray numbers = InversionSample.noise(500, 6);
    private final AttackerKnowledge knowledge = new AttackerKnowledge(
            new AuxiliaryData(rows(0, 300), List.of()), new AuxiliaryData(rows(300, 380), List.of()));
    private final INDArray secret = rows(380, 470);
    private final List<Integer> owners =
            IntStream.range(0, 90).mapToObj(row -> row % 3).toList();

    private INDArray rows(int from, int to) {
        return numbers.get(NDArrayIndex.interval(from, to)).dup('c');
    }

    private INDArray sent(INDArray inputs, List<Integer> clients) {
        INDArray smashed = inputs.dup('c');
        for (int row = 0; row < clients.size(); row++) {
            smashed.getRow(row).muli(FACTORS[clients.get(row)]);
        }
        return smashed;
    }

    private static SmashedObservation observation(Map<TargetSet, INDArray> smashed, Senders senders) {
        return new SmashedObservation(
                Precision.FLOAT32, ROW, List.of(), ROW, smashed, () -> InversionSample.identity(ROW), senders);
    }

    /** Records trained on are of all clients, unseen ones of the last, which is tested. */
    private QueryingServerView view(boolean told) {
        Map<TargetSet, INDArray> smashed = new EnumMap<>(TargetSet.class);
        smashed.put(TargetSet.VICTIM_TRAIN, sent(secret, owners));
        smashed.put(TargetSet.VICTIM_TEST, secret.mul(FACTORS[2]));
        Senders senders = told ? new Senders(2, Map.of(TargetSet.VICTIM_TRAIN, owners)) : new Senders(2, Map.of());
        return new QueryingServerView(
                observation(smashed, senders), (client, inputs) -> inputs.mul(FACTORS[client]), Transcript.none());
    }

    private ReconstructedInputs run(DecoderOptions options, QueryingServerView view) {
        return new DecoderAttack(options).run(view, knowledge, Seed.of(1), AttackProgress.silent());
    }

    private double error(Candidate candidate, TargetSet set) {
        return InversionSample.meanSquare(
                Objects.requireNonNull(candidate.reconstructions().get(set)).sub(secret));
    }

    @Test
    void eachRecordIsDecodedByADecoderOfItsClient() {
        Candidate found = run(OPTIONS, view(true)).strongest();
        assertThat(error(found, TargetSet.VICTIM_TEST)).isLessThan(.05);
        assertThat(error(found, TargetSet.VICTIM_TRAIN)).isLessThan(.05);
        assertThat(error(run(OPTIONS, view(false)).strongest(), TargetSet.VICTIM_TRAIN))
                .isGreaterThan(1);
    }

    /** The others share a decoder, which cannot know who sent what; the tested one's own is as good as ever. */
    @Test
    void clientsBeyondTheLimitShareADecoder() {
        DecoderOptions one = new DecoderOptions(List.of(Capacity.MEDIUM), 40, 2, .02, 16, .02, true, 1);
        List<Front> fronts = Fronts.of(view(true), 1).all();
        assertThat(fronts).extracting(Front::clients).containsExactly(List.of(2), List.of(0, 1));
        assertThat(Fronts.of(view(true), 10).all())
                .extracting(Front::clients)
                .containsExactly(List.of(2), List.of(0), List.of(1));
        Candidate found = run(one, view(true)).strongest();
        assertThat(error(found, TargetSet.VICTIM_TEST)).isLessThan(.05);
        assertThat(error(found, TargetSet.VICTIM_TRAIN)).isBetween(.05, 1.);
    }

    @Test
    void whatWasSentBeforeTrainingTookItAwayIsDecodedFromThen() {
        QueryingServerView before = new QueryingServerView(
                observation(Map.of(TargetSet.VICTIM_TRAIN, secret), Senders.ALIKE),
                (any, inputs) -> inputs,
                Transcript.none());
        Map<TargetSet, INDArray> nothing = new EnumMap<>(TargetSet.class);
        nothing.put(TargetSet.VICTIM_TRAIN, secret.mul(0));
        nothing.put(TargetSet.VICTIM_TEST, secret.mul(0));
        Transcript<QueryingServerView> kept =
                new Transcript<>(Set.of(0), (int epoch, Consumer<QueryingServerView> visit) -> visit.accept(before));
        ReconstructedInputs outcome = run(
                OPTIONS,
                new QueryingServerView(observation(nothing, Senders.ALIKE), (any, inputs) -> inputs.mul(0), kept));
        assertThat(outcome.candidates())
                .extracting(Candidate::strength)
                .containsExactly("medium", "medium@0", "medium@transcript");
        assertThat(outcome.strongest().strength()).isEqualTo("medium");
        assertThat(error(outcome.strongest(), TargetSet.VICTIM_TEST)).isGreaterThan(.8);
        Candidate trained = outcome.strongest(TargetSet.VICTIM_TRAIN);
        assertThat(trained.strength()).startsWith("medium@");
        assertThat(error(trained, TargetSet.VICTIM_TRAIN)).isLessThan(.05);
        assertThat(outcome.findings().get(0)).contains("epoch 0", "the finished network");
    }
}
