package peekbench.data.inspect;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import peekbench.data.Dataset;
import peekbench.data.LoadProgress;
import peekbench.data.format.OwnData;

/**
 * What a file or folder would be as a data set.
 *
 * @param path what was looked at
 * @param kind the key of a scenario's data that reads it, such as {@code image-folder}
 * @param facts what it holds
 * @param remarks what a person should know of it, a sentence each
 * @param lines of a scenario that would read it
 */
public record Inspection(String path, String kind, List<Fact> facts, List<String> remarks, List<String> lines) {
    public Inspection {
        facts = List.copyOf(facts);
        remarks = List.copyOf(remarks);
        lines = List.copyOf(lines);
    }

    /**
     * One thing that is known.
     *
     * @param name what it is
     * @param value for a person
     */
    public record Fact(String name, String value) {}

    /**
     * Looks at a path and reads all that it holds.
     *
     * @throws peekbench.problem.ConfigurationException when there is nothing that could be a data set, or it is damaged; says how
     *     to mend it
     */
    public static Inspection of(Path path, LoadProgress progress) {
        Guess guess = Guess.of(path, progress);
        OwnData data = guess.data();
        Dataset loaded = data.load(data.fileName(), progress);
        List<Fact> facts = new ArrayList<>(guess.facts());
        DatasetFacts known = DatasetFacts.of(loaded);
        facts.addAll(known.facts());
        List<String> remarks = new ArrayList<>(guess.remarks());
        remarks.addAll(loaded.remarks());
        remarks.addAll(known.remarks());
        List<String> lines = new ArrayList<>();
        lines.add("data:");
        lines.add("  " + guess.kind() + ": {" + String.join(", ", guess.options()) + "}");
        Division.of(loaded.parts()).lines().forEach(line -> lines.add("  " + line));
        return new Inspection(path.toString(), guess.kind(), facts, remarks, lines);
    }
}
