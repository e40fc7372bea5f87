package peekbench.bench;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Times Peekbench and its peers in turn on one machine and prints a table: {@code peekbench bench PEERS [ROUNDS]}, PEERS
 * being the folder with {@code torch_peer.py} and {@code energy_peer.R}. The environment's {@code PYTHON} names the
 * interpreter that has torch.
 */
public final class PeerComparison {
    private static final int ROUNDS = 3;
    private static final String SECONDS = "secondsPerIteration";

    private PeerComparison() {}

    /** Runs every contest; the arguments are the peers' folder and, optionally, the number of rounds. */
    public static void main(String[] arguments) {
        if (arguments.length < 1) {
            System.err.println("usage: peekbench bench PEERS_FOLDER [ROUNDS]");
            System.exit(2);
        }
        int rounds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : ROUNDS;
        print(System.out, contests(Path.of(arguments[0])), rounds);
    }

    private static void print(PrintStream out, List<Contest> contests, int rounds) {
        out.println("Medians of " + rounds + " rounds in turn; a ratio is the peer's time over Peekbench's.");
        out.println();
        out.println("| work | peer | Peekbench ms | peer ms | times faster (range) | bar | reached |");
        out.println("|---|---|---|---|---|---|---|");
        for (Contest contest : contests) {
            out.println(contest.hold(rounds).row());
            out.flush();
        }
    }

    private static List<Contest> contests(Path peers) {
        return List.of(
                Contest.against(
                        "split step, 1 thread",
                        new SplitStepWork(1),
                        torch(peers, "split", 1, 64, 60),
                        1,
                        SECONDS,
                        1.1),
                Contest.against(
                        "split step, two trials side by side against 2 threads",
                        new SplitStepWork(2),
                        torch(peers, "split", 2, 64, 60),
                        2,
                        SECONDS,
                        1.5),
                Contest.against(
                        "decoder step, 1 thread",
                        new DecoderStepWork(false),
                        torch(peers, "decoder", 1, 64, 10),
                        1,
                        SECONDS,
                        2.5),
                Contest.against(
                        "decoder step, 2 threads",
                        new DecoderStepWork(true),
                        torch(peers, "decoder", 2, 64, 10),
                        2,
                        SECONDS,
                        2.5),
                Contest.against(
                        "distance correlation with gradient, n = 2000",
                        new DistanceCorrelationWork(2000),
                        torch(peers, "dcor", 2, 2000, 1),
                        2,
                        SECONDS,
                        15),
                Contest.against(
                        "distance correlation with gradient (R: value only), n = 2000",
                        new DistanceCorrelationWork(2000),
                        List.of("Rscript", peers.resolve("energy_peer.R").toString(), "2000"),
                        2,
                        "dcorSeconds",
                        15));
    }

    private static List<String> torch(Path peers, String job, int threads, int batch, int iterations) {
        return List.of(
                Optional.ofNullable(System.getenv("PYTHON")).orElse("python3"),
                peers.resolve("torch_peer.py").toString(),
                job,
                String.valueOf(threads),
                String.valueOf(batch),
                String.valueOf(iterations));
    }
}
