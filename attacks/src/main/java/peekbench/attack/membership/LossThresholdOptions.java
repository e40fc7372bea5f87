package peekbench.attack.membership;

import com.google.auto.service.AutoService;
import peekbench.registry.Name;
import peekbench.registry.Paper;
import peekbench.registry.Summary;
import peekbench.threat.attack.Attack;
import peekbench.threat.attack.AttackOptions;
import peekbench.threat.attack.AttackProvider;

/** Options of {@link LossThreshold}, which has none. */
@Paper(
        authors = "Yeom, Giacomelli, Fredrikson, Jha",
        title = "Privacy Risk in Machine Learning: Analyzing the Connection to Overfitting",
        year = 2018,
        venue = "IEEE CSF",
        section = "Adversary 1 with a bounded loss")
@Name("loss-threshold")
@Summary("Records on which the finished network's loss is small were trained on")
public record LossThresholdOptions() implements AttackOptions {
    @Override
    public Attack<?, ?> create() {
        return new LossThreshold();
    }

    /** Puts it into the catalogue. */
    @AutoService(AttackProvider.class)
    public record Provider() implements AttackProvider {}
}
