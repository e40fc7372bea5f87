package peekbench.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.doNot;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.INTERFACES;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.properties.HasModifiers.Predicates.modifier;
import static com.tngtech.archunit.lang.conditions.ArchPredicates.have;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.domain.JavaModifier;
import java.security.SecureRandom;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.factory.Nd4j;
import peekbench.channel.Channel;

/** Rules on what may be called where. */
class HouseRulesTest {
    /** The one exception: two processes that write to one folder need names that differ, and no figure depends on them. */
    private static final String NAMES_TEMPORARY_FOLDERS = "peekbench.result.file.TemporaryName";

    /** Takes numbers from a generator that it is handed; the other classes of its package make their own. */
    private static final DescribedPredicate<JavaClass> GENERATOR_OF_COMMONS_MATH = resideInAPackage(
                    "org.apache.commons.math3.random..")
            .and(not(INTERFACES))
            .and(doNot(have(modifier(JavaModifier.ABSTRACT))));

    private static final DescribedPredicate<JavaMethodCall> ND4J_RANDOMNESS = describe(
            "that ND4J's own generator answers",
            call -> call.getTargetOwner().isEquivalentTo(Nd4j.class)
                    && call.getName().matches("rand.*|getRandom.*|shuffle|choice"));

    @Test
    void onlyTheWindowKnowsJavaFx() {
        Production.holdsClassesIn("peekbench.ui..");
        noClasses()
                .that()
                .resideOutsideOfPackage("peekbench.ui..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("javafx..", "org.controlsfx..", "atlantafx..", "org.jfree.chart.fx..")
                .because("everything but the window runs on machines without a display")
                .check(Production.CLASSES);
    }

    @Test
    void onlyTheCommandLinePrints() {
        Production.holdsClassesIn("peekbench.cli..");
        noClasses()
                .that()
                .resideOutsideOfPackage("peekbench.cli..")
                .should(ACCESS_STANDARD_STREAMS)
                .because("--json and quiet runs promise a clean standard output; the rest logs")
                .check(Production.CLASSES);
    }

    @Test
    void onlySeedMakesRandomNumbers() {
        Production.holdsClassesIn("peekbench.seed..");
        assertThat(Production.CLASSES.contain(NAMES_TEMPORARY_FOLDERS)).isTrue();
        noClasses()
                .that()
                .resideOutsideOfPackage("peekbench.seed..")
                .and()
                .doNotHaveFullyQualifiedName(NAMES_TEMPORARY_FOLDERS)
                .should()
                .dependOnClassesThat(assignableTo(Random.class)
                        .or(assignableTo(SplittableRandom.class))
                        .or(assignableTo(SecureRandom.class))
                        .or(assignableTo(RandomGeneratorFactory.class))
                        .or(GENERATOR_OF_COMMONS_MATH)
                        .or(resideInAPackage("org.nd4j.linalg.api.rng..")))
                .orShould()
                .callMethod(Math.class, "random")
                .orShould()
                .callMethod(UUID.class, "randomUUID")
                .orShould()
                .callMethod(Collections.class, "shuffle", List.class)
                .orShould()
                .callMethod(RandomGenerator.class, "getDefault")
                .orShould()
                .callMethod(RandomGenerator.class, "of", String.class)
                .orShould()
                .callMethodWhere(ND4J_RANDOMNESS)
                .because("one seed reproduces a trial only if every number comes from it")
                .check(Production.CLASSES);
    }

    @Test
    void noProtocolKnowsWhichChannelConnectsItsParties() {
        assertThat(Production.implementationsOf(Channel.class)).isNotEmpty();
        noClasses()
                .that()
                .resideOutsideOfPackage("peekbench.channel..")
                .should()
                .dependOnClassesThat(assignableTo(Channel.class).and(not(INTERFACES)))
                .because("the same protocol runs in one process or over a network, and its setup says which")
                .check(Production.CLASSES);
    }

    @Test
    void onlyItsOwnModuleKnowsDl4j() {
        Production.holdsClassesIn("peekbench.deeplearning4j..");
        noClasses()
                .that()
                .resideOutsideOfPackage("peekbench.deeplearning4j..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.deeplearning4j..", "org.nd4j.autodiff..")
                .because("segments compute their own layers, and one adapter brings in all others")
                .check(Production.CLASSES);
    }

    @Test
    void queriesDoNotStartTheEngine() {
        Production.holdsClassesIn("peekbench.query..");
        noClasses()
                .that()
                .resideInAPackage("peekbench.query..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.nd4j..")
                .because("who looks at results must not wait for native libraries to load")
                .check(Production.CLASSES);
    }

    @Test
    void onlySegmentsAndMetricsTouchNativeMemory() {
        Production.holdsClassesIn("peekbench.nn..", "peekbench.metric..");
        noClasses()
                .that()
                .resideOutsideOfPackages("peekbench.nn..", "peekbench.metric..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.bytedeco..")
                .because("a wrong address ends the program without a message")
                .check(Production.CLASSES);
    }

    @Test
    void onlySegmentsWorkOnBareNumbers() {
        Production.holdsClassesIn("peekbench.nn.memory..");
        noClasses()
                .that()
                .resideOutsideOfPackage("peekbench.nn..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("peekbench.nn.memory..")
                .because("it is fast because it checks neither shapes nor bounds")
                .check(Production.CLASSES);
    }

    @Test
    void theWindowsModelKnowsNoWidgets() {
        Production.holdsClassesIn("peekbench.ui.model..", "peekbench.ui.service..", "peekbench.ui.view..");
        noClasses()
                .that()
                .resideInAPackage("peekbench.ui.model..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("javafx.scene..", "javafx.stage..", "peekbench.ui.view..")
                .because("the view binds and the model decides, which a test can watch without a screen")
                .check(Production.CLASSES);
        noClasses()
                .that()
                .resideInAPackage("peekbench.ui.service..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("javafx..", "peekbench.ui.view..", "peekbench.ui.model..")
                .because("services work away from the window's thread")
                .check(Production.CLASSES);
    }

    /** The command line's process has the engine; the window reads what it wrote. */
    @Test
    void theWindowDoesNotStartTheEngine() {
        Production.holdsClassesIn("peekbench.ui..", "peekbench.trial..", "peekbench.run..", "peekbench.engine..");
        noClasses()
                .that()
                .resideInAPackage("peekbench.ui..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.nd4j..",
                        "org.bytedeco..",
                        "peekbench.nn..",
                        "peekbench.training..",
                        "peekbench.protocol..",
                        "peekbench.attack..",
                        "peekbench.defense..",
                        "peekbench.trial..",
                        "peekbench.run..",
                        "peekbench.engine..")
                .because("a viewer must not wait for native libraries to load, nor be harmed by what they do")
                .check(Production.CLASSES);
    }
}
