package peekbench.problem;

import java.util.List;
import java.util.stream.Collectors;
import org.apiguardian.api.API;

/** What a user asked for cannot be done; carries every mistake that was found, not only the first. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1.0")
public final class ConfigurationException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<Problem> problems;

    public ConfigurationException(List<Problem> problems) {
        super(problems.stream().map(Problem::toString).collect(Collectors.joining(System.lineSeparator())));
        this.problems = List.copyOf(problems);
    }

    /** A single mistake that has no place in a configuration, for example a missing file. */
    public ConfigurationException(String message) {
        this(List.of(new Problem("", message)));
    }

    public List<Problem> problems() {
        return problems;
    }
}
