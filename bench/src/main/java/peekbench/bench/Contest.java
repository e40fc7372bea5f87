package peekbench.bench;

import java.util.List;
import java.util.function.DoubleSupplier;

/**
 * One comparison with one peer, in seconds an iteration on either side.
 *
 * @param work what is done, with the threads on both sides
 * @param own measures Peekbench once
 * @param peer measures the peer once
 * @param peerName who the peer is
 * @param bar how many times faster Peekbench must be
 */
record Contest(String work, DoubleSupplier own, DoubleSupplier peer, String peerName, double bar) {

    /** Measures both sides in turn, own first. */
    Outcome hold(int rounds) {
        double[] own = new double[rounds];
        double[] peer = new double[rounds];
        for (int round = 0; round < rounds; round++) {
            own[round] = this.own.getAsDouble();
            peer[round] = this.peer.getAsDouble();
        }
        return new Outcome(this, own, peer);
    }

    /** The contest between {@code own} and a command of the peers' folder. */
    static Contest against(String work, DoubleSupplier own, List<String> command, int threads, String key, double bar) {
        String name = command.get(1).endsWith(".R") ? "R energy" : "torch";
        return new Contest(work, own, () -> PeerProcess.measure(command, threads, key), name, bar);
    }
}
