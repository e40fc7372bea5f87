package peekbench.data.inspect;

import java.util.List;
import peekbench.data.GivenParts;

/**
 * How many records could play which part.
 *
 * @param victimTrain half of the training part, or more where others are given
 * @param victimTest a sixth of it, or all of a given test part
 * @param attackerAuxiliary a quarter of it, or nearly all of a given auxiliary part
 * @param attackerValidation the rest
 */
record Division(int victimTrain, int victimTest, int attackerAuxiliary, int attackerValidation) {
    static Division of(GivenParts parts) {
        int left = parts.train();
        int test = parts.test() > 0 ? parts.test() : Math.max(1, left / 6);
        left -= parts.test() > 0 ? 0 : test;
        int attackers = parts.auxiliary() > 0 ? parts.auxiliary() : left * 2 / 5;
        left -= parts.auxiliary() > 0 ? 0 : attackers;
        int validation = attackers / 6;
        return new Division(Math.max(1, left), test, attackers - validation, validation);
    }

    List<String> lines() {
        return List.of(
                "victim-train: " + victimTrain,
                "victim-test: " + victimTest,
                "attacker-auxiliary: " + attackerAuxiliary,
                "attacker-validation: " + attackerValidation);
    }
}
