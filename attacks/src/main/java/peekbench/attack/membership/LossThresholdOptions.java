package peekbench.attack.membership;

import peekbench.registry.Paper;
import peekbench.registry.Summary;
import peekbench.threat.attack.Attack;
import peekbench.threat.attack.AttackOptions;

/** Options of {@link LossThreshold}, which has none. */
@Paper(
        authors = "Yeom, Giacomelli, Fredrikson, Jha",
        title = "Privacy Risk in Machine Learning: Analyzing the Connection to Overfitting",
        year = 2018,
        venue = "IEEE CSF",
        section = "Adversary 1 with a bounded loss")
@Summary("calls a record trained on when the network's loss on it is small")
public record LossThresholdOptions() implements AttackOptions {
    @Override
    public Attack<?, ?> create() {
        return new LossThreshold();
    }
}
