package peekbench.data;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Mixes lists so that every run of the result holds them in proportion to their lengths. */
final class Interleaving {
    private Interleaving() {}

    private record Place(double position, int list, int value) {}

    /** Element {@code i} of a list of length {@code n} goes to position {@code (i + 1/2) / n}; ties in list order. */
    static int[] proportional(List<List<Integer>> lists) {
        return IntStream.range(0, lists.size())
                .boxed()
                .flatMap(list -> IntStream.range(0, lists.get(list).size())
                        .mapToObj(i -> new Place(
                                (i + .5) / lists.get(list).size(),
                                list,
                                lists.get(list).get(i))))
                .sorted(Comparator.comparingDouble(Place::position).thenComparingInt(Place::list))
                .mapToInt(Place::value)
                .toArray();
    }
}
