package peekbench.catalogue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.apiguardian.api.API;
import peekbench.binding.Choices;
import peekbench.binding.TypeModel;
import peekbench.data.catalogue.DatasetProvider;
import peekbench.metric.MetricProvider;
import peekbench.nn.model.ModelOptions;
import peekbench.nn.model.ModelProvider;
import peekbench.problem.Problem;
import peekbench.registry.Entry;
import peekbench.registry.Kind;
import peekbench.registry.OptionsProvider;
import peekbench.registry.PluginJar;
import peekbench.registry.Provider;
import peekbench.registry.Registry;
import peekbench.threat.attack.AttackOptions;
import peekbench.threat.attack.AttackProvider;
import peekbench.threat.defense.DefenseOptions;
import peekbench.threat.defense.DefenseProvider;
import peekbench.training.ProtocolOptions;
import peekbench.training.ProtocolProvider;

/**
 * Everything that scenarios can name, by kind: what comes with the program, and what plug-ins add. Immutable; a program makes
 * one at its start and hands it down.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1.0")
public final class Catalogue {
    /** What plug-ins can add to, in the order in which it is listed. */
    public static final List<Kind<?>> KINDS = List.of(
            ProtocolProvider.KIND,
            ModelProvider.KIND,
            AttackProvider.KIND,
            DefenseProvider.KIND,
            DatasetProvider.KIND,
            MetricProvider.KIND);

    private static final String NAME = "[a-z0-9][a-z0-9-]*";

    private final PluginFolders folders;
    private final Map<Kind<?>, Registry<?>> registries;
    private final List<Problem> problems;

    private Catalogue(PluginFolders folders, Map<Kind<?>, Registry<?>> registries, List<Problem> problems) {
        this.folders = folders;
        this.registries = Map.copyOf(registries);
        this.problems = List.copyOf(problems);
    }

    /** What comes with the program. */
    public static Catalogue builtIn() {
        Map<Kind<?>, Registry<?>> registries = new HashMap<>();
        KINDS.forEach(kind -> registries.put(kind, Registry.builtIn(kind)));
        return new Catalogue(PluginFolders.none(), registries, List.of());
    }

    /**
     * What comes with the program, and the plug-ins of some folders. What cannot be used of them is left out and told of by
     * {@link #problems}.
     */
    public static Catalogue of(PluginFolders folders) {
        return of(folders, Optional.ofNullable(Registry.class.getPackage().getImplementationVersion()));
    }

    /** @param version the program's; empty when it runs from class folders */
    static Catalogue of(PluginFolders folders, Optional<String> version) {
        List<Problem> problems = new ArrayList<>();
        List<LoadedJar> jars = folders.jars().stream()
                .flatMap(file -> LoadedJar.open(file, version, problems::add).stream())
                .toList();
        Catalogue own = builtIn();
        Map<Kind<?>, Registry<?>> registries = new HashMap<>();
        KINDS.forEach(kind -> registries.put(kind, own.with(kind, jars)));
        jars.forEach(LoadedJar::offersSomething);
        return new Catalogue(folders, registries, problems);
    }

    /** The registry of a kind and what jars add to it; a name that is taken is refused. */
    private <P extends Provider> Registry<P> with(Kind<P> kind, List<LoadedJar> jars) {
        Registry<P> all = of(kind);
        for (LoadedJar jar : jars) {
            for (Entry<P> entry : jar.entries(kind, this::check)) {
                Optional<Entry<P>> taken = all.find(entry.name());
                if (taken.isPresent() || kind.reserved().contains(entry.name())) {
                    jar.refuse(
                            kind,
                            entry.provider().getClass().getName() + " calls it (" + entry.name()
                                    + "), a name that is taken by "
                                    + taken.flatMap(Entry::jar)
                                            .map(PluginJar::file)
                                            .orElse("Peekbench itself"),
                            "Give it another name");
                } else {
                    all = new Registry<>(
                            kind,
                            Stream.concat(all.entries().stream(), Stream.of(entry))
                                    .toList());
                }
            }
        }
        return all;
    }

    /** What would otherwise fail later, and with it what it is listed beside. */
    private void check(Provider provider) {
        if (!provider.name().matches(NAME)) {
            throw new IllegalStateException(
                    "its name is (" + provider.name() + "); use small letters, digits and dashes, as in label-flip");
        }
        if (provider.summary().isBlank()) {
            throw new IllegalStateException("its summary is blank; say in a sentence what it does");
        }
        if (provider instanceof OptionsProvider<?> optional) {
            types().ofRecord(optional.options().asSubclass(Record.class));
        }
    }

    /** All of one kind. */
    // The registry under a kind was made for it.
    @SuppressWarnings("unchecked")
    public <P extends Provider> Registry<P> of(Kind<P> kind) {
        return (Registry<P>) Objects.requireNonNull(registries.get(kind), () -> "no such kind: " + kind);
    }

    /** How everything that it holds is written in scenarios. */
    public TypeModel types() {
        return new TypeModel(
                List.of(
                        new Choices<>(ModelOptions.class, of(ModelProvider.KIND)),
                        new Choices<>(ProtocolOptions.class, of(ProtocolProvider.KIND)),
                        new Choices<>(DefenseOptions.class, of(DefenseProvider.KIND)),
                        new Choices<>(AttackOptions.class, of(AttackProvider.KIND))),
                List.of(of(DatasetProvider.KIND)));
    }

    /** Where plug-ins were looked for. */
    public PluginFolders folders() {
        return folders;
    }

    /** What is wrong with plug-ins, each with its jar. */
    public List<Problem> problems() {
        return problems;
    }

    /** The plug-in that a record of options is from; empty for what comes with the program. */
    public Optional<PluginJar> jarOf(Record options) {
        return registries.values().stream()
                .flatMap(registry -> registry.entries().stream())
                .filter(entry -> entry.provider() instanceof OptionsProvider<?> provider
                        && provider.options() == options.getClass())
                .findFirst()
                .flatMap(Entry::jar);
    }
}
