package peekbench.ui.service.picture;

import java.util.List;
import java.util.OptionalLong;
import peekbench.query.ArmRow;
import peekbench.threat.observation.TargetSet;

/**
 * Whose pictures are wanted.
 *
 * @param arm the current arm
 * @param pins arms to compare it with; without any, those that differ from it only in their defenses
 * @param seed of all trials; empty for the first that completed
 * @param records which private records
 * @param by what a row stands for
 */
public record LookRequest(ArmRow.Key arm, List<ArmRow.Key> pins, OptionalLong seed, TargetSet records, RowsBy by) {
    public LookRequest {
        pins = List.copyOf(pins);
    }

    /** Arms that stand in for pins, at most. */
    public static final int MOST_ARMS = 8;
}
