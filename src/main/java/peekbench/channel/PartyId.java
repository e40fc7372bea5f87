package peekbench.channel;

/**
 * The name of a party.
 *
 * @param name {@code server} or {@code client-3}
 */
public record PartyId(String name) {
    /** The one server. */
    public static final PartyId SERVER = new PartyId("server");
    /** Who starts turns and hears of their end; carries no data. */
    public static final PartyId COORDINATOR = new PartyId("coordinator");

    /** A client by its number, from 0. */
    public static PartyId client(int number) {
        return new PartyId("client-" + number);
    }

    @Override
    public String toString() {
        return name;
    }
}
