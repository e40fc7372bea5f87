package peekbench.scenario;

import java.util.List;
import java.util.stream.Stream;
import org.apiguardian.api.API;
import peekbench.binding.Parts;
import peekbench.evaluation.EvaluationOptions;
import peekbench.nn.array.Precision;
import peekbench.nn.model.ModelOptions;
import peekbench.problem.Problems;
import peekbench.registry.Default;
import peekbench.registry.Summary;
import peekbench.threat.attack.AttackOptions;
import peekbench.threat.defense.DefenseOptions;
import peekbench.training.ProtocolOptions;
import peekbench.training.TrainingOptions;

/**
 * An experiment as a person writes it: every protocol is run at every cut with every arm of defenses and every seed, and
 * every attack is mounted on what comes of it. Only a protocol that has no place for a defense, as {@code centralized} has
 * none at all, is left out with its arms, and an attack with the protocols around which nobody can mount it; the run and its report
 * say so.
 *
 * @param format version of this layout, {@link #FORMAT}
 * @param name names the result folder
 * @param title heading of the report; the name where it is left out
 * @param precision of all arrays
 * @param data which records play which part
 * @param model the network
 * @param cuts where it is split
 * @param protocols how it is trained
 * @param undefendedProtocols how it is trained besides, but with no arm that holds defenses: for a look at many protocols
 *     beside few that are defended
 * @param training how long and in what steps
 * @param defenses arms; each holds the defenses that are applied together, in order; an empty arm is no defense, and the
 *     only one for protocols that take none
 * @param attacks what is tried on every trained network; without any, scenarios only train
 * @param attackAtEpochs epochs of the training after which every attack is mounted on the network as it is, 0 before the
 *     first; the finished network is attacked in any case
 * @param transcript what a server keeps of what arrives during training
 * @param evaluation how attacks are scored
 * @param seeds one trial each
 * @param store what is kept besides figures and pictures
 * @param budget what a run may take
 * @param quick assignments that make a small version of the experiment, applied by {@code --quick}
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1.0")
@Summary("an experiment: every protocol, cut, arm of defenses and seed is one trial")
public record Scenario(
        @Summary("version of the layout of this file: 1") int format,

        @Summary("small letters, digits and dashes; names the result folder")
        String name,

        @Default("\"\"") @Summary("heading of the report; the name if not given")
        String title,

        @Default("float32") @Summary("number format of all arrays")
        Precision precision,

        @Summary("which records play which part") DataPlan data,
        @Summary("the network, see peekbench list models") ModelOptions model,

        @Summary("layers after which the network is split, each a trial of its own")
        List<String> cuts,

        @Summary("how the network is trained, each a trial of its own")
        List<ProtocolOptions> protocols,

        @Default("[]") @Summary("how the network is trained besides, without a defense only")
        List<ProtocolOptions> undefendedProtocols,

        @Summary("how long and in what steps") TrainingOptions training,

        @Default("[[]]")
        @Summary("arms: lists of defenses applied together; [] is no defense, and the only arm of centralized training")
        List<List<DefenseOptions>> defenses,

        @Default("[]") @Summary("tried on every trained network")
        List<AttackOptions> attacks,

        @Default("[]") @Summary("epochs of the training after which attacks are mounted too, 0 before the first")
        List<Integer> attackAtEpochs,

        @Default("{}") @Summary("what a server keeps of what arrives while the network is trained")
        TranscriptOptions transcript,

        @Default("{}") @Summary("how attacks are scored") EvaluationOptions evaluation,

        @Summary("one trial each; five for figures in a paper")
        List<Long> seeds,

        @Default("{}") @Summary("what is kept besides figures and pictures; changes no figure")
        StoreOptions store,

        @Default("{}") @Summary("what a run may take, in time and on disk; changes no figure")
        Budget budget,

        @Default("[]") @Summary("assignments for a small version, applied by --quick: training.epochs=2")
        List<String> quick) {
    /** The version that this program reads. */
    public static final int FORMAT = 1;

    /** @throws peekbench.problem.ConfigurationException with all mistakes */
    public Scenario {
        title = title.isBlank() ? name : title;
        cuts = List.copyOf(cuts);
        protocols = List.copyOf(protocols);
        undefendedProtocols = List.copyOf(undefendedProtocols);
        defenses = defenses.stream().map(List::copyOf).toList();
        attacks = List.copyOf(attacks);
        attackAtEpochs = List.copyOf(attackAtEpochs);
        seeds = List.copyOf(seeds);
        quick = List.copyOf(quick);
        Problems problems = new Problems();
        ScenarioRules.check(
                new Parts()
                        .with("format", format)
                        .with("name", name)
                        .with("title", title)
                        .with("data", data)
                        .with("model", model)
                        .with("cuts", cuts)
                        .with("protocols", protocols)
                        .with("undefended-protocols", undefendedProtocols)
                        .with("training", training)
                        .with("defenses", defenses)
                        .with("attacks", attacks)
                        .with("attack-at-epochs", attackAtEpochs)
                        .with("transcript", transcript)
                        .with("seeds", seeds)
                        .with("store", store),
                problems);
        problems.throwIfAny();
    }

    /** Those that are defended, then the others. */
    public List<ProtocolOptions> allProtocols() {
        return Stream.concat(protocols.stream(), undefendedProtocols.stream()).toList();
    }

    /** The same scenario reduced to one trial, with the attacks that somebody around its protocol can mount. */
    public Scenario onlyTrial(ProtocolOptions protocol, String cut, List<DefenseOptions> arm, long seed) {
        return new Scenario(
                format,
                name,
                title,
                precision,
                data,
                model,
                List.of(cut),
                List.of(protocol),
                List.of(),
                training,
                List.of(arm),
                attacks.stream()
                        .filter(attack ->
                                Mounting.reasonAgainst(attack, protocol).isEmpty())
                        .toList(),
                attackAtEpochs,
                transcript,
                evaluation,
                List.of(seed),
                store,
                Budget.unlimited(),
                List.of());
    }
}
