package peekbench.engine;

import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;
import org.nd4j.linalg.factory.Nd4j;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import peekbench.catalogue.Catalogue;
import peekbench.catalogue.PluginFolders;
import peekbench.data.catalogue.DataCatalogue;
import peekbench.data.catalogue.DatasetProvider;
import peekbench.event.Event;
import peekbench.event.EventJson;
import peekbench.event.ProcessEvent;
import peekbench.metric.MetricProvider;
import peekbench.plan.Plan;
import peekbench.plan.TrialPlan;
import peekbench.result.Beginning;
import peekbench.result.ResultStore;
import peekbench.result.StoredTrial;
import peekbench.result.TrialWriter;
import peekbench.result.file.ResultStoreException;
import peekbench.result.provenance.MachineInfo;
import peekbench.result.provenance.Provenance;
import peekbench.scenario.Scenario;
import peekbench.scenario.ScenarioData;
import peekbench.scenario.ScenarioReader;
import peekbench.trial.TrialReporter;
import peekbench.trial.TrialRunner;

/**
 * The program of a trial process: reads {@link ProcessOrder} lines from standard input, prints events on standard output, and
 * does one trial after another until one is its last or does not complete. It ends at once, leaving nothing of an open trial,
 * when its input does: its run is gone then, or wants it gone.
 */
public final class TrialProcess {
    private static final Logger LOG = LoggerFactory.getLogger(TrialProcess.class);

    private final PrintStream lines;
    private final OrderQueue orders;

    private TrialProcess(PrintStream lines, OrderQueue orders) {
        this.lines = lines;
        this.orders = orders;
    }

    /** Runs until its last trial is done. */
    public static void main(String[] arguments) {
        PrintStream lines = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        // Whatever else prints must not come between events.
        System.setOut(new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8));
        OrderQueue orders = OrderQueue.of(new BufferedReader(
                new InputStreamReader(new FileInputStream(FileDescriptor.in), StandardCharsets.UTF_8)));
        int code = new TrialProcess(lines, orders).work();
        // Not by System.exit: nothing is open, and native threads that hang must not keep the process.
        Runtime.getRuntime().halt(code);
    }

    private int work() {
        try {
            Bench bench = prepared((ProcessOrder.Prepare) orders.take());
            for (boolean goesOn = true; goesOn; ) {
                ProcessOrder order = orders.take();
                if (order instanceof ProcessOrder.Prepare prepare) {
                    bench = prepared(prepare);
                } else {
                    goesOn = run(bench, (ProcessOrder.Trial) order);
                }
            }
            return 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 1;
        } catch (ResultStoreException e) {
            LOG.error("The result cannot be written", e);
            say(new ProcessEvent.Unwritten(EventJson.now(), String.valueOf(e.getMessage())));
            return 1;
        } catch (RuntimeException | Error e) {
            LOG.error("The trial could not be done", e);
            say(new ProcessEvent.Unfit(EventJson.now(), String.valueOf(e.getMessage())));
            return 1;
        }
    }

    private Bench prepared(ProcessOrder.Prepare order) {
        Bench bench = Bench.of(order);
        say(new ProcessEvent.Ready(EventJson.now()));
        return bench;
    }

    /** Whether another trial may follow. */
    private boolean run(Bench bench, ProcessOrder.Trial order) throws InterruptedException {
        Path results = Path.of(order.results());
        TrialReporter reporter =
                new TrialReporter(ProcessHandle.current().pid(), order.attempt(), plan -> order.name(), this::say);
        TrialPlan plan = bench.plan(order);
        StoredTrial stored = stored(
                order,
                results,
                writer -> new TrialRunner(
                                scenario -> bench.data(),
                                bench.catalogue().of(MetricProvider.KIND).providers(),
                                reporter,
                                results)
                        .run(plan, writer));
        orders.nothingIsOpen();
        say(TrialEnds.of(order.name(), stored));
        if (order.last() || !stored.completed()) {
            return false;
        }
        // Arrays outside the Java heap go with their small objects on it.
        System.gc();
        return true;
    }

    private StoredTrial stored(ProcessOrder.Trial order, Path results, Function<TrialWriter, StoredTrial> work)
            throws InterruptedException {
        Provenance provenance = order.provenance().on(MachineInfo.current());
        Beginning beginning = ResultStore.open(results).beginWaiting(order.key(), provenance, order.existing());
        if (beginning instanceof Beginning.Complete complete) {
            return complete.trial();
        }
        TrialWriter writer = ((Beginning.Writing) beginning).writer();
        orders.whenTheyEnd(writer::close);
        return work.apply(writer);
    }

    /** On a line of its own, even where native code printed half a line. */
    private void say(Event event) {
        synchronized (lines) {
            lines.print("\n" + EventJson.line(event) + "\n");
            lines.flush();
        }
    }

    /** What is prepared before a trial is known. */
    private record Bench(ScenarioReader reader, Catalogue catalogue, Scenario scenario, ScenarioData data) {
        static Bench of(ProcessOrder.Prepare order) {
            Catalogue catalogue = Catalogue.of(PluginFolders.of(Optional.of(order.plugins())));
            ScenarioReader reader = new ScenarioReader(catalogue);
            Scenario scenario =
                    reader.parse("scenario", order.scenario().toString()).scenario();
            DataCatalogue datasets = DataCatalogue.of(
                    catalogue.of(DatasetProvider.KIND),
                    order.data().map(Path::of),
                    order.mirror().map(URI::create));
            ScenarioData data = scenario.data().load(datasets, (file, bytes, total) -> {});
            // So that what waits has started the engine too.
            Nd4j.getExecutioner().commit();
            return new Bench(reader, catalogue, scenario, data);
        }

        TrialPlan plan(ProcessOrder.Trial order) {
            Scenario point = reader.parse(
                            "trial", order.provenance().scenario().point().toString())
                    .scenario();
            return Plan.of(scenario).trials().stream()
                    .filter(trial -> trial.point().equals(point))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("The scenario of this process has no trial "
                            + order.key().id()));
        }
    }
}
