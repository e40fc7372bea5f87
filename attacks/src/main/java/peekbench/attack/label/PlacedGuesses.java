package peekbench.attack.label;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import peekbench.threat.attack.LabelGuess;

/** Guesses that come in parts, put into the order of the records. */
final class PlacedGuesses {
    private final SortedMap<Integer, Integer> labels = new TreeMap<>();
    private final SortedMap<Integer, Double> evidence = new TreeMap<>();

    /**
     * Takes in a part.
     *
     * @param places of its records
     * @param guess of these, in their order
     */
    void add(int[] places, LabelGuess guess) {
        IntStream.range(0, places.length)
                .forEach(record -> labels.put(places[record], guess.classes().get(record)));
        IntStream.range(0, guess.evidence().size())
                .forEach(record -> evidence.put(places[record], guess.evidence().get(record)));
    }

    LabelGuess inOrder() {
        return new LabelGuess(List.copyOf(labels.values()), List.copyOf(evidence.values()));
    }
}
