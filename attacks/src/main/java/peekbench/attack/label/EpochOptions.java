package peekbench.attack.label;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import peekbench.problem.Problems;
import peekbench.threat.attack.AttackOptions;

/** Options of an attack that looks at some epochs of the training, each a strength. */
interface EpochOptions extends AttackOptions {
    /** The epochs, from 1; the first stands under the attack's own name. */
    List<Integer> epochs();

    @Override
    default Set<Integer> watchedEpochs() {
        return new HashSet<>(epochs());
    }

    @Override
    default Optional<String> reasonAgainst(int classes) {
        return reasonAgainstNumbers(classes);
    }

    /** Why an attack that needs classes cannot be mounted. */
    static Optional<String> reasonAgainstNumbers(int classes) {
        return classes > 0
                ? Optional.empty()
                : Optional.of("it infers classes, and this task has numbers to predict. Choose data with classes");
    }

    /**
     * Checks the option.
     *
     * @throws peekbench.problem.ConfigurationException when there is no epoch, one that is none, or one twice
     */
    static void check(List<Integer> epochs) {
        Problems problems = new Problems();
        if (epochs.isEmpty()) {
            problems.add("epochs", "is empty; list at least one epoch of the training, from 1.");
        }
        epochs.forEach(epoch -> problems.atLeast("epochs", epoch, 1));
        if (new HashSet<>(epochs).size() < epochs.size()) {
            problems.add("epochs", "names an epoch twice: " + epochs + ". Name each once.");
        }
        problems.throwIfAny();
    }

    /** The name of a candidate. */
    static String strength(int epoch) {
        return "epoch-" + epoch;
    }
}
