package peekbench.catalogue;

import java.io.IOException;
import java.net.MalformedURLException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.function.Consumer;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import peekbench.data.Sha256;
import peekbench.problem.Problem;
import peekbench.registry.Entry;
import peekbench.registry.Kind;
import peekbench.registry.PluginJar;
import peekbench.registry.Provider;

/** One jar of a plug-in folder. What is wrong with it is said to a consumer, and the rest is loaded. */
final class LoadedJar {
    /** The manifest's attribute that says which version a plug-in was built against. */
    static final String BUILT_AGAINST = "Peekbench-Version";

    private static final String FITTING = "Mend it, or ask for a build that fits this Peekbench";

    private final PluginJar jar;
    private final ClassLoader loader;
    private final Consumer<Problem> complaint;
    private boolean offers;

    private LoadedJar(PluginJar jar, ClassLoader loader, Consumer<Problem> complaint) {
        this.jar = jar;
        this.loader = loader;
        this.complaint = complaint;
    }

    /**
     * Opens a jar.
     *
     * @param version the program's; empty when it runs from class folders, which fit every plug-in
     * @return nothing after saying why
     */
    // The loader is open as long as the program runs: classes are read when they are needed.
    @SuppressWarnings("resource")
    static Optional<LoadedJar> open(Path file, Optional<String> version, Consumer<Problem> complaint) {
        try (JarFile jar = new JarFile(file.toFile())) {
            Optional<String> builtAgainst = Optional.ofNullable(jar.getManifest())
                    .map(Manifest::getMainAttributes)
                    .flatMap(attributes -> Optional.ofNullable(attributes.getValue(BUILT_AGAINST)));
            if (version.isPresent()
                    && builtAgainst
                            .filter(built -> !built.equals(version.get()))
                            .isPresent()) {
                complaint.accept(new Problem(
                        file.toString(),
                        "",
                        "was built against Peekbench " + builtAgainst.get() + ", and this is " + version.get()
                                + ". Build it against this version, or take it out of the folder."));
                return Optional.empty();
            }
            return Optional.of(new LoadedJar(
                    new PluginJar(file.toString(), sha256(file)),
                    new JarClassLoader(file.toUri().toURL()),
                    complaint));
        } catch (MalformedURLException e) {
            throw new IllegalStateException("A file has an address", e);
        } catch (IOException e) {
            complaint.accept(new Problem(
                    file.toString(),
                    "",
                    "is no jar that can be read (" + e.getMessage()
                            + "). Copy it there again, or take it out of the folder."));
            return Optional.empty();
        }
    }

    private static String sha256(Path file) throws IOException {
        Sha256 digest = new Sha256();
        digest.update(Files.readAllBytes(file));
        return HexFormat.of().formatHex(digest.finish());
    }

    /** What it offers of a kind, as far as that can be loaded and passes a check. */
    <P extends Provider> List<Entry<P>> entries(Kind<P> kind, Consumer<P> check) {
        List<Entry<P>> entries = new ArrayList<>();
        Iterator<P> providers = ServiceLoader.load(kind.provider(), loader).iterator();
        for (Optional<P> next = next(kind, providers); next.isPresent(); next = next(kind, providers)) {
            P provider = next.get();
            try {
                check.accept(provider);
                entries.add(new Entry<>(provider, Optional.of(jar)));
                offers = true;
            } catch (LinkageError | RuntimeException e) {
                refuse(kind, provider.getClass().getName() + " cannot be used: " + message(e), FITTING);
            }
        }
        return entries;
    }

    /** The next one that can be loaded; empty after the last. */
    private <P extends Provider> Optional<P> next(Kind<P> kind, Iterator<P> providers) {
        while (true) {
            try {
                return providers.hasNext() ? Optional.of(providers.next()) : Optional.empty();
            } catch (ServiceConfigurationError e) {
                refuse(kind, reason(kind, e), FITTING);
            } catch (LinkageError e) {
                refuse(kind, "cannot be loaded: " + e, FITTING);
            }
        }
    }

    private static String reason(Kind<?> kind, ServiceConfigurationError error) {
        String text = String.valueOf(error.getMessage()).replace(kind.provider().getName() + ": ", "");
        return "cannot be loaded: " + text
                + Optional.ofNullable(error.getCause())
                        .map(cause -> " (" + cause + ")")
                        .orElse("");
    }

    private static String message(Throwable failure) {
        return failure instanceof RuntimeException && failure.getMessage() != null
                ? failure.getMessage()
                : failure.toString();
    }

    /**
     * Says that something it offers is left out.
     *
     * @param nextStep what can be done but to take the jar out of the folder
     */
    void refuse(Kind<?> kind, String reason, String nextStep) {
        offers = true;
        complain("offers " + kind.inWords() + " that is left out: " + reason + ". " + nextStep
                + ", or take the jar out of the folder.");
    }

    /** Says so when it offered nothing at all. */
    void offersSomething() {
        if (!offers) {
            complain(
                    "offers nothing. Put @AutoService above its providers and auto-service among the compiler's annotation"
                            + " processors, or take the jar out of the folder.");
        }
    }

    private void complain(String message) {
        complaint.accept(new Problem(jar.file(), "", message));
    }
}
