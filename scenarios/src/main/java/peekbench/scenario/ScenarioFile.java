package peekbench.scenario;

import java.util.List;
import java.util.function.Function;
import org.apiguardian.api.API;
import peekbench.binding.Axes;
import peekbench.binding.YamlDocument;
import peekbench.problem.ConfigurationException;
import peekbench.problem.Problem;

/** A scenario together with the text it was read from, so that mistakes found later have a line too. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1.0")
public final class ScenarioFile {
    private final List<Read> read;
    private final List<Axes.Excluded> excluded;

    /** A variant and the text with its values. */
    record Read(YamlDocument document, Variant variant) {}

    ScenarioFile(List<Read> read, List<Axes.Excluded> excluded) {
        this.read = List.copyOf(read);
        this.excluded = List.copyOf(excluded);
    }

    /** The scenario; of one with axes that of the first combination of their values. */
    public Scenario scenario() {
        return read.get(0).variant().scenario();
    }

    /** The scenarios that the axes give, in their order, at least one. */
    public List<Variant> variants() {
        return read.stream().map(Read::variant).toList();
    }

    /** Whether the file has axes. */
    public boolean hasAxes() {
        return variants().stream().anyMatch(variant -> !variant.values().isEmpty());
    }

    /** Combinations of the axes' values that the scenario leaves out. */
    public List<Axes.Excluded> excluded() {
        return excluded;
    }

    /**
     * Checks what is known only when the data are.
     *
     * @param data of each variant
     * @throws ConfigurationException with every mistake and its line
     */
    public void checkAgainst(Function<Scenario, ScenarioData> data) {
        VariantProblems problems = new VariantProblems();
        for (Read one : read) {
            Scenario scenario = one.variant().scenario();
            problems.add(
                    one.variant().values(),
                    one.document().locate(ScenarioCheck.against(scenario, data.apply(scenario))));
        }
        List<Problem> list = problems.list();
        if (!list.isEmpty()) {
            throw new ConfigurationException(list);
        }
    }

    /**
     * Checks what is known only when the data are, where all variants have the same.
     *
     * @throws ConfigurationException with every mistake and its line
     */
    public void checkAgainst(ScenarioData data) {
        checkAgainst(scenario -> data);
    }
}
