package peekbench.protocol.weights;

import java.util.Optional;
import org.nd4j.linalg.api.ndarray.INDArray;
import peekbench.channel.Envelope;
import peekbench.channel.Message;
import peekbench.channel.ModelState;
import peekbench.channel.Outbox;
import peekbench.channel.PartyId;
import peekbench.threat.defense.DefenseChain;
import peekbench.threat.defense.SumRoster;
import peekbench.threat.defense.UpdateMasking;

/**
 * {@link AveragedWeights} for clients that mask: in place of its weights a client sends what its turn changed of them, after
 * every other defense, as its part of a sum.
 */
public final class MaskedWeights implements WeightExchange {
    private final WeightExchange exchange = new AveragedWeights();
    private final DefenseChain defenses;
    private final UpdateMasking masking;
    private Optional<SumRoster> roster = Optional.empty();
    private Optional<INDArray> begunWith = Optional.empty();

    private MaskedWeights(DefenseChain defenses, UpdateMasking masking) {
        this.defenses = defenses;
        this.masking = masking;
    }

    /** How a client with these defenses exchanges weights with an aggregator. */
    public static WeightExchange averaging(DefenseChain defenses) {
        return defenses.updateMasking()
                .<WeightExchange>map(masking -> new MaskedWeights(defenses, masking))
                .orElseGet(() -> DefendedWeights.of(new AveragedWeights(), defenses));
    }

    @Override
    public boolean begin(Outbox outbox) {
        return exchange.begin(outbox);
    }

    @Override
    public Outcome receive(Envelope envelope, Holder client, Outbox outbox) {
        if (envelope.message() instanceof Message.SumBegins begins) {
            roster = Optional.of(SecureSum.roster(begins));
            return Outcome.HANDLED;
        }
        Outcome outcome = exchange.receive(envelope, client, outbox);
        if (outcome == Outcome.READY) {
            begunWith = Optional.of(client.state().parameters());
        }
        return outcome;
    }

    @Override
    public void end(Holder client, int records, Outbox outbox) {
        ModelState own = client.state();
        INDArray change = defenses.filterUpdate(own.parameters().sub(begunWith.orElseThrow()));
        INDArray values = SecureSum.joined(change, own.buffers());
        outbox.send(
                PartyId.AGGREGATOR,
                new Message.MaskedUpdate(records, masking.mask(values, records, roster.orElseThrow())));
        // Neither may serve twice, and memory must not grow with the clients that had a turn.
        roster = Optional.empty();
        begunWith = Optional.empty();
    }
}
