package peekbench.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The code of docs/extending.md is cut out of examples/, which the build compiles and runs, and the scenarios of
 * docs/your-data.md and docs/your-networks.md are those of scenarios/your-own, which tests run. With
 * {@code -Dpeekbench.write=docs} it is written; otherwise it is compared with what is there.
 */
class CodeBlocksTest {
    private static final boolean WRITE = "docs".equals(System.getProperty("peekbench.write"));

    /** A comment that names a file and maybe a region of it, and the block below. */
    private static final Pattern BLOCK =
            Pattern.compile("<!-- ((?:examples|scenarios)/\\S+)(?: (\\S+))? -->\n```(\\w+)\n(.*?)```", Pattern.DOTALL);

    @ParameterizedTest
    @CsvSource({"docs/extending.md, 6", "docs/your-data.md, 3", "docs/your-networks.md, 2"})
    void theCodeIsThatOfTheExamples(String document, int least) {
        Path file = Project.ROOT.resolve(document);
        String there = Project.read(file);
        String made = BLOCK.matcher(there)
                .replaceAll(block ->
                        Matcher.quoteReplacement(there.substring(block.start(), block.start(4)) + code(block) + "```"));

        assertThat(BLOCK.matcher(there).results()).hasSizeGreaterThanOrEqualTo(least);
        if (WRITE) {
            Project.write(file, made);
            return;
        }
        assertThat(there)
                .as(document
                        + " shows other code than the files that it names; to write it anew: mvn -q -pl ui -am test"
                        + " -Dtest=CodeBlocksTest -Dsurefire.failIfNoSpecifiedTests=false -Dpeekbench.write=docs")
                .isEqualTo(made);
    }

    private static String code(MatchResult block) {
        String source = Project.read(Project.ROOT.resolve(block.group(1)));
        return block.group(2) == null ? source : region(source, block.group(2));
    }

    /** The lines between {@code // region NAME} and {@code // endregion}, moved to the left edge. */
    private static String region(String source, String name) {
        List<String> lines = source.lines().toList();
        int start = indexOf(lines, "// region " + name, 0) + 1;
        List<String> inside = lines.subList(start, indexOf(lines, "// endregion", start));
        int margin = inside.stream()
                .filter(line -> !line.isBlank())
                .mapToInt(line -> line.length() - line.stripLeading().length())
                .min()
                .orElse(0);
        return inside.stream()
                .map(line -> line.isBlank() ? "\n" : line.substring(margin) + "\n")
                .collect(Collectors.joining());
    }

    private static int indexOf(List<String> lines, String mark, int from) {
        for (int line = from; line < lines.size(); line++) {
            if (lines.get(line).strip().equals(mark)) {
                return line;
            }
        }
        throw new AssertionError("There is no line (" + mark + ") in the example");
    }
}
