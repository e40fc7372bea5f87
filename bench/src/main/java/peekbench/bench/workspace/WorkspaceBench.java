package peekbench.bench.workspace;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.commons.io.file.PathUtils;
import peekbench.data.catalogue.CacheFolder;
import peekbench.query.Counts;
import peekbench.query.Measure;
import peekbench.query.Order;
import peekbench.query.TrialRow;
import peekbench.query.WorkspaceIndex;
import peekbench.query.filter.Filter;
import peekbench.result.file.AtomicFile;
import peekbench.result.provenance.MachineInfo;

/**
 * Times how trials are found again in a made-up workspace of very many: {@code peekbench bench workspace [TRIALS [DOCUMENT]]}.
 * The workspace is made once, in the cache folder; it takes about 120 kB a trial and may be deleted.
 */
public final class WorkspaceBench {
    private static final int TRIALS = 10_000;
    private static final int PICTURES = 4;
    private static final int PAGE = 200;
    private static final double MEBIBYTE = 1 << 20;
    /** What the launcher gives it. */
    private static final int BAR_MEBIBYTES = 512;

    private static final String FIRST_INDEX = "first index";
    private static final String LIST = "list with a filter";
    private static final String REPORT_DATA = "report's data";
    private static final String FILTER = "protocol:\"vanilla split\" -arm:nopeek accuracy>0.1 training.epochs:5";

    private final Path workspace;
    private final Path cache;
    private final List<Step> steps = new ArrayList<>();
    private final List<String> sizes = new ArrayList<>();

    private WorkspaceBench(Path workspace, Path cache) {
        this.workspace = workspace;
        this.cache = cache;
    }

    /** Makes the workspace if need be, measures, and writes the document, if one is named. */
    public static void main(String[] arguments) throws IOException {
        int trials = arguments.length > 0 ? Integer.parseInt(arguments[0]) : TRIALS;
        Path home = CacheFolder.path().resolve("bench");
        Path workspace = home.resolve("workspace-" + trials);
        MadeWorkspace.make(workspace, trials, PICTURES);
        WorkspaceBench bench = new WorkspaceBench(workspace, home.resolve("cache"));
        bench.measure();
        List<String> lines = bench.page(trials);
        lines.forEach(System.out::println);
        if (arguments.length > 1) {
            AtomicFile.write(Path.of(arguments[1]), file -> Files.write(file, lines, StandardCharsets.UTF_8));
        }
    }

    private List<String> page(int trials) throws IOException {
        MachineInfo machine = MachineInfo.current();
        List<String> lines = new ArrayList<>(List.of(
                String.format(Locale.ROOT, "# Finding %,d trials again", trials),
                "",
                String.format(
                        Locale.ROOT,
                        "**Of %,d trials the first index takes %.2f s, a list with a filter then %.2f s, the data of a report"
                                + " %.2f s, all in %d MiB of Java heap.**",
                        trials,
                        seconds(FIRST_INDEX),
                        seconds(LIST),
                        seconds(REPORT_DATA),
                        BAR_MEBIBYTES),
                "",
                String.format(
                        Locale.ROOT,
                        "A made-up workspace of %d result folders and %.0f MiB, with failed and damaged trials among them."
                                + " Commands are whole processes, from the start of Java to its end. Files were in the system's"
                                + " cache. Made by `./peekbench bench workspace` on %s, %s.",
                        MadeWorkspace.FOLDERS,
                        PathUtils.sizeOfDirectory(workspace) / MEBIBYTE,
                        machine.hardware(),
                        machine.jvm()),
                "",
                "| what | seconds | heap MiB | bar s | reached |",
                "|---|---:|---:|---:|---|"));
        steps.forEach(step -> lines.add(step.row()));
        lines.add("");
        lines.add(String.join(" ", sizes));
        return lines;
    }

    private double seconds(String what) {
        return steps.stream()
                .filter(step -> step.what().startsWith(what))
                .findFirst()
                .orElseThrow()
                .seconds();
    }

    private void measure() throws IOException {
        if (Files.exists(cache)) {
            PathUtils.deleteDirectory(cache);
        }
        step(FIRST_INDEX, 30, () -> {
            try (WorkspaceIndex index = WorkspaceIndex.open(workspace, cache)) {
                Counts counts = index.count(Filter.ALL);
                return counts.completed() + " completed, " + counts.failed() + " failed, " + counts.unreadable()
                        + " unreadable";
            }
        });
        sizes.add("The index takes " + mebibytes(PathUtils.sizeOfDirectory(cache)) + ".");
        queries();
        commands();
    }

    private void queries() {
        asked("index opened, nothing changed", Step.NO_BAR, index -> "");
        touch(MadeWorkspace.healthy(workspace, 0));
        asked("index opened, one trial changed", Step.NO_BAR, index -> "");
        try (WorkspaceIndex index = WorkspaceIndex.asItIs(workspace, cache)) {
            Filter filter = Filter.parse(FILTER);
            step("count of a filter", 1, () -> index.count(filter).trials() + " trials");
            step(
                    "list with a filter, " + PAGE + " rows",
                    1,
                    () -> index.trials(filter, Order.OF_REPORTS, 0, PAGE).size() + " rows");
            step(
                    "page 40 of all, by accuracy",
                    1,
                    () -> index.trials(Filter.ALL, Order.parse("-accuracy"), 39 * PAGE, PAGE)
                                    .size() + " rows");
            step("facets of all", 1, () -> index.facets(Filter.ALL).size() + " keys");
            step(
                    "arms with estimates, by leak, " + PAGE + " rows",
                    1,
                    () -> index.arms(Filter.ALL, Order.parse("-leak"), Measure.SSIM, 0, PAGE)
                                    .size() + " rows");
            step(
                    "trade-off of all arms",
                    1,
                    () -> index.tradeOff(Filter.ALL, Measure.SSIM, Measure.ACCURACY)
                                    .size() + " points");
            step("one trial whole", 1, () -> {
                TrialRow row = index.trials(filter, Order.OF_REPORTS, 0, 1).get(0);
                return index.trial(row.folder(), row.id())
                                .orElseThrow()
                                .scores()
                                .size() + " scores";
            });
        }
        asked(REPORT_DATA, 10, index -> index.stored(Filter.ALL).size() + " trials");
    }

    private void commands() {
        String folder = workspace.toString();
        command("command `trials --filter`", Step.NO_BAR, "trials", folder, "--filter", FILTER);
        command("command `trials --arms`", Step.NO_BAR, "trials", folder, "--arms");
        command("command `show ID`", Step.NO_BAR, "show", id(), "--out", folder);
        Path report = cache.resolve("report");
        command("command `report`", Step.NO_BAR, "report", folder, "--out", report.toString());
        try {
            sizes.add("The report's page takes " + mebibytes(Files.size(report.resolve("report.html")))
                    + ", with all its files " + mebibytes(PathUtils.sizeOfDirectory(report)) + ".");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String mebibytes(long bytes) {
        return String.format(Locale.ROOT, "%.1f MiB", bytes / MEBIBYTE);
    }

    private String id() {
        return String.valueOf(MadeWorkspace.healthy(workspace, 0).getFileName());
    }

    private void asked(String what, double bar, Function<WorkspaceIndex, String> question) {
        step(what, bar, () -> {
            try (WorkspaceIndex index = WorkspaceIndex.open(workspace, cache)) {
                return question.apply(index);
            }
        });
    }

    private void step(String what, double bar, Supplier<String> work) {
        Step step = Step.of(what, bar, work);
        System.out.println(step.row());
        steps.add(step);
    }

    /** A process of its own with the options of this one. */
    private void command(String what, double bar, String... arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), "peekbench.cli.Main"));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("PEEKBENCH_CACHE", cache.toString());
        Path printed = cache.resolve("printed");
        builder.redirectOutput(printed.toFile());
        step(what, bar, () -> {
            try {
                int code = builder.start().waitFor();
                return code == 0
                        ? ""
                        : "exit code " + code + ", " + first(printed).orElse("");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        });
        steps.set(steps.size() - 1, withoutHeap(steps.get(steps.size() - 1)));
    }

    private static Step withoutHeap(Step step) {
        return new Step(step.what(), step.seconds(), -1, step.bar());
    }

    private static Optional<String> first(Path printed) throws IOException {
        try (Stream<String> lines = Files.lines(printed)) {
            return lines.findFirst();
        }
    }

    private static void touch(Path trial) {
        try {
            Path file = trial.resolve("trial.json");
            Files.setLastModifiedTime(
                    file, FileTime.fromMillis(Files.getLastModifiedTime(file).toMillis() + 1000));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
