package peekbench;

import java.nio.file.Path;
import java.util.List;
import org.apiguardian.api.API;
import peekbench.catalogue.Catalogue;
import peekbench.plan.Plan;
import peekbench.problem.ConfigurationException;
import peekbench.report.Report;
import peekbench.result.ResultStore;
import peekbench.result.StoredTrial;
import peekbench.run.RunListener;
import peekbench.run.RunOptions;
import peekbench.run.RunPreview;
import peekbench.run.RunResult;
import peekbench.run.ScenarioRun;
import peekbench.run.SuiteResult;
import peekbench.run.SuiteRun;
import peekbench.scenario.Budget;
import peekbench.scenario.Scenario;
import peekbench.scenario.ScenarioReader;
import peekbench.scenario.ScenarioSource;
import peekbench.scenario.Variant;

/**
 * The way in for programs and notebooks; the command line goes the same way.
 *
 * <pre>{@code
 * RunResult run = Peekbench.run(Path.of("scenarios/quickstart.yaml"), RunListener.silent());
 * System.out.println(SummaryTable.of(run.trials()).text());
 * }</pre>
 *
 * <p>Everything that goes wrong with what a person wrote is a {@link peekbench.problem.ConfigurationException} with all
 * mistakes; what goes wrong with the disk is a {@link peekbench.result.file.ResultStoreException}. A trial that fails is stored as
 * failed and does not stop the others.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1.0")
public final class Peekbench {
    private Peekbench() {}

    /**
     * Reads a scenario.
     *
     * @throws peekbench.problem.ConfigurationException with every mistake in the file, each with its line
     */
    public static Scenario read(Path scenario) {
        return read(ScenarioSource.of(scenario));
    }

    /**
     * Reads a scenario of which values are replaced.
     *
     * @throws peekbench.problem.ConfigurationException with every mistake in the file and in what replaces it
     */
    public static Scenario read(ScenarioSource source) {
        return read(source, Catalogue.builtIn());
    }

    /**
     * Reads a scenario that may name what plug-ins add.
     *
     * @param catalogue what there is to name, as {@code Catalogue.of(new PluginFolders(List.of(Path.of("plug-ins"))))}
     * @throws peekbench.problem.ConfigurationException with every mistake in the file and in what replaces it; or when its axes
     *     give several scenarios
     */
    public static Scenario read(ScenarioSource source, Catalogue catalogue) {
        List<Variant> variants = new ScenarioReader(catalogue).read(source).variants();
        if (variants.size() > 1) {
            throw new ConfigurationException("The axes of " + source.file() + " give " + variants.size()
                    + " scenarios, but one is asked for. Ask for all with Peekbench.variants, or leave one value of each axis:"
                    + " ScenarioSource.with(\"training.epochs=5\").");
        }
        return variants.get(0).scenario();
    }

    /**
     * Reads the scenarios that the axes of a file give, one a combination of their values.
     *
     * @param catalogue what there is to name
     * @throws peekbench.problem.ConfigurationException with every mistake in the file and in what replaces it
     */
    public static List<Variant> variants(ScenarioSource source, Catalogue catalogue) {
        return new ScenarioReader(catalogue).read(source).variants();
    }

    /** The trials of a scenario file, over all values of its axes, and what of it cannot be together. */
    public static Plan plan(ScenarioSource source, Catalogue catalogue) {
        return Plan.of(new ScenarioReader(catalogue).read(source));
    }

    /** The trials of a scenario, and what of it cannot be together. */
    public static Plan plan(Scenario scenario) {
        return Plan.of(scenario);
    }

    /**
     * What a run of a scenario file would do and take; nothing is run or written to the result folder.
     *
     * @param listener is told of data that are fetched
     * @throws peekbench.problem.ConfigurationException with every mistake
     */
    public static RunPreview preview(ScenarioSource source, RunOptions options, RunListener listener) {
        return RunPreview.of(source, options, listener);
    }

    /**
     * What a run of all scenario files of a folder would do and take; nothing is run or written to the result folders.
     *
     * @param pattern the folder with scenarios, and what is replaced in each
     * @param budget of all together, in place of those of the scenarios unless it is unlimited
     * @param listener is told of data that are fetched
     * @throws peekbench.problem.ConfigurationException with every mistake of all files
     */
    public static RunPreview previewSuite(
            ScenarioSource pattern, Budget budget, RunOptions options, RunListener listener) {
        return RunPreview.ofSuite(pattern, budget, options, listener);
    }

    /** Runs a scenario file as {@code peekbench run FILE} does: results go to {@code results/NAME} of the working directory. */
    public static RunResult run(Path scenario, RunListener listener) {
        return run(ScenarioSource.of(scenario), RunOptions.defaults(), listener);
    }

    /**
     * Runs a scenario file. Trials that are complete in the result folder are not run again.
     *
     * @param listener is told of everything from several threads
     * @throws peekbench.problem.ConfigurationException with every mistake, before anything is trained
     * @throws peekbench.result.file.ResultStoreException when results cannot be written; those that are complete stay
     */
    public static RunResult run(ScenarioSource source, RunOptions options, RunListener listener) {
        return ScenarioRun.of(source, options, listener);
    }

    /**
     * Runs all scenario files of a folder as one plan, each into a folder of its name within the folder of the options, by default
     * {@code results}. All files are checked against their data before anything is trained.
     *
     * @param pattern the folder with scenarios, and what is replaced in each
     * @param budget of all together, in place of those of the scenarios unless it is unlimited
     * @param listener is told of everything from several threads
     * @throws peekbench.problem.ConfigurationException with every mistake of all files, or when two have one name
     */
    public static SuiteResult suite(ScenarioSource pattern, Budget budget, RunOptions options, RunListener listener) {
        return SuiteRun.of(pattern, budget, options, listener);
    }

    /**
     * Runs a scenario that a program made. It is written to {@code scenario.yaml} in the result folder, so that the command
     * line can run it again.
     *
     * @param listener is told of everything from several threads
     * @throws peekbench.problem.ConfigurationException with every mistake, before anything is trained
     * @throws peekbench.result.file.ResultStoreException when results cannot be written; those that are complete stay
     */
    public static RunResult run(Scenario scenario, RunOptions options, RunListener listener) {
        return ScenarioRun.of(scenario, options, listener);
    }

    /**
     * The results in a folder, to be queried.
     *
     * @throws peekbench.problem.ConfigurationException when there are none
     */
    public static ResultStore results(Path folder) {
        return ResultStore.openExisting(folder);
    }

    /**
     * Writes report, charts, gallery and tables of trials, which may come from several runs.
     *
     * @return the files, the one to open first at the front
     * @throws IllegalArgumentException without any trial
     * @throws peekbench.result.file.ResultStoreException when the disk refuses
     */
    public static List<Path> report(Path folder, List<StoredTrial> trials) {
        return Report.write(folder, trials, List.of());
    }
}
