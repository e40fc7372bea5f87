package peekbench.plan;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import peekbench.binding.AxisValue;
import peekbench.scenario.Mounting;
import peekbench.scenario.Scenario;
import peekbench.threat.attack.AttackOptions;
import peekbench.threat.defense.DefenseOptions;
import peekbench.training.ProtocolOptions;

/** Which axes matter to a point of the grid: one that varies an entry of a list does only where the entry is taken. */
record AxisScope(Scenario scenario, ProtocolOptions protocol, String cut, List<DefenseOptions> arm) {
    private static final Pattern ENTRY = Pattern.compile("([a-z-]+)\\[(\\d+)].*");
    private static final Pattern OF_GRID = Pattern.compile("(protocols|undefended-protocols|cuts|defenses)([\\[.].*)?");

    /** Whether the value of this key is in a trial's name anyway, as an option of its protocol or defense, or as its cut. */
    static boolean namesItself(String key) {
        return OF_GRID.matcher(key).matches();
    }

    List<AxisValue> relevant(List<AxisValue> values) {
        return values.stream().filter(value -> matters(value.key())).toList();
    }

    private boolean matters(String key) {
        Matcher entry = ENTRY.matcher(key);
        if (!entry.matches()) {
            return true;
        }
        int place = Integer.parseInt(entry.group(2));
        return switch (entry.group(1)) {
            case "protocols" -> is(scenario.protocols(), place, protocol);
            case "undefended-protocols" -> is(scenario.undefendedProtocols(), place, protocol);
            case "cuts" -> is(scenario.cuts(), place, cut);
            case "defenses" -> is(scenario.defenses(), place, arm);
            case "attacks" ->
                place >= scenario.attacks().size() || mounted(scenario.attacks().get(place));
            default -> true;
        };
    }

    private boolean mounted(AttackOptions attack) {
        return Mounting.reasonAgainst(attack, protocol).isEmpty();
    }

    private static boolean is(List<?> list, int place, Object taken) {
        return place < list.size() && list.get(place).equals(taken);
    }
}
