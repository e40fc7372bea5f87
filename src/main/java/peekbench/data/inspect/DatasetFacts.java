package peekbench.data.inspect;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.nd4j.linalg.api.ndarray.INDArray;
import peekbench.data.Dataset;
import peekbench.data.GivenParts;
import peekbench.data.Task;
import peekbench.data.inspect.Inspection.Fact;
import peekbench.nn.array.Precision;

/**
 * What can be counted in a data set.
 *
 * @param facts what there is
 * @param remarks what may be wrong with it
 */
record DatasetFacts(List<Fact> facts, List<String> remarks) {
    private static final int CLASSES_NAMED = 20;
    private static final int CHUNK = 1000;

    static DatasetFacts of(Dataset dataset) {
        List<Fact> facts = new ArrayList<>();
        List<String> remarks = new ArrayList<>();
        GivenParts parts = dataset.parts();
        facts.add(new Fact(
                "records",
                dataset.size()
                        + (parts.isDivided()
                                ? ": " + parts.train() + " train, " + parts.test() + " test, " + parts.auxiliary()
                                        + " auxiliary"
                                : "")));
        facts.add(new Fact("shape of a record", dataset.exampleShape().toString()));
        facts.add(range(dataset));
        if (dataset.task() instanceof Task.Classification classes) {
            facts.add(classes(dataset, classes.classNames()));
        } else {
            facts.add(new Fact("to predict", String.join(", ", ((Task.Regression) dataset.task()).targetNames())));
        }
        facts.add(duplicates(dataset, remarks));
        return new DatasetFacts(facts, remarks);
    }

    private static Fact range(Dataset dataset) {
        double smallest = Double.POSITIVE_INFINITY;
        double largest = Double.NEGATIVE_INFINITY;
        double sum = 0;
        for (int from = 0; from < dataset.size(); from += CHUNK) {
            INDArray some = dataset.inputs(
                    IntStream.range(from, Math.min(dataset.size(), from + CHUNK))
                            .toArray(),
                    Precision.FLOAT32);
            smallest = Math.min(smallest, some.minNumber().doubleValue());
            largest = Math.max(largest, some.maxNumber().doubleValue());
            sum += some.sumNumber().doubleValue();
        }
        double mean = sum / ((double) dataset.size() * dataset.exampleShape().length());
        return new Fact("inputs", String.format(Locale.ROOT, "from %.4g to %.4g, mean %.4g", smallest, largest, mean));
    }

    private static Fact classes(Dataset dataset, List<String> names) {
        int[] counts = new int[names.size()];
        IntStream.range(0, dataset.size()).forEach(record -> counts[dataset.label(record)]++);
        String named = IntStream.range(0, Math.min(names.size(), CLASSES_NAMED))
                .mapToObj(label -> names.get(label) + " (" + counts[label] + ")")
                .collect(Collectors.joining(", "));
        String rest = names.size() > CLASSES_NAMED
                ? " and others, with " + Arrays.stream(counts).min().orElseThrow() + " to "
                        + Arrays.stream(counts).max().orElseThrow() + " records"
                : "";
        return new Fact("classes", names.size() + ": " + named + rest);
    }

    private static Fact duplicates(Dataset dataset, List<String> remarks) {
        Map<Long, Integer> first = new HashMap<>();
        int duplicates = 0;
        int otherParts = 0;
        int otherClasses = 0;
        boolean classes = dataset.task() instanceof Task.Classification;
        for (int record = 0; record < dataset.size(); record++) {
            Integer before = first.putIfAbsent(dataset.inputHash(record), record);
            if (before != null) {
                duplicates++;
                otherParts += dataset.parts().of(before) == dataset.parts().of(record) ? 0 : 1;
                otherClasses += classes && dataset.label(before) != dataset.label(record) ? 1 : 0;
            }
        }
        if (otherParts > 0) {
            remarks.add(otherParts + " records stand in another part too, train, test or auxiliary: what is measured on"
                    + " them was seen in training. Remove them from one.");
        } else if (duplicates > 0) {
            remarks.add(duplicates + (duplicates == 1 ? " record has" : " records have")
                    + " the input of an earlier one; drawn into different parts, they would be"
                    + " trained on and attacked as unseen. Remove them, or let a group column keep them together.");
        }
        if (otherClasses > 0) {
            remarks.add(otherClasses + " of them are of another class than the earlier one.");
        }
        return new Fact("duplicates", duplicates == 0 ? "none" : Integer.toString(duplicates));
    }
}
