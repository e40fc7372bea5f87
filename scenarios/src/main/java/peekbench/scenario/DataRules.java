package peekbench.scenario;

import java.util.List;
import peekbench.data.AuxiliarySource;
import peekbench.data.Partition;
import peekbench.problem.Problems;
import peekbench.threat.attack.AttackOptions;

/** What a scenario's data must hold for its attacks and protocols. */
final class DataRules {
    private final DataPlan data;
    private final Problems problems;

    DataRules(DataPlan data, Problems problems) {
        this.data = data;
        this.problems = problems;
    }

    void attackersHaveRecords(List<AttackOptions> attacks) {
        if (attacks.isEmpty()) {
            return;
        }
        String why = "is 0, but the scenario has attacks; an attacker needs records of its own, at least 1.";
        if (data.attackerAuxiliary() == 0) {
            problems.add("data.attacker-auxiliary", why);
        }
        if (data.attackerValidation() == 0) {
            problems.add("data.attacker-validation", why);
        }
    }

    /** Each attack is mounted with the records of each source. */
    void attackersHaveClasses(List<AttackOptions> attacks) {
        for (int place = 0; place < data.auxiliary().size(); place++) {
            AuxiliarySource source = data.auxiliary().get(place);
            for (int attack = 0; attack < attacks.size(); attack++) {
                AttackOptions options = attacks.get(attack);
                if (!source.hasClasses() && options.needsClasses()) {
                    problems.add(
                            "data.auxiliary[" + place + "]",
                            "gives attackers records without classes, but attacks[" + attack + "] ("
                                    + options.create().name()
                                    + ") trains on classes. Remove one of the two; another scenario can hold it.");
                }
            }
        }
    }

    void protocolHasRecords(ScenarioRules.Listed protocol) {
        int clients = protocol.options().clients();
        if (data.partition() instanceof Partition.Unequal unequal
                && unequal.shares().size() != clients) {
            problems.add(
                    "data.partition.shares",
                    "has " + unequal.shares().size() + " shares, but " + protocol.path() + " deals to " + clients
                            + " clients; give one share a client.");
        }
        if (data.attackerAuxiliary() == 0 && protocol.options().create().takesPublicRecords()) {
            problems.add(
                    "data.attacker-auxiliary",
                    "is 0, but " + protocol.path() + " ("
                            + protocol.options().label()
                            + ") learns from these records as public ones; give at least 1.");
        }
    }
}
