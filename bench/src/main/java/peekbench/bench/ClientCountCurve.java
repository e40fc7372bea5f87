package peekbench.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.bytedeco.javacpp.Pointer;
import peekbench.data.Dataset;
import peekbench.data.IndexSets;
import peekbench.data.Partition;
import peekbench.data.catalogue.DataCatalogue;
import peekbench.nn.Optimizer;
import peekbench.nn.array.Precision;
import peekbench.nn.model.LeNet5;
import peekbench.protocol.federated.FederatedAveraging;
import peekbench.protocol.schedule.LocalBatches;
import peekbench.protocol.schedule.Participation;
import peekbench.result.file.AtomicFile;
import peekbench.result.provenance.MachineInfo;
import peekbench.seed.Seed;
import peekbench.training.EpochReport;
import peekbench.training.TrainingOptions;
import peekbench.training.TrainingSetup;

/**
 * Time and memory of a round of federated averaging as clients grow, of whom one in a hundred takes part: {@code peekbench
 * bench clients [DOCUMENT]}. Each client has 20 of the embedded images, LeNet-5 and batches of 10.
 */
public final class ClientCountCurve {
    private static final List<Integer> COUNTS = List.of(100, 300, 1000, 3000, 10_000);
    private static final int ROUNDS = 5;
    private static final double MEBIBYTE = 1 << 20;

    private ClientCountCurve() {}

    /** Measures every number of clients; the argument is the document to write, if any. */
    public static void main(String[] arguments) throws IOException {
        MachineInfo machine = MachineInfo.current();
        List<String> lines = new ArrayList<>(List.of(
                "# A round of federated averaging as clients grow",
                "",
                "One client in a hundred takes part in a round; times are means over rounds 2 to " + ROUNDS
                        + ", memory is the process's resident set after the last. Made by `./peekbench bench clients` on "
                        + machine.hardware() + ", " + machine.jvm() + ".",
                "",
                "| clients | take part | seconds a round | milliseconds a client taking part | resident MiB |",
                "|---:|---:|---:|---:|---:|"));
        lines.forEach(System.out::println);
        for (int clients : COUNTS) {
            String row = row(clients);
            System.out.println(row);
            lines.add(row);
        }
        if (arguments.length > 0) {
            AtomicFile.write(Path.of(arguments[0]), file -> Files.write(file, lines, StandardCharsets.UTF_8));
        }
    }

    private static String row(int clients) {
        List<EpochReport> reports = new ArrayList<>();
        new FederatedAveraging(clients, 1, LocalBatches.MINI_BATCHES, new Participation(0, .01, 0, .5))
                .create()
                .train(setup(), reports::add);
        double seconds = reports.stream()
                .skip(1)
                .mapToDouble(EpochReport::seconds)
                .average()
                .orElseThrow();
        int present = Math.max(1, clients / 100);
        return String.format(
                Locale.ROOT,
                "| %,d | %d | %.3f | %.1f | %.0f |",
                clients,
                present,
                seconds,
                1000 * seconds / present,
                Pointer.physicalBytes() / MEBIBYTE);
    }

    private static TrainingSetup setup() {
        Dataset images = DataCatalogue.embedded("fashion-mnist-sample");
        Seed seed = Seed.of(1);
        return new TrainingSetup(
                new LeNet5().architecture(images.exampleShape(), images.task().outputs()),
                "pool1",
                images,
                IndexSets.draw(images, new IndexSets.Sizes(6000, 200, 0, 0), seed),
                new Partition.Resampled(20),
                new TrainingOptions(ROUNDS, 10, new Optimizer.Sgd(.05, 0, 0)),
                List.of(),
                Precision.FLOAT32,
                seed);
    }
}
