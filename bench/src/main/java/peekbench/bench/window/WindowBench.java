package peekbench.bench.window;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import peekbench.bench.InThisProcess;
import peekbench.bench.workspace.MadeWorkspace;
import peekbench.data.catalogue.CacheFolder;
import peekbench.query.WorkspaceIndex;
import peekbench.result.file.AtomicFile;
import peekbench.result.provenance.MachineInfo;

/**
 * Times the window: {@code peekbench bench window [TRIALS [DOCUMENT]]}. It opens a folder of two trials with a thousand pictures
 * at five epochs, and a made-up workspace of very many trials, and uses both as a person would. Both are made once, in the cache
 * folder. Without a display it draws in memory.
 */
public final class WindowBench {
    private static final int TRIALS = 10_000;
    /** Ten pictures a trial: so many of each of the two sets of records. */
    private static final int PICTURES = 5;

    private static final String HEAP = "768m";
    private static final double START_BAR = 3_000;
    private static final double MANY_BAR = 2_000;
    private static final double WAIT_BAR = 50;
    private static final String SLIDES = """
            format: 1
            name: slides
            title: Pictures after every epoch
            precision: float32
            data:
              dataset: fashion-mnist-sample
              victim-train: 2000
              victim-test: 1000
              attacker-auxiliary: 500
              attacker-validation: 100
              partition: iid
            model: lenet5
            cuts: [pool1]
            protocols:
              - {name: vanilla-split, clients: 5}
            training:
              epochs: 4
              batch-size: 64
              optimizer: {name: sgd, learning-rate: 0.05, momentum: 0.9}
            defenses:
              - []
              - [{name: nopeek, form: added, weight: 2.0}]
            attacks:
              - {name: decoder, capacities: [small], epochs: 1}
            attack-at-epochs: [0, 1, 2, 3]
            evaluation: {images: 1000, permutations: 20, bootstrap-resamples: 50, classifier-epochs: 1}
            store: {victims: false}
            seeds: [1]
            """;

    private final List<String> rows = new ArrayList<>();
    /** Of the machine before anything was measured: other work on it makes everything slower. */
    private final double load = ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();

    private WindowBench() {}

    /** Makes what is to be opened if need be, measures, and writes the document, if one is named. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        int trials = arguments.length > 0 ? Integer.parseInt(arguments[0]) : TRIALS;
        Path home = Files.createDirectories(CacheFolder.path().resolve("bench"));
        Path cache = Files.createDirectories(home.resolve("window-cache"));
        Path slides = home.resolve("slides");
        Path many = home.resolve("pictures-" + trials);
        if (!Files.exists(slides)) {
            InThisProcess.run(SLIDES, slides);
        }
        MadeWorkspace.make(many, trials, PICTURES);
        for (Path folder : List.of(slides, many)) {
            try (WorkspaceIndex index = WorkspaceIndex.open(folder, cache)) {
                index.update();
            }
        }
        WindowBench bench = new WindowBench();
        MeasuredWindow window = new MeasuredWindow(cache, HEAP);
        window.on(slides); // the first start fills the system's cache
        bench.measured("two trials", window.on(slides), START_BAR);
        bench.measured(
                String.format(Locale.ROOT, "%,d trials, %,d pictures", trials, trials * 2L * PICTURES),
                window.on(many),
                MANY_BAR);
        List<String> lines = bench.page();
        lines.forEach(System.out::println);
        if (arguments.length > 1) {
            AtomicFile.write(Path.of(arguments[1]), file -> Files.write(file, lines, StandardCharsets.UTF_8));
        }
    }

    private void measured(String on, List<MeasuredWindow.Measured> all, double startBar) {
        for (int i = 0; i < all.size(); i++) {
            MeasuredWindow.Measured one = all.get(i);
            boolean start = i == 0;
            boolean reached = start ? one.milliseconds() <= startBar : one.longestWait() <= WAIT_BAR;
            rows.add(String.format(
                    Locale.ROOT,
                    "| %s | %s | %.0f | %d | %.0f | %.0f | %s | %s |",
                    on,
                    one.what(),
                    one.milliseconds(),
                    one.frames(),
                    one.longestWait(),
                    one.heap(),
                    start ? String.format(Locale.ROOT, "%.0f ms", startBar) : "wait " + (int) WAIT_BAR + " ms",
                    reached ? "yes" : "no"));
        }
    }

    private List<String> page() {
        MachineInfo machine = MachineInfo.current();
        List<String> lines = new ArrayList<>(List.of(
                "# How quick the window is",
                "",
                "**No wait on the window's thread is to be longer than 50 ms, so that nothing sticks under the pointer.** The"
                        + " window is used as a person would use it, and every 4 ms something is put in its thread's queue; the"
                        + " longest that it waited there stands below. The first row of each folder is the time from the start"
                        + " of Java until arms and pictures are there; the folder's index was up to date.",
                "",
                "Made by `./peekbench bench window` with " + HEAP + " of Java heap, "
                        + (MeasuredWindow.onScreen() ? "on an X display" : "drawn in memory, without a display")
                        + ", on "
                        + machine.hardware() + ", " + machine.jvm()
                        + String.format(Locale.ROOT, ", on which %.1f other threads ran before.", load),
                "",
                "| opened | what | ms | frames | longest wait ms | heap MiB | bar | reached |",
                "|---|---|---:|---:|---:|---:|---|---|"));
        lines.addAll(rows);
        return lines;
    }
}
