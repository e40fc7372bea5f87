package peekbench.data.format;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import peekbench.data.Dataset;
import peekbench.nn.array.Shape;
import peekbench.problem.ConfigurationException;

/** Collects CIFAR records of several files. */
final class CifarRecords {
    private static final Shape IMAGE = Shape.of(3, 32, 32);

    private static final int MOST_RECORDS = 600_000;

    private final int labelBytes;
    private final int classes;
    private final ByteArrayOutputStream pixels = new ByteArrayOutputStream();
    private final List<Integer> labels = new ArrayList<>();

    CifarRecords(int labelBytes, int classes) {
        this.labelBytes = labelBytes;
        this.classes = classes;
    }

    /** Reads records up to the end of {@code in}. */
    void read(InputStream in, String name) throws IOException {
        byte[] row = in.readNBytes(labelBytes + IMAGE.length());
        for (int at = 0; row.length > 0; at++) {
            if (row.length < labelBytes + IMAGE.length()) {
                throw new ConfigurationException(
                        "The data file (" + name + ") is truncated: record " + at + " has " + row.length + " of "
                                + (labelBytes + IMAGE.length()) + " bytes. Remove it and fetch it again.");
            }
            int label = row[labelBytes - 1] & 0xff;
            if (label >= classes) {
                throw new ConfigurationException("The label (" + label + ") of record " + at + " of data file (" + name
                        + ") is out of range; this data set has classes 0 to " + (classes - 1) + ".");
            }
            if (labels.size() == MOST_RECORDS) {
                throw new ConfigurationException("The data file (" + name + ") unpacks to more than " + MOST_RECORDS
                        + " records, ten times as many as CIFAR has. Is it the right file?");
            }
            labels.add(label);
            pixels.write(row, labelBytes, IMAGE.length());
            row = in.readNBytes(labelBytes + IMAGE.length());
        }
    }

    static Dataset dataset(String name, List<String> classNames, CifarRecords train, CifarRecords test) {
        int trainSize = train.labels.size();
        train.pixels.writeBytes(test.pixels.toByteArray());
        train.labels.addAll(test.labels);
        int[] labels = train.labels.stream().mapToInt(Integer::intValue).toArray();
        return Dataset.ofImages(name, classNames, IMAGE, train.pixels.toByteArray(), labels, trainSize);
    }
}
