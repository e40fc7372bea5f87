package peekbench.data.format;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import peekbench.data.Dataset;
import peekbench.nn.array.Shape;
import peekbench.problem.ConfigurationException;

/** Makes a data set of pairs of idx files: training images and labels, then test images and labels. */
public final class IdxDataset {
    private IdxDataset() {}

    /**
     * The data set.
     *
     * @param parts image and label files in turn, {@code [N, H, W]} and {@code [N]}; training first
     */
    public static Dataset of(String name, List<String> classNames, List<IdxFile> parts) {
        byte[] pixels = {};
        int[] labels = {};
        int[] first = parts.get(0).sizes();
        for (int part = 0; part < parts.size(); part += 2) {
            IdxFile images = parts.get(part);
            IdxFile classes = parts.get(part + 1);
            check(first, images, classes);
            int[] more = classes.labels(classNames.size());
            pixels = concatenate(pixels, images.bytes());
            labels =
                    IntStream.concat(Arrays.stream(labels), Arrays.stream(more)).toArray();
        }
        return Dataset.ofImages(name, classNames, Shape.of(1, first[1], first[2]), pixels, labels, first[0]);
    }

    private static void check(int[] first, IdxFile images, IdxFile classes) {
        if (images.sizes()[0] != classes.sizes()[0]) {
            throw new ConfigurationException("The data file (" + images.name() + ") has " + images.sizes()[0]
                    + " images, its labels (" + classes.name() + ") are " + classes.sizes()[0]
                    + ". Both must come from the same set.");
        }
        if (images.sizes()[1] != first[1] || images.sizes()[2] != first[2]) {
            throw new ConfigurationException("The images of (" + images.name() + ") are " + images.sizes()[1] + "x"
                    + images.sizes()[2] + ", those before are " + first[1] + "x" + first[2]
                    + "; all must have one size.");
        }
    }

    private static byte[] concatenate(byte[] left, byte[] right) {
        byte[] both = Arrays.copyOf(left, left.length + right.length);
        System.arraycopy(right, 0, both, left.length, right.length);
        return both;
    }
}
