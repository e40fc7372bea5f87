package peekbench.data;

import java.nio.ByteBuffer;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.apiguardian.api.API;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import peekbench.nn.array.Precision;
import peekbench.nn.array.Shape;
import peekbench.problem.ConfigurationException;
import peekbench.problem.NearestName;

/**
 * Labelled examples in one index space: the official training part comes first, {@code [0, trainSize)}, and the official
 * test part follows, {@code [trainSize, size)}. Immutable.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1.0")
public final class Dataset {
    private final String name;
    private final Task task;
    private final Shape exampleShape;
    private final Examples examples;
    private final float[] targets;
    private final int trainSize;
    private final Optional<String> groupName;
    /** One number a record, or none at all. */
    private final int[] groups;
    /** Of a table's inputs, or none at all. */
    private final List<String> inputNames;

    private Dataset(
            String name,
            Task task,
            Shape exampleShape,
            Examples examples,
            float[] targets,
            int trainSize,
            Optional<String> groupName,
            int[] groups,
            List<String> inputNames) {
        this.name = name;
        this.task = task;
        this.exampleShape = exampleShape;
        this.examples = examples;
        this.targets = targets;
        this.trainSize = trainSize;
        this.groupName = groupName;
        this.groups = groups;
        this.inputNames = List.copyOf(inputNames);
    }

    private static Dataset withoutGroups(
            String name, Task task, Shape exampleShape, Examples examples, float[] targets, int trainSize) {
        return new Dataset(
                name, task, exampleShape, examples, targets, trainSize, Optional.empty(), new int[0], List.of());
    }

    /**
     * Images, one byte a number, with classes.
     *
     * @param pixels {@code [N, C, H, W]}, taken over, not copied
     * @param labels one class an image, in {@code [0, classNames.size())}, checked by the loader
     */
    public static Dataset ofImages(
            String name, List<String> classNames, Shape image, byte[] pixels, int[] labels, int trainSize) {
        float[] targets = new float[labels.length];
        for (int i = 0; i < labels.length; i++) {
            targets[i] = labels[i];
        }
        Examples examples = new PixelExamples(pixels, image.length());
        return withoutGroups(name, new Task.Classification(classNames), image, examples, targets, trainSize);
    }

    /**
     * A table.
     *
     * @param rows {@code [N, F]}, taken over, not copied
     * @param targets {@code [N]} classes or {@code [N, T]} numbers, as the task says
     */
    public static Dataset ofTable(String name, Task task, int features, float[] rows, float[] targets, int trainSize) {
        return withoutGroups(name, task, Shape.of(features), new NumberExamples(rows, features), targets, trainSize);
    }

    /**
     * The same records with groups: records of one group, such as images of one patient, are so alike that they are never
     * spread over index sets or clients.
     *
     * @param group what a group is, for messages
     * @param numbers one a record, taken over, not copied
     * @throws IllegalArgumentException when there is an official test part, which groups could reach into
     */
    public Dataset withGroups(String group, int[] numbers) {
        if (numbers.length != size() || trainSize != size()) {
            throw new IllegalArgumentException("The data set (" + name + ") has " + trainSize + " training records of "
                    + size() + " and " + numbers.length + " group numbers; these must be the same.");
        }
        return new Dataset(
                name, task, exampleShape, examples, targets, trainSize, Optional.of(group), numbers, inputNames);
    }

    /**
     * The same records with names for the numbers of an input, such as the columns of a table.
     *
     * @throws IllegalArgumentException unless there is a name for each number
     */
    public Dataset withInputNames(List<String> names) {
        if (names.size() != exampleShape.length()) {
            throw new IllegalArgumentException("The data set (" + name + ") has inputs of " + exampleShape.length()
                    + " numbers and " + names.size() + " names for them; give one each.");
        }
        return new Dataset(name, task, exampleShape, examples, targets, trainSize, groupName, groups, names);
    }

    /**
     * The same records with two classes: 1 for one of the classes, 0 for all others.
     *
     * @param className the class against the rest
     * @throws ConfigurationException when there is no such class, or nothing but it; names the classes
     */
    public Dataset oneAgainstRest(String className) {
        if (!(task instanceof Task.Classification classes)) {
            throw new ConfigurationException(
                    "The data set (" + name + ") has numbers to predict, no classes; leave" + " positive-class out.");
        }
        int positive = classes.classNames().indexOf(className);
        if (positive < 0 || classes.classNames().size() < 2) {
            throw new ConfigurationException("The class (" + className + ") is not one of several in data set (" + name
                    + "); its classes are " + String.join(", ", classes.classNames()) + "."
                    + NearestName.hint(className, classes.classNames()));
        }
        float[] binary = new float[targets.length];
        for (int i = 0; i < targets.length; i++) {
            binary[i] = targets[i] == positive ? 1 : 0;
        }
        Task two = new Task.Classification(List.of("not " + className, className));
        return new Dataset(
                name + ", " + className + " against the rest",
                two,
                exampleShape,
                examples,
                binary,
                trainSize,
                groupName,
                groups,
                inputNames);
    }

    public String name() {
        return name;
    }

    public Task task() {
        return task;
    }

    /** The shape of one input: {@code [C, H, W]} for images, {@code [F]} for tables. */
    public Shape exampleShape() {
        return exampleShape;
    }

    /** What the numbers of an input are called; empty where they have no names, as pixels. */
    public List<String> inputNames() {
        return inputNames;
    }

    public int size() {
        return examples.size();
    }

    /** How many examples the official training part has. */
    public int trainSize() {
        return trainSize;
    }

    /** The inputs {@code [n, …]} of those examples; pixels are in [0, 1]. */
    public INDArray inputs(int[] indices, Precision precision) {
        int length = exampleShape.length();
        float[] numbers = new float[indices.length * length];
        for (int i = 0; i < indices.length; i++) {
            examples.copy(indices[i], numbers, i * length);
        }
        return Nd4j.create(numbers, exampleShape.withBatch(indices.length), 'c').castTo(precision.dataType());
    }

    /** The targets {@code [n, outputs]}: one-hot rows for classes, numbers for regression. */
    public INDArray targets(int[] indices, Precision precision) {
        int outputs = task.outputs();
        float[] rows = new float[indices.length * outputs];
        for (int i = 0; i < indices.length; i++) {
            if (task instanceof Task.Classification) {
                rows[i * outputs + label(indices[i])] = 1;
            } else {
                System.arraycopy(targets, indices[i] * outputs, rows, i * outputs, outputs);
            }
        }
        return Nd4j.create(rows, new long[] {indices.length, outputs}, 'c').castTo(precision.dataType());
    }

    /**
     * The class of one example.
     *
     * @throws IllegalStateException for a regression set
     */
    public int label(int index) {
        if (!(task instanceof Task.Classification)) {
            throw new IllegalStateException("The data set (" + name + ") has numbers to predict, no classes.");
        }
        return (int) targets[index];
    }

    /** The classes of those examples. */
    public int[] labels(int[] indices) {
        int[] labels = new int[indices.length];
        for (int i = 0; i < indices.length; i++) {
            labels[i] = label(indices[i]);
        }
        return labels;
    }

    /** What a group of records is, such as {@code patient_id}; none where records belong to no groups. */
    public Optional<String> groupName() {
        return groupName;
    }

    /** The number of the group that a record belongs to; none where there are no groups. */
    public OptionalInt group(int index) {
        return groupName.isPresent() ? OptionalInt.of(groups[index]) : OptionalInt.empty();
    }

    /** SHA-256 over shapes, inputs, targets and groups, in hexadecimal. */
    public String sha256() {
        Sha256 digest = new Sha256();
        digest.update((exampleShape + "/" + trainSize + "/" + task.outputs())
                .getBytes(java.nio.charset.StandardCharsets.UTF_8));
        for (int i = 0; i < examples.size(); i++) {
            digest.update(examples.bytes(i));
        }
        ByteBuffer numbers = ByteBuffer.allocate(targets.length * Float.BYTES);
        numbers.asFloatBuffer().put(targets);
        digest.update(numbers.array());
        ByteBuffer members = ByteBuffer.allocate(groups.length * Integer.BYTES);
        members.asIntBuffer().put(groups);
        digest.update(members.array());
        return HexFormat.of().formatHex(digest.finish());
    }
}
