package peekbench.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Every link of the documents leads somewhere, every picture is shown, and every command names files that there are. */
class DocumentsTest {
    private static final Pattern ELSEWHERE = Pattern.compile("(https?|mailto):.*");
    private static final Pattern OUR_FILE = Pattern.compile(
            "(?<![\\w/.-])(?:scenarios|docs|src|attacks|defenses|ui|bench|examples)/[\\w./-]*\\.(?:yaml|md|py|java|svg|png)");
    private static final List<Document> DOCUMENTS = Document.all();

    @Test
    void linksLeadSomewhere() {
        List<String> dead = new ArrayList<>();
        for (Document document : DOCUMENTS) {
            for (String link : document.links()) {
                if (!ELSEWHERE.matcher(link).matches() && !leadsSomewhere(document, link)) {
                    dead.add(document.name() + " -> " + link);
                }
            }
        }
        assertThat(DOCUMENTS).as("documents").hasSizeGreaterThan(10);
        assertThat(dead).as("links to files or headings that are not there").isEmpty();
    }

    @Test
    void everyPageIsReachedFromTheReadme() {
        Set<Path> reached = new TreeSet<>();
        Deque<Path> next = new ArrayDeque<>(List.of(Project.ROOT.resolve("README.md")));
        while (!next.isEmpty()) {
            Document document = Document.of(next.remove());
            for (String link : document.links()) {
                Path target = target(document, link);
                if (link.contains(".md") && Files.isRegularFile(target) && reached.add(target)) {
                    next.add(target);
                }
            }
        }
        assertThat(without(reached, Project.files(Project.ROOT.resolve("docs"), ".md")))
                .as("pages of docs that no page links to; docs/index.md is a good place")
                .isEmpty();
    }

    @Test
    void picturesAreShown() {
        Set<Path> shown = new TreeSet<>();
        for (Document document : DOCUMENTS) {
            document.pictures().forEach(picture -> shown.add(target(document, picture)));
        }
        assertThat(without(shown, Project.files(Project.ROOT.resolve("docs/images"), "")))
                .as("pictures of docs/images that no document shows")
                .isEmpty();
    }

    @Test
    void picturesSayWhatOneSees() {
        List<String> silent = new ArrayList<>();
        Pattern picture = Pattern.compile("!\\[(?![^\\]]* [^\\]]* )[^\\]]*\\]");
        for (Document document : DOCUMENTS) {
            if (picture.matcher(Project.read(document.file)).find()) {
                silent.add(document.name());
            }
        }
        assertThat(silent)
                .as("documents with a picture that has not even three words for who cannot see it")
                .isEmpty();
    }

    @Test
    void commandsNameFilesThatThereAre() {
        List<String> missing = new ArrayList<>();
        for (Document document : DOCUMENTS) {
            for (String code : document.code()) {
                Matcher named = OUR_FILE.matcher(code);
                while (named.find()) {
                    boolean built = named.group().contains("/target/");
                    if (!built && !Files.exists(Project.ROOT.resolve(named.group()))) {
                        missing.add(document.name() + ": " + named.group());
                    }
                }
            }
        }
        assertThat(missing)
                .as("files that documents name as code and that are not there")
                .isEmpty();
    }

    /** Names of the files that are not among those that were found. */
    private static List<String> without(Set<Path> found, List<Path> files) {
        return files.stream()
                .filter(file -> !found.contains(file))
                .map(file -> Project.ROOT.relativize(file).toString())
                .toList();
    }

    private static boolean leadsSomewhere(Document document, String link) {
        Path target = target(document, link);
        int hash = link.indexOf('#');
        return Files.exists(target)
                && (hash < 0 || Document.of(target).anchors().contains(link.substring(hash + 1)));
    }

    private static Path target(Document document, String link) {
        String path = link.split("#", -1)[0];
        return path.isEmpty()
                ? document.file
                : document.file.resolveSibling(path).normalize();
    }
}
