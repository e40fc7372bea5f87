package peekbench.data.set;

import java.util.List;
import java.util.stream.IntStream;

/** What the classes of the catalogue's sets are called. */
final class ClassNames {
    static final List<String> DIGITS = List.of("0", "1", "2", "3", "4", "5", "6", "7", "8", "9");
    static final List<String> FASHION_MNIST = List.of(
            "T-shirt", "trouser", "pullover", "dress", "coat", "sandal", "shirt", "sneaker", "bag", "ankle boot");
    static final List<String> LETTERS = List.of("A", "B", "C", "D", "E", "F", "G", "H", "I", "J");
    static final List<String> CIFAR10 =
            List.of("airplane", "automobile", "bird", "cat", "deer", "dog", "frog", "horse", "ship", "truck");

    private ClassNames() {}

    /** For classes that nobody named here: {@code class 0} and so on. */
    static List<String> numbered(int classes) {
        return IntStream.range(0, classes).mapToObj(number -> "class " + number).toList();
    }
}
