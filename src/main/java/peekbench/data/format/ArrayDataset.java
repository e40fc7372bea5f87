package peekbench.data.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import peekbench.data.ClassLabels;
import peekbench.data.Dataset;
import peekbench.data.GivenPart;
import peekbench.data.GivenParts;
import peekbench.data.MemoryNeed;
import peekbench.data.Task;
import peekbench.nn.array.NpyHeader;
import peekbench.nn.array.Shape;
import peekbench.problem.ConfigurationException;

/**
 * Makes a data set of arrays of inputs and labels.
 *
 * @param file for messages
 * @param layout of images with channels, where it is given
 * @param classNames what classes are called, where they are given
 */
record ArrayDataset(String file, Optional<ImageLayout> layout, List<String> classNames) {

    /** Inputs and labels of a part. */
    record Part(GivenPart part, NumpyArray inputs, NumpyArray labels) {}

    /** How the numbers of a record come to stand as {@code [C, H, W]} or {@code [F]}: one place in the file each. */
    private record Order(Shape shape, int[] places, boolean isImage) {}

    Dataset of(String name, List<Part> parts) {
        NumpyArray first = parts.get(0).inputs();
        parts.forEach(part -> check(part, parts.get(0)));
        Order order = order(first);
        int records = parts.stream().mapToInt(part -> part.inputs().records()).sum();
        GivenParts given = new GivenParts(
                records(parts, GivenPart.TRAIN), records(parts, GivenPart.TEST), records(parts, GivenPart.AUXILIARY));
        Optional<Integer> classes = classes(parts);
        boolean bytes = first.type() == NpyHeader.Type.UINT8 && order.isImage();
        int size = MemoryNeed.of(
                records + " records of " + file,
                (long) records * order.shape().length(),
                bytes ? 1 : Float.BYTES,
                "store fewer of them");
        float[] targets = targets(parts);
        if (bytes && classes.isPresent()) {
            byte[] pixels = new byte[size];
            int at = 0;
            for (Part part : parts) {
                at = copy(part.inputs().bytes(), order, pixels, at);
            }
            int[] labels = new int[targets.length];
            IntStream.range(0, labels.length).forEach(place -> labels[place] = (int) targets[place]);
            return Dataset.ofImages(name, names(classes.get()), order.shape(), pixels, labels, given)
                    .withRemarks(remarks(classes.get()));
        }
        float[] numbers = new float[size];
        int at = 0;
        for (Part part : parts) {
            at = copy(part.inputs(), order, numbers, at, bytes ? 255f : 1);
        }
        Task task = classes.<Task>map(count -> new Task.Classification(names(count)))
                .orElseGet(() -> new Task.Regression(numberNames(targets.length / records)));
        return Dataset.ofNumbers(name, task, order.shape(), numbers, targets, given)
                .withRemarks(classes.map(this::remarks).orElse(List.of()));
    }

    private static int records(List<Part> parts, GivenPart wanted) {
        return parts.stream()
                .filter(part -> part.part() == wanted)
                .mapToInt(part -> part.inputs().records())
                .sum();
    }

    private List<String> remarks(int classes) {
        return new ClassLabels(names(classes)).remark().stream().toList();
    }

    private static List<String> numberNames(int targets) {
        return IntStream.range(0, targets).mapToObj(place -> "y" + place).toList();
    }

    private static void check(Part part, Part first) {
        NumpyArray inputs = part.inputs();
        if (inputs.records() != part.labels().records()) {
            throw new ConfigurationException("The array (" + inputs.name() + ") has " + inputs.records()
                    + " records, its labels (" + part.labels().name() + ") are "
                    + part.labels().records()
                    + ". Both must come from the same set.");
        }
        List<Integer> shape = inputs.shape().subList(1, inputs.shape().size());
        List<Integer> wanted =
                first.inputs().shape().subList(1, first.inputs().shape().size());
        boolean sameLabels = part.labels().length() / part.labels().records()
                        == first.labels().length() / first.labels().records()
                && part.labels().type().isWhole() == first.labels().type().isWhole();
        if (!shape.equals(wanted) || inputs.type() != first.inputs().type() || !sameLabels) {
            throw new ConfigurationException(
                    "The arrays (" + inputs.name() + ") and (" + first.inputs().name()
                            + "), or their labels, are of different shapes or types; all parts must have the same.");
        }
    }

    private Order order(NumpyArray inputs) {
        List<Integer> shape = inputs.shape();
        return switch (shape.size()) {
            case 2 -> inPlace(Shape.of(shape.get(1)), false);
            case 3 -> inPlace(Shape.of(1, shape.get(1), shape.get(2)), true);
            case 4 ->
                found(shape) == ImageLayout.CHANNELS_FIRST
                        ? inPlace(Shape.of(shape.get(1), shape.get(2), shape.get(3)), true)
                        : channelsLast(shape);
            default ->
                throw new ConfigurationException("The array (" + inputs.name() + ") has the shape " + shape
                        + "; inputs are [N, F], [N, H, W], [N, C, H, W] or [N, H, W, C].");
        };
    }

    private static Order inPlace(Shape shape, boolean isImage) {
        return new Order(shape, IntStream.range(0, shape.length()).toArray(), isImage);
    }

    private static Order channelsLast(List<Integer> shape) {
        int plane = shape.get(1) * shape.get(2);
        int channels = shape.get(3);
        int[] places = IntStream.range(0, plane * channels)
                .map(at -> at % plane * channels + at / plane)
                .toArray();
        return new Order(Shape.of(channels, shape.get(1), shape.get(2)), places, true);
    }

    private ImageLayout found(List<Integer> shape) {
        return layout.orElseGet(() -> {
            boolean first = shape.get(1) == 1 || shape.get(1) == 3;
            boolean last = shape.get(3) == 1 || shape.get(3) == 3;
            if (first == last) {
                throw new ConfigurationException("The images of (" + file + ") have the shape " + shape
                        + ", in which channels may stand first or last. Say which: layout: channels-first, as PyTorch has"
                        + " it, or layout: channels-last, as Keras has it.");
            }
            return first ? ImageLayout.CHANNELS_FIRST : ImageLayout.CHANNELS_LAST;
        });
    }

    private static int copy(byte[] from, Order order, byte[] into, int start) {
        int length = order.places().length;
        for (int at = 0; at < from.length; at++) {
            into[start + at] = from[at / length * length + order.places()[at % length]];
        }
        return start + from.length;
    }

    private static int copy(NumpyArray from, Order order, float[] into, int start, float divisor) {
        int length = order.places().length;
        for (int at = 0; at < from.length(); at++) {
            float number = from.number(at / length * length + order.places()[at % length]) / divisor;
            if (order.isImage() && (number < 0 || number > 1)) {
                throw new ConfigurationException("The images of array (" + from.name() + ") have the number " + number
                        + "; images are numbers from 0 to 1, or uint8 from 0 to 255. Divide them, or undo what"
                        + " standardised them; for numbers that are no pixels, store [N, F].");
            }
            into[start + at] = number;
        }
        return start + from.length();
    }

    /** How many classes there are; none where numbers are predicted. */
    private Optional<Integer> classes(List<Part> parts) {
        int most = 0;
        for (Part part : parts) {
            OptionalInt classes = part.labels().classes();
            if (classes.isEmpty()) {
                if (!classNames.isEmpty()) {
                    throw new ConfigurationException(
                            "The labels (" + part.labels().name()
                                    + ") are not whole numbers [N], so they are numbers to predict. Leave class-names out, or"
                                    + " store them as int64.");
                }
                return Optional.empty();
            }
            most = Math.max(most, classes.getAsInt());
        }
        if (!classNames.isEmpty() && most > classNames.size()) {
            throw new ConfigurationException("The labels of (" + file + ") go up to " + (most - 1)
                    + ", but class-names has " + classNames.size() + " names; give one each, from class 0 on.");
        }
        return Optional.of(classNames.isEmpty() ? most : classNames.size());
    }

    private List<String> names(int classes) {
        return classNames.isEmpty()
                ? IntStream.range(0, classes).mapToObj(Integer::toString).toList()
                : classNames;
    }

    private static float[] targets(List<Part> parts) {
        List<float[]> all = new ArrayList<>();
        int size = 0;
        for (Part part : parts) {
            float[] numbers = new float[part.labels().length()];
            for (int place = 0; place < numbers.length; place++) {
                numbers[place] = part.labels().number(place);
            }
            all.add(numbers);
            size += numbers.length;
        }
        float[] together = new float[size];
        int at = 0;
        for (float[] numbers : all) {
            System.arraycopy(numbers, 0, together, at, numbers.length);
            at += numbers.length;
        }
        return together;
    }
}
