package peekbench.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.apache.commons.io.file.PathUtils;
import peekbench.result.file.AtomicFile;
import peekbench.result.provenance.MachineInfo;
import peekbench.seed.Seed;

/**
 * Kills runs at random instants, gives the same command again at once, and holds what is there then to an undisturbed run:
 * {@code peekbench bench kills [KILLS [SEED [DOCUMENT]]]}. What is not as it should be is said, and its folder is kept.
 */
public final class KilledRuns {
    private static final int KILLS = 20;
    /** Small trials of each sort of work: two share a victim, and all share scores. */
    private static final String SCENARIO = """
            format: 1
            name: killed
            title: Trials of a second or two, to be killed
            data: {dataset: fashion-mnist-sample, victim-train: 320, victim-test: 60, attacker-auxiliary: 100, attacker-validation: 40}
            model: lenet5
            cuts: [pool1]
            protocols:
              - {name: vanilla-split, clients: 2}
            training: {epochs: 2, batch-size: 64, optimizer: {name: sgd, learning-rate: 0.05}}
            attacks:
              - {name: decoder, capacities: [small], epochs: 1}
            evaluation: {images: 40, bootstrap-resamples: 50, classifier-epochs: 1}
            axes:
              evaluation.permutations: [10, 20]
            seeds: [1, 2]
            """;

    private final Path work;
    private final RandomGenerator instants;
    private final StoredState undisturbed;
    private final long milliseconds;
    private int faults;

    private KilledRuns(Path work, RandomGenerator instants, StoredState undisturbed, long milliseconds) {
        this.work = work;
        this.instants = instants;
        this.undisturbed = undisturbed;
        this.milliseconds = milliseconds;
    }

    /** What is killed. */
    enum Target {
        RUN("the run"),
        TRIAL("a trial's process"),
        BOTH("the run and all its processes");

        private final String label;

        Target(String label) {
            this.label = label;
        }
    }

    /** Kills, and ends with exit code 1 where anything was not as it should be. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        int kills = arguments.length > 0 ? Integer.parseInt(arguments[0]) : KILLS;
        long seed = arguments.length > 1 ? Long.parseLong(arguments[1]) : 1;
        Path work = Files.createTempDirectory("peekbench-kills-");
        // The first run leaves its classes in the cache folder, and the second shows that nothing else differs.
        StoredState first = run(work, "first").state();
        long begun = System.nanoTime();
        StoredState second = run(work, "second").state();
        long milliseconds = (System.nanoTime() - begun) / 1_000_000;
        List<String> differences = second.differences(first);
        if (!differences.isEmpty()) {
            throw new IllegalStateException("Two undisturbed runs differ: " + differences);
        }
        PathUtils.deleteDirectory(work.resolve(RunUnderTest.RESULTS));
        KilledRuns killed = new KilledRuns(work, Seed.of(seed).child("kills").generator(), first, milliseconds);
        List<String> lines = new ArrayList<>();
        killed.report(kills, seed, lines);
        if (arguments.length > 2) {
            AtomicFile.write(Path.of(arguments[2]), file -> Files.write(file, lines, StandardCharsets.UTF_8));
        }
        if (killed.faults == 0) {
            PathUtils.deleteDirectory(work);
        }
        System.exit(killed.faults == 0 ? 0 : 1);
    }

    private static RunUnderTest run(Path work, String mark) throws IOException, InterruptedException {
        Path results = work.resolve(RunUnderTest.RESULTS);
        if (Files.exists(results)) {
            PathUtils.deleteDirectory(results);
        }
        Files.writeString(work.resolve(RunUnderTest.SCENARIO), SCENARIO);
        RunUnderTest run = new RunUnderTest(work, mark);
        int code = run.ended();
        if (code != 0) {
            throw new IllegalStateException("An undisturbed run ended with " + code + "; see " + work);
        }
        return run;
    }

    private void report(int kills, long seed, List<String> lines) throws IOException, InterruptedException {
        MachineInfo machine = MachineInfo.current();
        say(lines, "# What is left of runs that are killed");
        say(lines, "");
        say(
                lines,
                String.format(
                        Locale.ROOT,
                        "A run of %d trials, %.1f s long when nobody disturbs it, is killed with SIGKILL at random instants, and the"
                                + " same command is given again at once. Made by `./peekbench bench kills %d %d` on %s, %s.",
                        undisturbed.trials(),
                        milliseconds / 1e3,
                        kills,
                        seed,
                        machine.hardware(),
                        machine.jvm()));
        say(lines, "");
        say(
                lines,
                "| killed | times | complete at the kill | lost | run twice | differ | left over | orphans | longest orphan s |");
        say(lines, "|---|---:|---|---:|---:|---:|---:|---:|---:|");
        Map<Target, KillTally> tallies = new EnumMap<>(Target.class);
        for (int n = 0; n < kills; n++) {
            for (Target target : Target.values()) {
                kill(target, n, tallies.computeIfAbsent(target, any -> new KillTally()));
            }
        }
        tallies.forEach((target, tally) -> say(lines, "| " + target.label + " | " + tally.cells() + " |"));
    }

    private void kill(Target target, int number, KillTally tally) throws IOException, InterruptedException {
        Path results = work.resolve(RunUnderTest.RESULTS);
        RunUnderTest run = new RunUnderTest(work, target + "-" + number);
        Thread.sleep(1 + instants.nextLong(milliseconds));
        int chosen = instants.nextInt(Integer.MAX_VALUE);
        switch (target) {
            case RUN -> run.kill();
            case TRIAL -> run.killTrial(chosen);
            case BOTH -> run.killAll();
        }
        if (target == Target.TRIAL) {
            run.ended();
        }
        Map<String, String> atTheKill = StoredState.complete(results);
        RunUnderTest again = new RunUnderTest(work, target + "-" + number + "-again");
        int code = again.ended();
        List<String> found = new ArrayList<>();
        if (code != 0) {
            found.add("the same command ended with " + code);
        }
        double seconds = run.secondsUntilGone();
        tally.add(undisturbed, atTheKill, StoredState.of(results), seconds, found);
        if (found.isEmpty()) {
            System.err.println(
                    target.label + ", " + number + ": " + atTheKill.size() + " complete at the kill, all well");
            PathUtils.deleteDirectory(results);
            return;
        }
        faults++;
        Path kept = work.resolve("fault-" + faults);
        Files.move(results, kept);
        System.err.println(target.label + ", " + number + ": " + String.join("; ", found) + ". Kept: " + kept);
    }

    private static void say(List<String> lines, String line) {
        System.out.println(line);
        lines.add(line);
    }
}
