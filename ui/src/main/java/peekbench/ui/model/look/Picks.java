package peekbench.ui.model.look;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Which pictures are shown, in their order.
 *
 * @param groups side by side, a gap between them
 */
public record Picks(List<Group> groups) {
    /** None. */
    public static final Picks NONE = new Picks(List.of());

    /**
     * Pictures that have something in common.
     *
     * @param title what; may be empty
     * @param places in the stored arrays
     */
    public record Group(String title, List<Integer> places) {
        public Group {
            places = List.copyOf(places);
        }
    }

    public Picks {
        groups = groups.stream().filter(group -> !group.places().isEmpty()).toList();
    }

    /** How many pictures. */
    public int count() {
        return groups.stream().mapToInt(group -> group.places().size()).sum();
    }

    /** The place of a column; empty behind the last. */
    public Optional<Integer> place(int column) {
        int within = column;
        for (Group group : groups) {
            if (within < group.places().size()) {
                return Optional.of(group.places().get(within));
            }
            within -= group.places().size();
        }
        return Optional.empty();
    }

    /** All places in their order. */
    public List<Integer> places() {
        List<Integer> all = new ArrayList<>(count());
        groups.forEach(group -> all.addAll(group.places()));
        return all;
    }

    /** Where a place comes in the order. */
    public OptionalInt columnOf(int place) {
        int at = places().indexOf(place);
        return at < 0 ? OptionalInt.empty() : OptionalInt.of(at);
    }
}
