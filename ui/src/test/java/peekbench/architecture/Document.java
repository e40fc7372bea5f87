package peekbench.architecture;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.commonmark.Extension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.ext.heading.anchor.IdGenerator;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;

/** A Markdown file of the project, parsed. */
final class Document {
    private static final List<Extension> EXTENSIONS = List.of(TablesExtension.create());

    final Path file;
    final Node root;

    private Document(Path file) {
        this.file = file;
        this.root = Parser.builder().extensions(EXTENSIONS).build().parse(Project.read(file));
    }

    static Document of(Path file) {
        return new Document(file);
    }

    static List<Document> all() {
        return Project.files(Project.ROOT, ".md").stream().map(Document::of).toList();
    }

    /** Name of the file from the project's folder. */
    String name() {
        return Project.ROOT.relativize(file).toString();
    }

    /** Where links and pictures lead, as written. */
    List<String> links() {
        List<String> links = new ArrayList<>(pictures());
        root.accept(new AbstractVisitor() {
            @Override
            public void visit(Link link) {
                links.add(link.getDestination());
                visitChildren(link);
            }
        });
        return links;
    }

    /** Where pictures lie, as written. */
    List<String> pictures() {
        List<String> pictures = new ArrayList<>();
        root.accept(new AbstractVisitor() {
            @Override
            public void visit(Image image) {
                pictures.add(image.getDestination());
            }
        });
        return pictures;
    }

    /** What is written as code, in a line or as a block. */
    List<String> code() {
        List<String> code = new ArrayList<>();
        root.accept(new AbstractVisitor() {
            @Override
            public void visit(Code inline) {
                code.add(inline.getLiteral());
            }

            @Override
            public void visit(FencedCodeBlock block) {
                code.add(block.getLiteral());
            }
        });
        return code;
    }

    /** The anchors of the headings, as GitHub makes them. */
    Set<String> anchors() {
        IdGenerator ids = IdGenerator.builder().build();
        Set<String> anchors = new TreeSet<>();
        root.accept(new AbstractVisitor() {
            @Override
            public void visit(Heading heading) {
                anchors.add(ids.generateId(words(heading)));
            }
        });
        return anchors;
    }

    /** Words of a node and of all inside it, without marks. */
    static String words(Node node) {
        StringBuilder words = new StringBuilder();
        node.accept(new AbstractVisitor() {
            @Override
            public void visit(Text text) {
                words.append(text.getLiteral());
            }

            @Override
            public void visit(Code code) {
                words.append(code.getLiteral());
            }
        });
        return words.toString();
    }

    /** The blocks of the page in order, comments included. */
    List<Node> blocks() {
        List<Node> blocks = new ArrayList<>();
        for (Node node = root.getFirstChild(); node != null; node = node.getNext()) {
            blocks.add(node);
        }
        return blocks;
    }

    /** Everything between the marks of quoted results, as text. */
    String quoted() {
        StringBuilder quoted = new StringBuilder();
        boolean inside = false;
        for (String line : Project.read(file).split("\n", -1)) {
            inside = line.endsWith(":begin -->") || (inside && !line.endsWith(":end -->"));
            quoted.append(inside ? line : "").append('\n');
        }
        return quoted.toString();
    }

    /** Whether a block begins or ends a quoted result. */
    static boolean marks(Node block) {
        return block instanceof HtmlBlock html && html.getLiteral().startsWith("<!--");
    }
}
