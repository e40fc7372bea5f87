package peekbench.data;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
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
 * test part follows; what the data set gives attackers as their own comes last. Immutable.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1.0")
public final class Dataset {
    private final String name;
    private final Task task;
    private final Shape exampleShape;
    private final Examples examples;
    private final float[] targets;
    private final Traits traits;

    /**
     * What is known of the records beside their numbers.
     *
     * @param parts which records are given to which part
     * @param groupName what a group is
     * @param groups one number a record, or none at all
     * @param inputNames of a table's inputs, or none at all
     * @param remarks what was found in its files, see {@link #remarks}
     */
    private record Traits(
            GivenParts parts,
            Optional<String> groupName,
            int[] groups,
            List<String> inputNames,
            List<String> remarks) {}

    private Dataset(String name, Task task, Shape exampleShape, Examples examples, float[] targets, Traits traits) {
        this.name = name;
        this.task = task;
        this.exampleShape = exampleShape;
        this.examples = examples;
        this.targets = targets;
        this.traits = traits;
    }

    private static Dataset plain(
            String name, Task task, Shape exampleShape, Examples examples, float[] targets, GivenParts parts) {
        if (parts.size() != examples.size()) {
            throw new IllegalArgumentException("The data set (" + name + ") has " + examples.size()
                    + " records and parts of " + parts.size() + " together; give each record one part.");
        }
        return new Dataset(
                name,
                task,
                exampleShape,
                examples,
                targets,
                new Traits(parts, Optional.empty(), new int[0], List.of(), List.of()));
    }

    private Dataset with(Traits other) {
        return new Dataset(name, task, exampleShape, examples, targets, other);
    }

    /**
     * Images, one byte a number, with classes.
     *
     * @param pixels {@code [N, C, H, W]}, taken over, not copied
     * @param labels one class an image, in {@code [0, classNames.size())}, checked by the loader
     */
    public static Dataset ofImages(
            String name, List<String> classNames, Shape image, byte[] pixels, int[] labels, int trainSize) {
        return ofImages(
                name, classNames, image, pixels, labels, new GivenParts(trainSize, labels.length - trainSize, 0));
    }

    /** {@link #ofImages(String, List, Shape, byte[], int[], int)} with an auxiliary part. */
    public static Dataset ofImages(
            String name, List<String> classNames, Shape image, byte[] pixels, int[] labels, GivenParts parts) {
        float[] targets = new float[labels.length];
        for (int i = 0; i < labels.length; i++) {
            targets[i] = labels[i];
        }
        Examples examples = new PixelExamples(pixels, image.length());
        return plain(name, new Task.Classification(classNames), image, examples, targets, parts);
    }

    /**
     * Records of real numbers, of any shape.
     *
     * @param rows {@code [N, …]}, taken over, not copied
     * @param targets {@code [N]} classes or {@code [N, T]} numbers, as the task says
     */
    public static Dataset ofNumbers(
            String name, Task task, Shape shape, float[] rows, float[] targets, GivenParts parts) {
        return plain(name, task, shape, new NumberExamples(rows, shape.length()), targets, parts);
    }

    /**
     * A table.
     *
     * @param rows {@code [N, F]}, taken over, not copied
     * @param targets {@code [N]} classes or {@code [N, T]} numbers, as the task says
     */
    public static Dataset ofTable(String name, Task task, int features, float[] rows, float[] targets, int trainSize) {
        return ofNumbers(
                name,
                task,
                Shape.of(features),
                rows,
                targets,
                new GivenParts(trainSize, rows.length / features - trainSize, 0));
    }

    /**
     * The same records with groups: records of one group, such as images of one patient, are so alike that they are never
     * spread over index sets or clients.
     *
     * @param group what a group is, for messages
     * @param numbers one a record, taken over, not copied
     * @throws IllegalArgumentException unless there is a number for each record
     * @throws ConfigurationException when records of one group are given to two parts
     */
    public Dataset withGroups(String group, int[] numbers) {
        if (numbers.length != size()) {
            throw new IllegalArgumentException("The data set (" + name + ") has " + size() + " records and "
                    + numbers.length + " group numbers; these must be the same.");
        }
        Map<Integer, GivenPart> parts = new HashMap<>();
        for (int record = 0; record < numbers.length; record++) {
            GivenPart part = traits.parts().of(record);
            if (parts.computeIfAbsent(numbers[record], first -> part) != part) {
                throw new ConfigurationException("The data set (" + name + ") gives records of one group (" + group
                        + ") to different parts, train, test or auxiliary; record " + record
                        + " is the first such one. Records of a group must stay in one part: mend the parts, or leave"
                        + " group-column out.");
            }
        }
        Dataset grouped =
                with(new Traits(traits.parts(), Optional.of(group), numbers, traits.inputNames(), traits.remarks()));
        return task instanceof Task.Classification && groupsAreClasses(numbers)
                ? grouped.withRemarks(
                        List.of("The groups (" + group + ") are the classes, so each class is in one index set"
                                + " and at one client only; is it the right group-column?"))
                : grouped;
    }

    private boolean groupsAreClasses(int[] numbers) {
        Map<Integer, Integer> labels = new HashMap<>();
        Map<Integer, Integer> groups = new HashMap<>();
        for (int record = 0; record < numbers.length; record++) {
            int label = label(record);
            int group = numbers[record];
            if (labels.computeIfAbsent(group, first -> label) != label
                    || groups.computeIfAbsent(label, first -> group) != group) {
                return false;
            }
        }
        return labels.size() > 1;
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
        return with(
                new Traits(traits.parts(), traits.groupName(), traits.groups(), List.copyOf(names), traits.remarks()));
    }

    /** The same records with further {@link #remarks}. */
    public Dataset withRemarks(List<String> more) {
        List<String> all = new ArrayList<>(traits.remarks());
        all.addAll(more);
        return with(
                new Traits(traits.parts(), traits.groupName(), traits.groups(), traits.inputNames(), List.copyOf(all)));
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
                    "The data set (" + name + ") has numbers to predict, no classes; leave positive-class out.");
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
        return new Dataset(name + ", " + className + " against the rest", two, exampleShape, examples, binary, traits);
    }

    /** The same records without the classes after the last one that a record has. */
    public Dataset withClassesUpToLast() {
        int last = 0;
        for (int record = 0; record < size(); record++) {
            last = Math.max(last, label(record));
        }
        List<String> names = ((Task.Classification) task).classNames().subList(0, last + 1);
        return new Dataset(name, new Task.Classification(names), exampleShape, examples, targets, traits);
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
        return traits.inputNames();
    }

    public int size() {
        return examples.size();
    }

    /** How many examples the official training part has. */
    public int trainSize() {
        return traits.parts().train();
    }

    /** Which records are given to which part. */
    public GivenParts parts() {
        return traits.parts();
    }

    /** What a person should know of its files, though it is no mistake, a sentence each: that something was skipped, rounded. */
    public List<String> remarks() {
        return traits.remarks();
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
        return traits.groupName();
    }

    /** The number of the group that a record belongs to; none where there are no groups. */
    public OptionalInt group(int index) {
        return traits.groupName().isPresent() ? OptionalInt.of(traits.groups()[index]) : OptionalInt.empty();
    }

    /** A number that records of the same input share, and hardly any others: the first 64 bits of its SHA-256. */
    public long inputHash(int record) {
        Sha256 digest = new Sha256();
        digest.update(examples.bytes(record));
        return ByteBuffer.wrap(digest.finish()).getLong();
    }

    /** SHA-256 over shapes, inputs, targets and groups, in hexadecimal. */
    public String sha256() {
        Sha256 digest = new Sha256();
        String auxiliary = parts().auxiliary() > 0 ? "/" + parts().test() : "";
        digest.update((exampleShape + "/" + trainSize() + "/" + task.outputs() + auxiliary)
                .getBytes(java.nio.charset.StandardCharsets.UTF_8));
        for (int i = 0; i < examples.size(); i++) {
            digest.update(examples.bytes(i));
        }
        ByteBuffer numbers = ByteBuffer.allocate(Math.multiplyExact(targets.length, Float.BYTES));
        numbers.asFloatBuffer().put(targets);
        digest.update(numbers.array());
        ByteBuffer members = ByteBuffer.allocate(traits.groups().length * Integer.BYTES);
        members.asIntBuffer().put(traits.groups());
        digest.update(members.array());
        return HexFormat.of().formatHex(digest.finish());
    }
}
