package peekbench.data.catalogue;

import java.util.Optional;
import java.util.stream.Stream;
import peekbench.data.Dataset;

/** The data sets that come with the program. */
enum Embedded {
    FASHION_MNIST_SAMPLE(
            "fashion-mnist-sample",
            "class-balanced sample of Fashion-MNIST, 28x28 grey, 6,000 and 1,000; comes with the program"),
    LIPIDS("lipids", "LDL of 442 patients from nine other measures; comes with the program");

    private final String label;
    private final String summary;

    Embedded(String label, String summary) {
        this.label = label;
        this.summary = summary;
    }

    String label() {
        return label;
    }

    String summary() {
        return summary;
    }

    Dataset load() {
        return this == LIPIDS ? EmbeddedData.lipids() : EmbeddedData.fashionMnistSample();
    }

    static Optional<Embedded> find(String name) {
        return Stream.of(values()).filter(set -> set.label.equals(name)).findFirst();
    }
}
