package peekbench.protocol.federated;

import java.util.Optional;
import org.nd4j.linalg.api.ndarray.INDArray;
import peekbench.channel.Envelope;
import peekbench.channel.Message;
import peekbench.channel.ModelState;
import peekbench.channel.Outbox;
import peekbench.channel.PartyId;
import peekbench.protocol.engine.LocalCorrection;
import peekbench.protocol.weights.AveragedWeights;
import peekbench.protocol.weights.DefendedWeights;
import peekbench.protocol.weights.WeightExchange;
import peekbench.threat.defense.DefenseChain;

/**
 * A client's control variate {@code c_i}, which stays with it from turn to turn; 0 until its first (Karimireddy et al. 2020,
 * Algorithm 1, lines 7 to 14). What the client tells of it passes its defenses as an update of its own, and the client goes on
 * with what it told, so that the aggregator's is the mean of all clients'.
 */
final class ControlVariateClient implements LocalMethod, WeightExchange {
    private final WeightExchange weights;
    private final DefenseChain defenses;
    private Optional<INDArray> own = Optional.empty();
    private Optional<INDArray> common = Optional.empty();
    private Optional<INDArray> gradients = Optional.empty();
    private long steps;

    ControlVariateClient(DefenseChain defenses) {
        this.weights = DefendedWeights.of(new AveragedWeights(this::counted), defenses);
        this.defenses = defenses;
    }

    /** Looks at the steps of a model that leaves. */
    private ModelState counted(ModelState state) {
        steps = state.optimizerSteps();
        return state.weightsOnly();
    }

    @Override
    public WeightExchange exchange() {
        return this;
    }

    @Override
    public boolean begin(Outbox outbox) {
        return weights.begin(outbox);
    }

    @Override
    public Outcome receive(Envelope envelope, Holder client, Outbox outbox) {
        if (envelope.message() instanceof Message.ControlVariate control) {
            common = Optional.of(control.values());
            return Outcome.HANDLED;
        }
        return weights.receive(envelope, client, outbox);
    }

    @Override
    public LocalCorrection begin(Holder client) {
        INDArray zero = client.state().parameters().like();
        INDArray sum = zero.dup();
        gradients = Optional.of(sum);
        return new LocalCorrection.Controlled(common.orElse(zero).sub(own.orElse(zero)), sum);
    }

    @Override
    public void end(Holder client, int records, Outbox outbox) {
        weights.end(client, records, outbox);
        INDArray mean = gradients.orElseThrow().div(Math.max(1, steps));
        INDArray change = defenses.filterUpdate(own.map(mean::sub).orElse(mean));
        own = Optional.of(own.map(change::add).orElse(change));
        outbox.send(PartyId.AGGREGATOR, new Message.ControlChange(change));
        // Memory must not grow more than by c_i with the clients that had a turn.
        common = Optional.empty();
        gradients = Optional.empty();
    }
}
