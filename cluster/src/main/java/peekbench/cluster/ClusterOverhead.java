package peekbench.cluster;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.commons.io.file.PathUtils;
import org.apache.spark.api.java.function.Function;
import peekbench.Peekbench;
import peekbench.cluster.loopback.StandaloneCluster;
import peekbench.engine.EngineProvider;
import peekbench.engine.TrialEngine;
import peekbench.engine.TrialLimits;
import peekbench.problem.ConfigurationException;
import peekbench.result.StoredTrial;
import peekbench.result.file.AtomicFile;
import peekbench.result.provenance.MachineInfo;
import peekbench.run.RunListener;
import peekbench.run.RunOptions;
import peekbench.scenario.ScenarioSource;

/**
 * What a cluster adds to a trial, on two workers of this machine that it starts: {@code peekbench bench cluster [DOCUMENT]}
 * in the project's folder. The table goes between two marks of the document.
 */
public final class ClusterOverhead {
    private static final int TASKS = 10_000;
    private static final int TRIALS = 12;
    private static final int SIDE_BY_SIDE = 2;
    private static final Path SCENARIO = Path.of("scenarios", "quickstart.yaml");
    private static final String BEGIN = "<!-- overhead:begin -->\n";
    private static final String END = "<!-- overhead:end -->";

    private final Path folder;
    private final String master;
    private final List<String> rows = new ArrayList<>();

    private ClusterOverhead(Path folder, String master) {
        this.folder = folder;
        this.master = master;
    }

    /** A task that does nothing. */
    private record Nothing() implements Function<Integer, Integer> {
        @Override
        public Integer call(Integer number) {
            return number;
        }
    }

    /** Measures; the argument is the document to write to, if any. */
    public static void main(String[] arguments) throws Exception {
        if (!Files.isRegularFile(SCENARIO)) {
            throw new ConfigurationException("There is no " + SCENARIO + " here; run this in the project's folder.");
        }
        Path folder = Files.createTempDirectory("peekbench-cluster-");
        StandaloneCluster.properties().forEach(System::setProperty);
        try (StandaloneCluster cluster = new StandaloneCluster(folder.resolve("nodes"))) {
            String table = new ClusterOverhead(folder, cluster.address()).table();
            System.out.println(table);
            if (arguments.length > 0) {
                quote(Path.of(arguments[0]), table);
            }
        } finally {
            PathUtils.deleteDirectory(folder);
        }
        System.exit(0);
    }

    private static void quote(Path document, String table) throws IOException {
        String text = Files.readString(document);
        int begin = text.indexOf(BEGIN);
        int end = text.indexOf(END);
        if (begin < 0 || end < begin) {
            throw new ConfigurationException(document + " has no place for the table. Write " + BEGIN.strip() + " and "
                    + END + " where it goes.");
        }
        String quoted = text.substring(0, begin + BEGIN.length()) + table + "\n" + text.substring(end);
        AtomicFile.write(document, file -> Files.writeString(file, quoted, StandardCharsets.UTF_8));
    }

    private String table() throws Exception {
        tasks();
        double here = trials(EngineProvider.named(EngineProvider.PROCESSES).engine(), "here");
        row("a trial of the quickstart's quick version, `--engine processes`", here);
        double there = trials(EngineProvider.named(EngineProvider.SPARK).engine(master), "there");
        row("the same, `--engine spark` with two workers of this machine", there);
        row("so a cluster adds to each trial", there - here);
        MachineInfo machine = MachineInfo.current();
        return "| what | seconds |\n|---|---:|\n" + String.join("\n", rows)
                + "\n\nMade by `./peekbench bench cluster` on "
                + machine.hardware() + ", " + machine.jvm() + "; trials are " + TRIALS + ", " + SIDE_BY_SIDE
                + " side by side, and their times what both engines took over all of them by " + TRIALS
                + ", the connection to the cluster included.";
    }

    private void row(String what, double seconds) {
        rows.add(String.format(Locale.ROOT, "| %s | %.3f |", what, seconds));
    }

    private void tasks() throws Exception {
        long start = System.nanoTime();
        try (Cluster cluster = Cluster.connect(master)) {
            row("connection to the master", since(start));
            cluster.slots().acquire();
            row("until the first worker has room", since(start));
            cluster.slots().release();
            String what = String.format(Locale.ROOT, "%,d tasks that do nothing, one by one as trials are", TASKS);
            row(what + ", cold", all(cluster));
            row(what + ", warm", all(cluster));
        }
    }

    private static double all(Cluster cluster) throws Exception {
        long start = System.nanoTime();
        ExecutorService executor = Executors.newFixedThreadPool(SIDE_BY_SIDE * 2);
        try {
            List<Future<Integer>> tasks = new ArrayList<>();
            for (int i = 0; i < TASKS; i++) {
                tasks.add(executor.submit(() -> one(cluster)));
            }
            for (Future<Integer> task : tasks) {
                task.get();
            }
            return since(start);
        } finally {
            executor.shutdownNow();
        }
    }

    private static int one(Cluster cluster) throws Exception {
        cluster.slots().acquire();
        try {
            return cluster.begin(new Nothing(), -1, new Deaf()).get().get(0);
        } finally {
            cluster.slots().release();
        }
    }

    private record Deaf() implements TaskHearer {
        @Override
        public void heard(long task, List<String> lines) {}

        @Override
        public void over() {}
    }

    private double trials(TrialEngine engine, String name) {
        RunOptions options = RunOptions.defaults()
                .withFolder(folder.resolve(name))
                .withThreads(SIDE_BY_SIDE)
                .withEngine(engine, TrialLimits.none());
        StringBuilder seeds = new StringBuilder("seeds=[1");
        for (int seed = 2; seed <= TRIALS; seed++) {
            seeds.append(", ").append(seed);
        }
        ScenarioSource source =
                ScenarioSource.of(SCENARIO).inQuick().with("defenses=[[]]").with(seeds + "]");
        long start = System.nanoTime();
        List<StoredTrial> stored =
                Peekbench.run(source, options, RunListener.silent()).trials();
        double seconds = since(start) / TRIALS;
        if (stored.size() != TRIALS || !stored.stream().allMatch(StoredTrial::completed)) {
            throw new IllegalStateException("Not all trials completed in " + folder.resolve(name));
        }
        return seconds;
    }

    private static double since(long start) {
        return (System.nanoTime() - start) / 1e9;
    }
}
