package peekbench.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import peekbench.result.file.AtomicFile;
import peekbench.result.provenance.MachineInfo;

/**
 * Times Peekbench and its peers in turn on one machine and prints a table: {@code peekbench bench PEERS [ROUNDS
 * [DOCUMENT]]}, PEERS being the folder with {@code torch_peer.py} and {@code energy_peer.R}. The environment's
 * {@code PYTHON} names the interpreter that has torch.
 */
public final class PeerComparison {
    private static final int ROUNDS = 3;
    private static final String SECONDS = "secondsPerIteration";

    private PeerComparison() {}

    /** Runs every contest; the launcher explains the arguments, which are the peers' folder and, optionally, rounds and the document to write. */
    public static void main(String[] arguments) throws IOException {
        int rounds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : ROUNDS;
        List<String> lines = new ArrayList<>();
        hold(contests(Path.of(arguments[0])), rounds, line -> {
            System.out.println(line);
            lines.add(line);
        });
        if (arguments.length > 2) {
            AtomicFile.write(Path.of(arguments[2]), file -> Files.write(file, lines, StandardCharsets.UTF_8));
        }
    }

    private static void hold(List<Contest> contests, int rounds, Consumer<String> out) {
        MachineInfo machine = MachineInfo.current();
        out.accept("# Peekbench beside its peers");
        out.accept("");
        out.accept("Medians of " + rounds
                + " rounds, both sides in turn; a ratio is the peer's time over Peekbench's. Made by"
                + " `./peekbench bench PEERS " + rounds + "` on " + machine.hardware() + ", " + machine.jvm() + ".");
        out.accept("");
        out.accept("| work | peer | Peekbench ms | peer ms | times faster (range) | bar | reached |");
        out.accept("|---|---|---|---|---|---|---|");
        contests.forEach(contest -> out.accept(contest.hold(rounds).row()));
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
