package peekbench.threat.defense;

import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.nd4j.linalg.api.ndarray.INDArray;
import peekbench.nn.array.SavedState;
import peekbench.problem.ConfigurationException;

/**
 * Several defenses of one party as one, in the scenario's order; gradients pass them in reverse. Task weights multiply;
 * loss terms are computed on the network's own output and add.
 *
 * @param links the hooks in order; none is no defense
 */
public record DefenseChain(List<DefenseHooks> links) implements DefenseHooks {
    public DefenseChain {
        links = List.copyOf(links);
    }

    /** The hooks of one party. */
    public static DefenseChain attach(List<Defense> defenses, DefenseContext context) {
        return new DefenseChain(
                defenses.stream().map(defense -> defense.attach(context)).toList());
    }

    @Override
    public INDArray sanitizeInput(INDArray input) {
        return inOrder(input, DefenseHooks::sanitizeInput);
    }

    @Override
    public INDArray filterSmashed(INDArray smashed) {
        return inOrder(smashed, DefenseHooks::filterSmashed);
    }

    @Override
    public INDArray smashedFilterGradient(INDArray gradient) {
        INDArray result = gradient;
        for (int i = links.size() - 1; i >= 0; i--) {
            result = links.get(i).smashedFilterGradient(result);
        }
        return result;
    }

    @Override
    public double taskLossWeight() {
        return links.stream().mapToDouble(DefenseHooks::taskLossWeight).reduce(1, (a, b) -> a * b);
    }

    @Override
    public Optional<LossTerm> addToLoss(INDArray input, INDArray smashed) {
        Optional<LossTerm> sum = Optional.empty();
        for (DefenseHooks link : links) {
            Optional<LossTerm> term = link.addToLoss(input, smashed);
            if (term.isPresent() && sum.isPresent()) {
                sum = Optional.of(new LossTerm(
                        sum.get().statistic() + term.get().statistic(),
                        sum.get().gradient().add(term.get().gradient())));
            } else if (term.isPresent()) {
                sum = term;
            }
        }
        return sum;
    }

    @Override
    public INDArray filterTargets(INDArray targets) {
        return inOrder(targets, DefenseHooks::filterTargets);
    }

    @Override
    public INDArray filterGradient(INDArray gradient) {
        return inOrder(gradient, (link, passed) -> link.filterGradient(passed));
    }

    @Override
    public INDArray filterGradient(INDArray gradient, INDArray targets) {
        return inOrder(gradient, (link, passed) -> link.filterGradient(passed, targets));
    }

    @Override
    public INDArray filterUpdate(INDArray update) {
        return inOrder(update, DefenseHooks::filterUpdate);
    }

    /** @throws ConfigurationException when several links have one, since each would clip what the other made noisy */
    @Override
    public Optional<ExampleGradientFilter> exampleGradientFilter() {
        List<ExampleGradientFilter> filters = links.stream()
                .flatMap(link -> link.exampleGradientFilter().stream())
                .toList();
        if (filters.size() > 1) {
            throw new ConfigurationException("An arm has " + filters.size()
                    + " defenses that clip the gradients of single examples; it may have 1. Remove the others.");
        }
        return filters.stream().findFirst();
    }

    /** @throws ConfigurationException when more than one masks */
    @Override
    public Optional<UpdateMasking> updateMasking() {
        List<UpdateMasking> masks =
                links.stream().flatMap(link -> link.updateMasking().stream()).toList();
        if (masks.size() > 1) {
            throw new ConfigurationException(
                    masks.size() + " defenses of one arm mask updates; one hides as much. Remove the others.");
        }
        return masks.stream().findFirst();
    }

    /** The same defenses without those that mask updates. */
    public DefenseChain withoutMasking() {
        return new DefenseChain(
                links.stream().filter(link -> link.updateMasking().isEmpty()).toList());
    }

    @Override
    public void weightsFrozen() {
        links.forEach(DefenseHooks::weightsFrozen);
    }

    @Override
    public void watchGradient(INDArray gradient) {
        links.forEach(link -> link.watchGradient(gradient));
    }

    /** Every link is asked, and the client learns if all agree. */
    @Override
    public boolean learnsFrom(INDArray gradient) {
        boolean learns = true;
        for (DefenseHooks link : links) {
            learns &= link.learnsFrom(gradient);
        }
        return learns;
    }

    @Override
    public void remember(SavedState state) {
        for (int i = 0; i < links.size(); i++) {
            links.get(i).remember(state.part("defense-" + i));
        }
    }

    /** What is left of an array after all links, each given what the one before made of it. */
    private INDArray inOrder(INDArray array, BiFunction<DefenseHooks, INDArray, INDArray> hook) {
        INDArray result = array;
        for (DefenseHooks link : links) {
            result = hook.apply(link, result);
        }
        return result;
    }
}
