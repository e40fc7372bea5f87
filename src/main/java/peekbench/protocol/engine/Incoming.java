package peekbench.protocol.engine;

import java.util.Arrays;
import org.nd4j.linalg.api.ndarray.INDArray;
import peekbench.channel.Envelope;
import peekbench.channel.Party;
import peekbench.channel.PartyId;
import peekbench.nn.array.Shape;

/**
 * What a party accepts, since one bad batch would spoil the weights of all.
 *
 * @param clients how many clients there are, numbered from 0
 * @param example the shape of one example of smashed data
 * @param outputs how many targets an example has
 */
public record Incoming(int clients, Shape example, int outputs) {

    /**
     * Checks a labelled batch.
     *
     * @throws IllegalStateException for an unknown client, a wrong shape, or numbers that are not finite; names party,
     *     message and value
     */
    public void check(Party party, Envelope envelope, INDArray smashed, INDArray targets) {
        check(party, envelope, smashed);
        if (targets.rank() != 2 || targets.size(0) != smashed.size(0) || targets.size(1) != outputs) {
            throw wrong(
                    party,
                    envelope,
                    "targets of " + Arrays.toString(targets.shape()) + "; they must be [" + smashed.size(0) + ", "
                            + outputs + "]");
        }
        finite(party, envelope, "targets", targets);
    }

    /** {@link #check(Party, Envelope, INDArray, INDArray)} of a batch without labels. */
    public void check(Party party, Envelope envelope, INDArray smashed) {
        known(party, envelope, clients);
        if (smashed.rank() != example.rank() + 1
                || !Shape.ofExample(smashed.shape()).equals(example)) {
            throw wrong(
                    party,
                    envelope,
                    "smashed data of " + Arrays.toString(smashed.shape()) + "; an example must be " + example);
        }
        finite(party, envelope, "smashed data", smashed);
    }

    /** Checks that a client is one of so many. */
    public static void known(Party party, Envelope envelope, int clients) {
        PartyId from = envelope.from();
        if (from.role() == PartyId.Role.CLIENT && (from.number() < 0 || from.number() >= clients)) {
            throw wrong(
                    party,
                    envelope,
                    "the unknown client number " + from.number() + "; clients are 0 to " + (clients - 1));
        }
    }

    /** Checks that all numbers are finite. */
    public static void finite(Party party, Envelope envelope, String what, INDArray array) {
        double sum = array.sumNumber().doubleValue();
        if (!Double.isFinite(sum)) {
            throw wrong(
                    party,
                    envelope,
                    what + " whose sum is " + sum + "; all numbers must be finite. Training may have diverged: use a"
                            + " smaller learning rate or a smaller weight of the defense");
        }
    }

    public static IllegalStateException wrong(Party party, Envelope envelope, String what) {
        return new IllegalStateException("The party (" + party.id() + ") got a message ("
                + envelope.message().getClass().getSimpleName() + ") of (" + envelope.from() + ") with " + what + ".");
    }
}
