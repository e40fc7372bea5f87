package peekbench.binding;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/** Paths in documents, which are meant from the folder of the document. */
final class NearFile {
    private NearFile() {}

    /**
     * The path of the file that a text names: from the folder of the file that it is written in where there is such a file, else as
     * it is, from where the program runs. Results keep it so, and are read again from other folders.
     */
    static String of(ScalarNode node) {
        String text = node.getValue();
        try {
            return node.getStartMark()
                    .map(Mark::getName)
                    .map(Path::of)
                    .map(document -> document.resolveSibling(text).normalize())
                    .filter(Files::exists)
                    .map(Path::toString)
                    .orElse(text);
        } catch (InvalidPathException e) {
            return text; // whoever takes it says that there is no such file
        }
    }
}
