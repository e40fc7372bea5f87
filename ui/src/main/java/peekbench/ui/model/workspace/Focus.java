package peekbench.ui.model.workspace;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import peekbench.query.ArmRow;
import peekbench.threat.observation.TargetSet;

/**
 * The one selection that all places read and replace.
 *
 * @param place that is in front
 * @param filter as it is written; empty lets all pass
 * @param pins arms that are compared, in their order, at most {@link #MOST_PINS}
 * @param arm the current one
 * @param seed of the trials that are shown; empty for the first that completed
 * @param attack whose results are shown; empty for all
 * @param records which private records
 * @param picture place of the current picture in the stored arrays
 * @param epoch after which the network was attacked; empty for the finished network
 */
public record Focus(
        Place place,
        String filter,
        List<ArmRow.Key> pins,
        Optional<ArmRow.Key> arm,
        OptionalLong seed,
        Optional<String> attack,
        TargetSet records,
        OptionalInt picture,
        OptionalInt epoch) {
    /** More cannot be told apart side by side. */
    public static final int MOST_PINS = 6;
    /** Where the window begins. */
    public static final Focus INITIAL = new Focus(
            Place.LOOK,
            "",
            List.of(),
            Optional.empty(),
            OptionalLong.empty(),
            Optional.empty(),
            TargetSet.VICTIM_TEST,
            OptionalInt.empty(),
            OptionalInt.empty());

    public Focus {
        pins = List.copyOf(pins.subList(0, Math.min(pins.size(), MOST_PINS)));
    }

    /** At another place. */
    public Focus at(Place other) {
        return new Focus(other, filter, pins, arm, seed, attack, records, picture, epoch);
    }

    /** Through another filter. */
    public Focus filtered(String other) {
        return new Focus(place, other, pins, arm, seed, attack, records, picture, epoch);
    }

    /** On another arm; picture and epoch stay, so that the same is looked at. */
    public Focus onArm(ArmRow.Key other) {
        return new Focus(place, filter, pins, Optional.of(other), seed, attack, records, picture, epoch);
    }

    /** On another seed; empty for the first that completed. */
    public Focus onSeed(OptionalLong other) {
        return new Focus(place, filter, pins, arm, other, attack, records, picture, epoch);
    }

    /** On another attack; empty for all. */
    public Focus onAttack(Optional<String> other) {
        return new Focus(place, filter, pins, arm, seed, other, records, picture, epoch);
    }

    /** On other records. */
    public Focus onRecords(TargetSet other) {
        return new Focus(place, filter, pins, arm, seed, attack, other, picture, epoch);
    }

    /** On another picture. */
    public Focus onPicture(OptionalInt other) {
        return new Focus(place, filter, pins, arm, seed, attack, records, other, epoch);
    }

    /** After another epoch; empty for the finished network. */
    public Focus afterEpoch(OptionalInt other) {
        return new Focus(place, filter, pins, arm, seed, attack, records, picture, other);
    }

    /** With other pins. */
    public Focus pinned(List<ArmRow.Key> other) {
        return new Focus(place, filter, other, arm, seed, attack, records, picture, epoch);
    }

    /** With an arm pinned that was not, or the other way round. */
    public Focus pinnedOrNot(ArmRow.Key key) {
        List<ArmRow.Key> other = new ArrayList<>(pins);
        if (!other.remove(key) && other.size() < MOST_PINS) {
            other.add(key);
        }
        return pinned(other);
    }
}
