package peekbench.protocol;

/** How a number of clients is written. */
final class Clients {
    private Clients() {}

    static String label(int clients) {
        return clients + (clients == 1 ? " client" : " clients");
    }
}
