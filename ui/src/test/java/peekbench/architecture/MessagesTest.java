package peekbench.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import peekbench.evaluation.Reference;
import peekbench.metric.Metric;
import peekbench.processor.Processor;
import peekbench.scenario.ScenarioReader;

/** What messages tell people to write into a scenario can be written there. */
class MessagesTest {
    private static final Pattern COMMENT = Pattern.compile("/\\*.*?\\*/|(?m:^\\s*//.*$)", Pattern.DOTALL);
    private static final Pattern JOIN = Pattern.compile("\"\\s*\\+\\s*\"");
    private static final Pattern LITERAL = Pattern.compile("\"((?:[^\"\\\\\n]|\\\\.)*)\"");
    /** Neither an option of the command line, nor a part of a path, an address or a name of a file. */
    private static final Pattern NAME =
            Pattern.compile("(?<![\\w./@$-])[a-z][a-z0-9]*(?:-[a-z0-9]+)+(?![\\w./-]*[/.]\\w)(?!\\w)");

    private static final Pattern KEY =
            Pattern.compile("(?<![\\w./-])(data|training|evaluation|store|budget)\\.([a-z-]++)(?!\\w|/|\\.\\w)");
    /** Hyphenated words of plain English and names of the world outside; everything else in messages is a name of ours. */
    private static final Set<String> WORDS = Set.of(
            "apt-get",
            "auto-service",
            "bias-corrected",
            "black-box",
            "channel-wise",
            "check-ups",
            "class-balanced",
            "cross-entropy",
            "epsilon-differential",
            "fixed-point",
            "floating-point",
            "h-3", // a line of a drawing
            "k-means",
            "label-flip",
            "libgtk-3-0",
            "libpangoft2-1",
            "little-endian",
            "mnist-split",
            "my-attack",
            "my-pictures",
            "my-plugins",
            "non-members",
            "one-time",
            "peekbench-cluster",
            "plug-in",
            "plug-ins",
            "pre-trains",
            "query-free",
            "report-of-vanilla-split",
            "short-term",
            "signal-to-noise",
            "sub-folder",
            "trade-off",
            "trained-on",
            "two-dimensional",
            "two-party",
            "vanilla-split-5-pool1-undefended-seed1",
            "white-box",
            "whole-number",
            "xvfb-run",
            "yaml-language-server");
    /** Words that are a name of ours only without what follows. */
    private static final Pattern IN_WORDS = Pattern.compile("semi-supervised (split|training)");

    private static Set<String> names() {
        Set<String> names = new HashSet<>();
        collect(ScenarioReader.builtIn().schema(), names);
        names.addAll(Metric.labels());
        Processor.all().forEach(processor -> names.add(processor.name()));
        for (Reference reference : Reference.values()) {
            names.add(reference.label());
        }
        return names;
    }

    /** Every key and every word that may stand somewhere. */
    private static void collect(JsonNode schema, Set<String> names) {
        if (schema.isTextual()) {
            names.add(schema.textValue());
        }
        schema.fieldNames().forEachRemaining(names::add);
        schema.forEach(part -> collect(part, names));
    }

    private static List<String> messages(Path file) {
        String code =
                JOIN.matcher(COMMENT.matcher(Project.read(file)).replaceAll("")).replaceAll("");
        return LITERAL.matcher(code)
                .results()
                .map(literal -> literal.group(1))
                .filter(text -> text.contains(" "))
                .toList();
    }

    private static List<Path> sources() {
        return Project.HOUSES.stream()
                .flatMap(house -> Project.files(Project.sources(house), ".java").stream())
                .toList();
    }

    @Test
    void everyNameInAMessageExists() {
        Set<String> known = names();
        assertThat(known).contains("vanilla-split", "attacker-auxiliary", "client-losses", "ssim");
        TreeMap<String, String> unknown = new TreeMap<>();
        int seen = 0;
        for (Path file : sources()) {
            for (String message : messages(file)) {
                Matcher names = NAME.matcher(IN_WORDS.matcher(message).replaceAll(""));
                while (names.find()) {
                    seen++;
                    if (!known.contains(names.group()) && !WORDS.contains(names.group())) {
                        unknown.put(names.group(), file.getFileName() + ": " + message);
                    }
                }
            }
        }
        assertThat(seen).isGreaterThan(100);
        assertThat(unknown).isEmpty();
    }

    @Test
    void everyKeyInAMessageStandsInAScenario() {
        JsonNode schema = ScenarioReader.builtIn().schema();
        Set<String> unknown = new TreeSet<>();
        int seen = 0;
        for (Path file : sources()) {
            for (String message : messages(file)) {
                for (MatchResult key : KEY.matcher(message).results().toList()) {
                    seen++;
                    if (!keys(schema, key.group(1)).contains(key.group(2))) {
                        unknown.add(file.getFileName() + ": " + key.group());
                    }
                }
            }
        }
        assertThat(seen).isGreaterThan(20);
        assertThat(unknown).isEmpty();
    }

    private static Set<String> keys(JsonNode schema, String part) {
        Set<String> keys = new HashSet<>();
        schema.path("properties")
                .path(part)
                .findValues("properties")
                .forEach(properties -> properties.fieldNames().forEachRemaining(keys::add));
        return keys;
    }
}
