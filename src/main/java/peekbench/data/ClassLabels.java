package peekbench.data;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Classes by their names, numbered in order: of whole numbers by size, of words by letters.
 *
 * @param names of the classes
 */
public record ClassLabels(List<String> names) {
    public ClassLabels {
        names = List.copyOf(names);
    }

    public static ClassLabels of(Collection<String> labels) {
        List<String> distinct = labels.stream().distinct().toList();
        boolean numbers = distinct.stream().allMatch(label -> label.matches("-?[0-9]{1,18}"));
        Comparator<String> order =
                numbers ? Comparator.comparingLong(Long::parseLong) : Comparator.<String>naturalOrder();
        return new ClassLabels(distinct.stream().sorted(order).toList());
    }

    /** The number of each class. */
    public Map<String, Integer> numbers() {
        Map<String, Integer> numbers = new HashMap<>();
        names.forEach(name -> numbers.put(name, numbers.size()));
        return numbers;
    }

    /** What to say of a set of one class, in which there is nothing to tell apart. */
    public Optional<String> remark() {
        return names.size() == 1
                ? Optional.of("All records are of one class (" + names.get(0)
                        + "), so there is nothing to learn to tell" + " apart.")
                : Optional.empty();
    }
}
