package peekbench.plan;

import java.util.List;
import java.util.Optional;
import org.apiguardian.api.API;
import peekbench.binding.AxisValue;
import peekbench.scenario.OptionLabel;
import peekbench.scenario.Scenario;
import peekbench.threat.defense.DefenseOptions;
import peekbench.training.ProtocolOptions;

/**
 * One point of a scenario's grid and one seed.
 *
 * @param scenario the whole scenario, with the values of its axes in their places
 * @param protocol one of its protocols
 * @param cut one of its cuts
 * @param defenses one of its arms
 * @param seed one of its seeds
 * @param values what axes of the scenario vary that matters to this trial; empty without axes
 * @param storedGroup the seed group's name in a result folder that has its plain name for other settings
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1.0")
public record TrialPlan(
        Scenario scenario,
        ProtocolOptions protocol,
        String cut,
        List<DefenseOptions> defenses,
        long seed,
        List<AxisValue> values,
        Optional<String> storedGroup) {
    public TrialPlan {
        defenses = List.copyOf(defenses);
        values = List.copyOf(values);
    }

    /** A trial of a scenario without axes, under its plain name. */
    public TrialPlan(
            Scenario scenario, ProtocolOptions protocol, String cut, List<DefenseOptions> defenses, long seed) {
        this(scenario, protocol, cut, defenses, seed, List.of());
    }

    /** A trial under its plain name. */
    public TrialPlan(
            Scenario scenario,
            ProtocolOptions protocol,
            String cut,
            List<DefenseOptions> defenses,
            long seed,
            List<AxisValue> values) {
        this(scenario, protocol, cut, defenses, seed, values, Optional.empty());
    }

    /** The same trial as a result folder names it. */
    public TrialPlan inGroup(String group) {
        return new TrialPlan(scenario, protocol, cut, defenses, seed, values, Optional.of(group));
    }

    /**
     * A short name, unique in the scenario and fit for a folder: {@code vanilla-split-5-pool1-nopeek-added-2.0-seed1}. It
     * holds the options that differ from their defaults and what axes vary besides, so it stays the same when others are added to the
     * scenario.
     */
    public String id() {
        return group() + "-seed" + seed;
    }

    /** The id without the seed. */
    public String group() {
        return storedGroup.orElseGet(() -> TrialName.of(this));
    }

    /** The values of axes that are not in its protocol, cut or defenses anyway. */
    public List<AxisValue> valuesBesideGrid() {
        return values.stream()
                .filter(value -> !AxisScope.namesItself(value.key()))
                .toList();
    }

    /** What trains, with every option that is not as usual: {@code vanilla split, 2 clients}. */
    public String protocolLabel() {
        return OptionLabel.of(protocol);
    }

    /** What defends the clients, likewise: {@code no defense}, {@code NoPeek CE + 2·dCor}. */
    public String armLabel() {
        return OptionLabel.of(defenses);
    }

    /** The scenario reduced to this trial: two trials whose points are equal are the same work. */
    public Scenario point() {
        return scenario.onlyTrial(protocol, cut, defenses, seed);
    }
}
