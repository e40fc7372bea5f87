package peekbench.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.CustomNode;
import org.commonmark.node.Heading;
import org.commonmark.node.Image;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.StrongEmphasis;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A page of results opens with what was found, and says no figure that its quoted tables do not have. */
class ResultPagesTest {
    private static final Pattern SECTION = Pattern.compile("section \\d+\\.\\d+");
    private static final Pattern DECIMAL = Pattern.compile("(?<![\\w.])-?\\d*\\.\\d+");

    static Stream<Document> pages() {
        return Stream.of("docs/papers", "docs/studies")
                .flatMap(folder -> Project.files(Project.ROOT.resolve(folder), ".md").stream())
                .map(Document::of);
    }

    @Test
    void thereArePages() {
        assertThat(pages()).hasSizeGreaterThan(10);
    }

    @ParameterizedTest
    @MethodSource("pages")
    void aPageOpensWithWhatWasFoundAndEndsWithItsTables(Document page) {
        assertThat(page.blocks().get(0))
                .as("%s begins with its title", page.name())
                .isInstanceOf(Heading.class);
        List<Node> opening = opening(page);
        assertThat(opening)
                .as("%s says in bold what was found before its first section", page.name())
                .anyMatch(block -> block instanceof Paragraph && block.getFirstChild() instanceof StrongEmphasis);
        assertThat(page.pictures().isEmpty()
                        || opening.stream().anyMatch(block -> block.getFirstChild() instanceof Image))
                .as("%s shows its first picture before its first section", page.name())
                .isTrue();
        assertThat(page.quoted()).as("%s quotes a result", page.name()).contains("Made by `./peekbench run ");
    }

    @ParameterizedTest
    @MethodSource("pages")
    void figuresOfTheVerdictStandInTheQuotedTables(Document page) {
        Set<String> known = decimals(page.quoted());
        known.addAll(decimals(String.join(" ", cells(page, true))));
        Set<String> said = new TreeSet<>();
        opening(page).forEach(block -> said.addAll(decimals(Document.words(block))));
        said.addAll(decimals(String.join(" ", cells(page, false))));
        said.removeAll(known);
        assertThat(said)
                .as(
                        "figures that %s says in its verdict or as obtained, and that no quoted table of it has",
                        page.name())
                .isEmpty();
    }

    /** The first page of all says figures of the quickstart's tables only. */
    @Test
    void theReadmeSaysFiguresOfTheQuickstart() {
        Document readme = Document.of(Project.ROOT.resolve("README.md"));
        Document quickstart = Document.of(Project.ROOT.resolve("docs/quickstart.md"));
        Set<String> known = decimals(quickstart.quoted());
        for (Document page : List.of(readme, quickstart)) {
            Set<String> said = new TreeSet<>();
            opening(page).forEach(block -> said.addAll(decimals(Document.words(block))));
            said.removeAll(known);
            assertThat(said)
                    .as("figures at the top of %s that the quickstart's tables do not have", page.name())
                    .isEmpty();
        }
    }

    /** What stands below the title, before the first section or quoted result. */
    private static List<Node> opening(Document page) {
        List<Node> opening = new ArrayList<>();
        for (Node block : page.blocks().subList(1, page.blocks().size())) {
            if (block instanceof Heading || Document.marks(block)) {
                return opening;
            }
            opening.add(block);
        }
        return opening;
    }

    /** Cells of the page's own tables: those of columns that were published, or those of columns that were obtained. */
    private static List<String> cells(Document page, boolean published) {
        List<String> cells = new ArrayList<>();
        boolean quoted = false;
        for (Node block : page.blocks()) {
            quoted = Document.marks(block) ? !quoted : quoted;
            if (block instanceof TableBlock && !quoted) {
                List<List<String>> rows = rows(block);
                for (int column = 0; column < rows.get(0).size(); column++) {
                    String title = rows.get(0).get(column);
                    boolean wanted = published
                            ? title.startsWith("published") || title.startsWith("in [0, 1]")
                            : title.startsWith("obtained");
                    if (wanted) {
                        int index = column;
                        rows.forEach(row -> cells.add(row.get(index)));
                    }
                }
            }
        }
        return cells;
    }

    private static List<List<String>> rows(Node table) {
        List<List<String>> rows = new ArrayList<>();
        table.accept(new AbstractVisitor() {
            @Override
            public void visit(CustomNode node) {
                if (node instanceof TableRow) {
                    rows.add(new ArrayList<>());
                } else if (node instanceof TableCell) {
                    rows.get(rows.size() - 1).add(Document.words(node));
                }
                visitChildren(node);
            }
        });
        return rows;
    }

    /** Numbers with a decimal point, without a leading zero. */
    private static Set<String> decimals(String text) {
        Set<String> decimals = new TreeSet<>();
        Matcher matcher = DECIMAL.matcher(SECTION.matcher(text).replaceAll(""));
        while (matcher.find()) {
            decimals.add(matcher.group().replaceFirst("^(-?)0\\.", "$1."));
        }
        return decimals;
    }
}
