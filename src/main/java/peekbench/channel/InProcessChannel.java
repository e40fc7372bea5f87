package peekbench.channel;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;

/** Delivers messages between parties of one process in the order in which they were sent. */
final class InProcessChannel implements Channel {
    private final Map<PartyId, Party> parties = new HashMap<>();
    private final Queue<Envelope> waiting = new ArrayDeque<>();
    private final List<Tap> taps = new ArrayList<>();
    private Traffic traffic = Traffic.NONE;

    @Override
    public void join(Party party) {
        parties.put(party.id(), party);
    }

    @Override
    public void tap(Tap tap) {
        taps.add(tap);
    }

    @Override
    public void untap(Tap tap) {
        taps.remove(tap);
    }

    @Override
    public void deliver(PartyId from, PartyId to, Message message) {
        waiting.add(new Envelope(from, to, message));
        try {
            deliverAll();
        } finally {
            waiting.clear();
        }
    }

    private void deliverAll() {
        for (Envelope next = waiting.poll(); next != null; next = waiting.poll()) {
            traffic = traffic.plus(next);
            for (Tap tap : taps) {
                tap.passed(next);
            }
            hand(next);
        }
    }

    private void hand(Envelope envelope) {
        if (envelope.to().equals(PartyId.COORDINATOR)) {
            return;
        }
        Party receiver = parties.get(envelope.to());
        if (receiver == null) {
            throw new IllegalArgumentException("The message ("
                    + envelope.message().getClass().getSimpleName()
                    + ") of (" + envelope.from() + ") is for the unknown party (" + envelope.to() + "); known are "
                    + parties.keySet() + ".");
        }
        receiver.receive(envelope, (to, message) -> waiting.add(new Envelope(receiver.id(), to, message)));
    }

    @Override
    public Traffic traffic() {
        return traffic;
    }
}
