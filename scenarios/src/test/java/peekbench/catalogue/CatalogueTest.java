package peekbench.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import peekbench.metric.MetricProvider;
import peekbench.problem.ConfigurationException;
import peekbench.problem.Problem;
import peekbench.registry.Entry;
import peekbench.registry.Registry;
import peekbench.scenario.ScenarioReader;
import peekbench.threat.attack.AttackProvider;

class CatalogueTest {
    private static final List<String> OURS =
            Registry.builtIn(AttackProvider.KIND).names();

    @TempDir
    private Path work;

    private Path plugins;

    @BeforeEach
    void makeFolder() throws IOException {
        plugins = Files.createDirectories(work.resolve("plugins"));
        TestJar.ofAttack(work, "Whole", "whole").pack(plugins.resolve("a-whole.jar"));
    }

    private Catalogue catalogue() {
        return Catalogue.of(new PluginFolders(List.of(plugins)), Optional.of("2.0"));
    }

    /** The one message about a jar; the plug-in beside it works. */
    private String complaintOf(String jar) {
        Catalogue catalogue = catalogue();
        assertThat(catalogue.of(AttackProvider.KIND).names()).contains("whole").containsAll(OURS);
        assertThat(catalogue.problems())
                .singleElement()
                .extracting(Problem::location)
                .isEqualTo(plugins.resolve(jar).toString());
        return catalogue.problems().get(0).message();
    }

    @Test
    void aPluginStandsBesideOursInListsAndSchema() throws IOException {
        Catalogue catalogue = catalogue();

        assertThat(catalogue.problems()).isEmpty();
        Entry<AttackProvider> entry = catalogue.of(AttackProvider.KIND).get("whole");
        assertThat(entry.summary()).isEqualTo("What a plug-in does");
        assertThat(entry.jar().orElseThrow().file())
                .isEqualTo(plugins.resolve("a-whole.jar").toString());
        assertThat(entry.jar().orElseThrow().sha256()).matches("[0-9a-f]{64}");
        assertThat(catalogue.of(AttackProvider.KIND).get("decoder").jar()).isEmpty();
        assertThat(catalogue.of(AttackProvider.KIND).names()).isSorted();
        assertThat(new ScenarioReader(catalogue).schema().toString()).contains("What a plug-in does");
        assertThat(ScenarioReader.builtIn().schema().toString()).doesNotContain("What a plug-in does");
    }

    @Test
    void knowsTheJarOfARecord() throws ReflectiveOperationException {
        Catalogue catalogue = catalogue();
        Class<?> type =
                catalogue.of(AttackProvider.KIND).get("whole").provider().options();
        Record options = (Record) type.getConstructor(int.class).newInstance(1);

        assertThat(catalogue.jarOf(options)).isPresent();
        assertThat(catalogue.jarOf(new peekbench.attack.membership.LossThresholdOptions()))
                .isEmpty();
    }

    @Test
    void whatIsNoJarIsNamed() throws IOException {
        Files.writeString(plugins.resolve("broken.jar"), "this is text");

        assertThat(complaintOf("broken.jar"))
                .startsWith("is no jar that can be read (")
                .endsWith("). Copy it there again, or take it out of the folder.");
    }

    @Test
    void aMissingClassIsNamed() throws IOException {
        new TestJar(work)
                .source("Base", "package plugin; public abstract class Base {}")
                .source("Heir", """
                        package plugin;
                        public final class Heir extends Base implements peekbench.threat.attack.AttackProvider {}
                        """)
                .service("peekbench.threat.attack.AttackProvider", "plugin.Heir")
                .without("Base")
                .pack(plugins.resolve("heir.jar"));

        assertThat(complaintOf("heir.jar"))
                .isEqualTo("offers an attack that is left out: cannot be loaded: java.lang.NoClassDefFoundError:"
                        + " plugin/Base. Mend it, or ask for a build that fits this Peekbench, or take the jar out of the"
                        + " folder.");
    }

    @Test
    void aProviderThatIsListedButNotThereIsNamed() throws IOException {
        TestJar.ofAttack(work, "Gone", "gone").without("Gone$Provider").pack(plugins.resolve("gone.jar"));

        assertThat(complaintOf("gone.jar")).contains("cannot be loaded: Provider plugin.Gone$Provider not found");
    }

    @Test
    void aProviderThatThrowsIsNamed() throws IOException {
        new TestJar(work)
                .attack(
                        "Angry",
                        "angry",
                        "\"no\"",
                        "public Provider() { throw new IllegalStateException(\"not today\"); }")
                .pack(plugins.resolve("angry.jar"));

        assertThat(complaintOf("angry.jar")).contains("plugin.Angry$Provider").contains("not today");
    }

    @Test
    void aPluginOfAnotherVersionIsNotLoaded() throws IOException {
        TestJar.ofAttack(work, "Old", "old").builtAgainst("1.9").pack(plugins.resolve("old.jar"));
        TestJar.ofAttack(work, "Fresh", "fresh").builtAgainst("2.0").pack(plugins.resolve("fresh.jar"));

        assertThat(complaintOf("old.jar"))
                .isEqualTo(
                        "was built against Peekbench 1.9, and this is 2.0. Build it against this version, or take it out"
                                + " of the folder.");
        assertThat(catalogue().of(AttackProvider.KIND).names())
                .contains("fresh")
                .doesNotContain("old");
    }

    @Test
    void aNameOfOursIsTaken() throws IOException {
        TestJar.ofAttack(work, "Other", "decoder").pack(plugins.resolve("other.jar"));

        assertThat(complaintOf("other.jar"))
                .isEqualTo("offers an attack that is left out: plugin.Other$Provider calls it (decoder), a name that is"
                        + " taken by Peekbench itself. Give it another name, or take the jar out of the folder.");
    }

    @Test
    void aNameOfAnotherPluginIsTaken() throws IOException {
        TestJar.ofAttack(work, "Second", "whole").pack(plugins.resolve("b-second.jar"));

        assertThat(complaintOf("b-second.jar"))
                .contains("plugin.Second$Provider calls it (whole), a name that is taken by "
                        + plugins.resolve("a-whole.jar"));
    }

    @Test
    void aMetricTakesNoNameOfAMetricOrOfAnotherFigure() throws IOException {
        new TestJar(work)
                .metric("Again", "ssim")
                .metric("Figure", "training-seconds")
                .metric("Worst", "worst-pixel")
                .pack(plugins.resolve("again.jar"));

        Catalogue catalogue = catalogue();
        assertThat(catalogue.of(MetricProvider.KIND).names()).containsExactly("mse", "psnr", "ssim", "worst-pixel");
        assertThat(catalogue.problems())
                .extracting(Problem::message)
                .containsExactly(
                        "offers a metric that is left out: plugin.Again calls it (ssim), a name that is taken by Peekbench"
                                + " itself. Give it another name, or take the jar out of the folder.",
                        "offers a metric that is left out: plugin.Figure calls it (training-seconds), a name that is taken"
                                + " by Peekbench itself. Give it another name, or take the jar out of the folder.");
    }

    @Test
    void whatCannotBeWrittenInAScenarioIsNamed() throws IOException {
        new TestJar(work)
                .source("Strange", """
                        package plugin;
                        import peekbench.registry.*;
                        import peekbench.threat.attack.*;
                        @Name("strange")
                        @Summary("takes what YAML has no word for")
                        public record Strange(Thread thread) implements AttackOptions {
                            @Override public Attack<?, ?> create() { throw new UnsupportedOperationException(); }
                            public static final class Provider implements AttackProvider {}
                        }
                        """)
                .service("peekbench.threat.attack.AttackProvider", "plugin.Strange$Provider")
                .pack(plugins.resolve("strange.jar"));

        assertThat(complaintOf("strange.jar"))
                .contains("plugin.Strange$Provider cannot be used: YAML cannot be bound to java.lang.Thread");
    }

    @Test
    void namesAreSmallLetters() throws IOException {
        TestJar.ofAttack(work, "Loud", "LOUD!").pack(plugins.resolve("loud.jar"));

        assertThat(complaintOf("loud.jar"))
                .contains("its name is (LOUD!); use small letters, digits and dashes, as in label-flip");
    }

    @Test
    void aJarWithoutProvidersIsTold() throws IOException {
        new TestJar(work)
                .source("Alone", "package plugin; public class Alone {}")
                .pack(plugins.resolve("alone.jar"));

        assertThat(complaintOf("alone.jar")).startsWith("offers nothing. Put @AutoService above its providers");
    }

    @Test
    void foldersAreThere() {
        Path nowhere = work.resolve("nowhere");

        assertThatThrownBy(() -> PluginFolders.of(Optional.of(nowhere.toString())))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("The plug-in folder (" + nowhere + ") is no folder; name one that holds jars");
    }

    @Test
    void severalFoldersAreSeparatedAsPathsAre() {
        PluginFolders both = new PluginFolders(List.of(plugins, work));

        assertThat(PluginFolders.of(Optional.of(both.text()))).isEqualTo(both);
    }
}
