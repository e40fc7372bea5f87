package peekbench.attack.federated;

import com.google.auto.service.AutoService;
import peekbench.problem.Problems;
import peekbench.registry.Default;
import peekbench.registry.Name;
import peekbench.registry.Paper;
import peekbench.registry.Summary;
import peekbench.threat.attack.Attack;
import peekbench.threat.attack.AttackOptions;
import peekbench.threat.attack.AttackProvider;
import peekbench.threat.observation.Moment;

/**
 * Options of {@link PropertyInference}.
 *
 * @param moment when updates are looked at
 * @param simulatedClients how many the attacker makes of its own records to learn from; a fifth of them choose the ridge
 * @param recordsPerClient of a simulated client; 0 is as many as the victims have on average
 */
@Paper(
        authors = "Melis, Song, De Cristofaro, Shmatikov",
        title = "Exploiting Unintended Feature Leakage in Collaborative Learning",
        year = 2019,
        venue = "IEEE S&P",
        section = "V.C, passive property inference")
@Name("property-inference")
@Summary("An aggregator infers the label distribution of each client's records from its update")
public record PropertyInferenceOptions(
        @Default("initial") @Summary("initial: in the first round; trained: in the round after the last")
        Moment moment,

        @Default("200") @Summary("clients that the attacker makes of its own records to learn from")
        int simulatedClients,

        @Default("0") @Summary("records of each; 0 is as many as the victims have on average")
        int recordsPerClient)
        implements AttackOptions {
    private static final int FEWEST_CLIENTS = 10;

    /** @throws peekbench.problem.ConfigurationException with all mistakes */
    public PropertyInferenceOptions {
        Problems problems = new Problems();
        problems.atLeast("simulated-clients", simulatedClients, FEWEST_CLIENTS);
        problems.atLeast("records-per-client", recordsPerClient, 0);
        problems.throwIfAny();
    }

    @Override
    public Attack<?, ?> create() {
        return new PropertyInference(this);
    }

    /** Puts it into the catalogue. */
    @AutoService(AttackProvider.class)
    public record Provider() implements AttackProvider {}
}
