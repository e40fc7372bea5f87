package peekbench.channel;

import org.apiguardian.api.API;

/**
 * The name of a party.
 *
 * @param role what it does
 * @param number tells it from others of its role, from 0
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1.0")
public record PartyId(Role role, int number) {
    /** The one server. */
    public static final PartyId SERVER = new PartyId(Role.SERVER, 0);
    /** Who averages what clients send. */
    public static final PartyId AGGREGATOR = new PartyId(Role.AGGREGATOR, 0);
    /** A third party that keeps clients' weights. */
    public static final PartyId WEIGHTS_STORE = new PartyId(Role.WEIGHTS_STORE, 0);
    /** Who starts turns and hears of their end; carries no data. */
    public static final PartyId COORDINATOR = new PartyId(Role.COORDINATOR, 0);

    /** What parties do. */
    public enum Role {
        CLIENT("client"),
        SERVER("server"),
        AGGREGATOR("aggregator"),
        WEIGHTS_STORE("weights-store"),
        RELAY("relay"),
        COORDINATOR("coordinator");

        private final String label;

        Role(String label) {
            this.label = label;
        }
    }

    /** A client by its number, from 0. */
    public static PartyId client(int number) {
        return new PartyId(Role.CLIENT, number);
    }

    /** A relay by its number, from 0: {@code Eve_0} is the first behind the clients. */
    public static PartyId relay(int number) {
        return new PartyId(Role.RELAY, number);
    }

    /** Whether this is the server or an aggregator, of which there is one for all clients. */
    boolean isCentral() {
        return role == Role.SERVER || role == Role.AGGREGATOR;
    }

    /** {@code server}, {@code client-3}. */
    public String name() {
        return role == Role.CLIENT || role == Role.RELAY ? role.label + "-" + number : role.label;
    }

    @Override
    public String toString() {
        return name();
    }
}
