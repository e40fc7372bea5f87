package peekbench.cluster;

import com.google.auto.service.AutoService;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import peekbench.engine.EngineJob;
import peekbench.engine.EngineProvider;
import peekbench.engine.ProcessFactory;
import peekbench.engine.Processes;
import peekbench.engine.QueuedTrial;
import peekbench.engine.TrialCommand;
import peekbench.engine.TrialEngine;
import peekbench.engine.TrialLimits;
import peekbench.problem.ConfigurationException;
import peekbench.registry.Name;
import peekbench.registry.Summary;
import peekbench.result.StoredTrial;

/**
 * Runs each trial in a process of its own on some worker of an Apache Spark cluster. What becomes of a process is decided as on
 * one machine; the loss of a worker is Spark's affair, which begins the task anew elsewhere. Then the trial's lock decides
 * between the new process and one that has not heard yet that it is alone.
 */
@Name(EngineProvider.SPARK)
@Summary("a trial a task of an Apache Spark cluster, which starts the trial's process on a worker")
final class SparkEngine implements TrialEngine {
    /** Threads that wait for the cluster, which runs as many trials as it has room for. */
    private static final int MOST_SIDE_BY_SIDE = 1_000;

    /** Where trial processes find Peekbench: the launcher's class path without Spark. */
    static final String CLASS_PATH = "peekbench.trial-class-path";

    private final String master;
    private final BiFunction<TrialLimits, String, TrialCommand> commands;

    /** Offers it. */
    @AutoService(EngineProvider.class)
    public static final class Provider implements EngineProvider {
        @Override
        public Class<?> described() {
            return SparkEngine.class;
        }

        /** On the cluster that {@code spark-submit} names. */
        @Override
        public TrialEngine engine() {
            return engine(Optional.ofNullable(System.getProperty("spark.master"))
                    .orElseThrow(() -> new ConfigurationException("--engine " + SPARK
                            + " needs the address of a cluster. Add --master spark://HOST:7077, or what else Spark"
                            + " takes.")));
        }

        @Override
        public TrialEngine engine(String master) {
            return new SparkEngine(master, TrialCommand::of);
        }
    }

    /** @param commands makes of limits and a class path what starts a trial process */
    SparkEngine(String master, BiFunction<TrialLimits, String, TrialCommand> commands) {
        this.master = master;
        this.commands = commands;
    }

    @Override
    public List<String> words() {
        return List.of("--engine", EngineProvider.SPARK, "--master", master);
    }

    @Override
    public int sideBySide() {
        return MOST_SIDE_BY_SIDE;
    }

    @Override
    public List<StoredTrial> run(List<QueuedTrial> trials, EngineJob job) {
        try (Cluster cluster = Cluster.connect(master)) {
            try {
                return new Processes(limits -> processes(cluster, limits, job))
                        .run(trials, there(trials, job, cluster));
            } catch (IllegalStateException e) {
                cluster.checkThere();
                throw e;
            }
        }
    }

    /** The time limit is kept where the process runs: a trial that waits for a worker takes none of its time. */
    private static EngineJob there(List<QueuedTrial> trials, EngineJob job, Cluster cluster) {
        return new EngineJob(
                job.existing(),
                job.catalogue(),
                job.sources(),
                job.data(),
                job.provenance(),
                job.workers(),
                new TrialLimits(job.limits().megabytes(), Optional.empty()),
                job.logs(),
                new ClusterControl(job.control(), cluster, trials),
                job.events());
    }

    private ProcessFactory processes(Cluster cluster, TrialLimits limits, EngineJob job) {
        TrialCommand command =
                commands.apply(limits, System.getProperty(CLASS_PATH, System.getProperty("java.class.path")));
        Map<String, String> environment = new HashMap<>(command.environment());
        System.getenv().forEach((name, value) -> {
            if (name.startsWith("PEEKBENCH_")) {
                environment.put(name, value);
            }
        });
        String folder = Path.of("").toAbsolutePath().toString();
        long seconds =
                job.limits().time().map(time -> Math.max(1, time.toSeconds())).orElse(0L);
        return log -> new ClusterProcess(
                cluster,
                orders -> new ProcessCall(command.arguments(), Map.copyOf(environment), folder, orders, seconds),
                log);
    }
}
