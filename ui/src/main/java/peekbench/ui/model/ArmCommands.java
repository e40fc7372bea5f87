package peekbench.ui.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import peekbench.query.Order;

/** What can be done with the order of arms. */
final class ArmCommands {
    private static final List<Order.By> SORTS =
            List.of(Order.By.PROTOCOL, Order.By.CUT, Order.By.ARM, Order.By.SCENARIO, Order.By.STARTED);

    private ArmCommands() {}

    static List<Command> of(WindowModel window) {
        List<Command> commands = new ArrayList<>();
        commands.add(Keyed.command(
                "arm-up",
                "Alt+Shift+Up",
                "Move this arm up",
                "One row up among the arms that are shown, which are pinned in that order.",
                () -> window.look().moveArm(-1)));
        commands.add(Keyed.command(
                "arm-down",
                "Alt+Shift+Down",
                "Move this arm down",
                "One row down among the arms that are shown, which are pinned in that order.",
                () -> window.look().moveArm(1)));
        for (Order.By by : SORTS) {
            commands.add(Keyed.command(
                    "sort-" + by.label(),
                    "",
                    "Sort arms by " + by.label(),
                    "The table of arms; names come in their natural order.",
                    () -> window.arms().orderProperty().set(new Order(Optional.of(by), false))));
        }
        commands.add(Keyed.command(
                "sort-report",
                "",
                "Sort arms as in reports",
                "By protocol and cut, without a defense first.",
                () -> window.arms().orderProperty().set(Order.OF_REPORTS)));
        return commands;
    }
}
