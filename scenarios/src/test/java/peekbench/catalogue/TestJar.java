package peekbench.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import javax.tools.ToolProvider;

/** Compiles sources to a jar as somebody else's build would. */
public final class TestJar {
    private final Path work;
    private final Map<String, String> sources = new LinkedHashMap<>();
    private final Map<String, List<String>> services = new LinkedHashMap<>();
    private final List<String> leftOut = new ArrayList<>();
    private final Manifest manifest = new Manifest();

    /** @param work an empty folder to compile in */
    public TestJar(Path work) {
        this.work = work;
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    }

    /** An attack that does what an attack of ours does, in a package of its own. */
    public static TestJar ofAttack(Path work, String className, String name) {
        return new TestJar(work).attack(className, name, "\"What a plug-in does\"", "");
    }

    /** Adds an attack with a provider; {@code body} goes into the provider. */
    public TestJar attack(String className, String name, String summary, String body) {
        return source(className, """
                package plugin;
                import peekbench.registry.*;
                import peekbench.threat.attack.*;
                @Name("%s")
                @Summary(%s)
                public record %s(@Default("3") int depth) implements AttackOptions {
                    @Override public Attack<?, ?> create() {
                        return new peekbench.attack.membership.LossThresholdOptions().create();
                    }
                    public static final class Provider implements AttackProvider {
                        %s
                    }
                }
                """.formatted(name, summary, className, body))
                .service("peekbench.threat.attack.AttackProvider", "plugin." + className + "$Provider");
    }

    /** Adds a metric: the largest error of a pair. */
    public TestJar metric(String className, String name) {
        return source(className, """
                package plugin;
                import org.nd4j.linalg.api.ndarray.INDArray;
                import org.nd4j.linalg.ops.transforms.Transforms;
                import peekbench.metric.*;
                public record %s() implements MetricProvider {
                    @Override public Metric metric() {
                        return new Metric("%s", "brightness", "[0, 1]", Metric.Meaning.LESS_IS_LEAK, "Worst \u2193",
                                FigureFormat.TWO, "largest error of a pair");
                    }
                    @Override public double[] score(INDArray originals, INDArray reconstructions) {
                        INDArray errors = Transforms.abs(originals.sub(reconstructions));
                        return errors.reshape(errors.size(0), -1).max(1).toDoubleVector();
                    }
                }
                """.formatted(className, name))
                .service("peekbench.metric.MetricProvider", "plugin." + className);
    }

    /** Adds a class of package {@code plugin}. */
    public TestJar source(String className, String text) {
        sources.put(className, text);
        return this;
    }

    /** Lists a provider. */
    public TestJar service(String kind, String provider) {
        services.computeIfAbsent(kind, key -> new ArrayList<>()).add(provider);
        return this;
    }

    /** Forgets a class when the jar is packed. */
    TestJar without(String className) {
        leftOut.add(className + ".class");
        return this;
    }

    /** Says which version it was built against. */
    TestJar builtAgainst(String version) {
        manifest.getMainAttributes().putValue(LoadedJar.BUILT_AGAINST, version);
        return this;
    }

    /** Compiles and packs it. */
    public Path pack(Path jar) throws IOException {
        Path classes = Files.createDirectories(work.resolve(jar.getFileName().toString() + "-classes"));
        List<String> arguments = new ArrayList<>(
                List.of("-proc:none", "-cp", System.getProperty("java.class.path"), "-d", classes.toString()));
        for (Map.Entry<String, String> source : sources.entrySet()) {
            Path file = classes.resolve(source.getKey() + ".java");
            arguments.add(Files.writeString(file, source.getValue()).toString());
        }
        if (!sources.isEmpty()) {
            assertThat(ToolProvider.getSystemJavaCompiler().run(null, null, null, arguments.toArray(String[]::new)))
                    .as("the compiler's exit code")
                    .isZero();
        }
        Files.createDirectories(jar.toAbsolutePath().getParent());
        try (OutputStream out = Files.newOutputStream(jar);
                JarOutputStream packed = new JarOutputStream(out, manifest);
                Stream<Path> files = Files.walk(classes)) {
            for (Path file : files.filter(path -> path.toString().endsWith(".class"))
                    .filter(path -> !leftOut.contains(path.getFileName().toString()))
                    .toList()) {
                add(packed, classes.relativize(file).toString().replace('\\', '/'), Files.readAllBytes(file));
            }
            for (Map.Entry<String, List<String>> service : services.entrySet()) {
                add(
                        packed,
                        "META-INF/services/" + service.getKey(),
                        String.join("\n", service.getValue()).getBytes(StandardCharsets.UTF_8));
            }
        }
        return jar;
    }

    private static void add(JarOutputStream jar, String name, byte[] content) throws IOException {
        jar.putNextEntry(new JarEntry(name));
        jar.write(content);
        jar.closeEntry();
    }
}
