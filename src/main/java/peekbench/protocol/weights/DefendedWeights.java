package peekbench.protocol.weights;

import java.util.Optional;
import org.nd4j.linalg.api.ndarray.INDArray;
import peekbench.channel.Envelope;
import peekbench.channel.ModelState;
import peekbench.channel.Outbox;
import peekbench.threat.defense.DefenseChain;

/**
 * Another exchange whose outgoing weights pass the client's defenses as an update: with {@code w} the weights that the turn
 * began with and {@code w'} the client's own, {@code w + filter(w' - w)} leaves. Weights whose update no defense touches
 * leave with every bit, which {@code w + (w' - w)} would not.
 */
public final class DefendedWeights implements WeightExchange {
    private final WeightExchange exchange;
    private final DefenseChain defenses;
    private Optional<INDArray> begunWith = Optional.empty();

    private DefendedWeights(WeightExchange exchange, DefenseChain defenses) {
        this.exchange = exchange;
        this.defenses = defenses;
    }

    /** The exchange itself when there are no defenses, since remembering weights takes memory. */
    public static WeightExchange of(WeightExchange exchange, DefenseChain defenses) {
        return defenses.links().isEmpty() ? exchange : new DefendedWeights(exchange, defenses);
    }

    @Override
    public boolean begin(Outbox outbox) {
        return exchange.begin(outbox);
    }

    @Override
    public Outcome receive(Envelope envelope, Holder client, Outbox outbox) {
        Outcome outcome = exchange.receive(envelope, new Filtered(client), outbox);
        if (outcome == Outcome.READY) {
            begunWith = Optional.of(client.state().parameters());
        }
        return outcome;
    }

    @Override
    public void end(Holder client, int records, Outbox outbox) {
        exchange.end(new Filtered(client), records, outbox);
        if (!exchange.sendsAfterTurn()) {
            // Memory must not grow with the clients that had a turn.
            begunWith = Optional.empty();
        }
    }

    /** The client as the exchange sees it. */
    private final class Filtered implements Holder {
        private final Holder client;

        Filtered(Holder client) {
            this.client = client;
        }

        /** Identity is meant: a defense that does nothing returns the very array that it was given. */
        @Override
        @SuppressWarnings("ReferenceEquality")
        public ModelState state() {
            ModelState own = client.state();
            if (begunWith.isEmpty() || own.parameters().length() == 0) {
                return own;
            }
            INDArray update = own.parameters().sub(begunWith.get());
            INDArray filtered = defenses.filterUpdate(update);
            return filtered == update ? own : own.withParameters(begunWith.get().add(filtered));
        }

        @Override
        public void adopt(ModelState state) {
            client.adopt(state);
        }
    }
}
