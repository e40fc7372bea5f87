package peekbench.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Data flows one way: scenario, plan, trial, result, report. Nothing downstream is known upstream. */
class PackageDependencyTest {
    private static final String[] CORE = {
        "peekbench.seed..",
        "peekbench.problem..",
        "peekbench.registry..",
        "peekbench.data..",
        "peekbench.nn..",
        "peekbench.channel..",
        "peekbench.training..",
        "peekbench.protocol..",
        "peekbench.threat..",
        "peekbench.metric..",
        "peekbench.evaluation.."
    };
    private static final String[] SCENARIOS = {
        "peekbench.catalogue..",
        "peekbench.binding..",
        "peekbench.scenario..",
        "peekbench.plan..",
        "peekbench.event..",
        "peekbench.engine..",
        "peekbench.journal..",
        "peekbench.victim..",
        "peekbench.trial..",
        "peekbench.run..",
        "peekbench.result..",
        "peekbench.report..",
        "peekbench.query..",
        "peekbench.cli.."
    };
    private static final String DEFENSES = "peekbench.defense..";
    private static final String ATTACKS = "peekbench.attack..";
    private static final String WINDOW = "peekbench.ui..";

    @Test
    void packagesFormNoCycles() {
        slices().matching("peekbench.(**)")
                .should()
                .beFreeOfCycles()
                .because("a package that needs itself by a detour can be neither understood nor replaced alone")
                .check(Production.CLASSES);
    }

    @Test
    void coreKnowsNothingAboveIt() {
        Production.holdsClassesIn(CORE);
        noClasses()
                .that()
                .resideInAnyPackage(CORE)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(join(SCENARIOS, DEFENSES, ATTACKS, WINDOW))
                .because("core is what everything else is built on")
                .check(Production.CLASSES);
    }

    @Test
    void attacksAndDefensesDoNotKnowEachOther() {
        Production.holdsClassesIn(ATTACKS, DEFENSES);
        noClasses()
                .that()
                .resideInAPackage(ATTACKS)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(join(SCENARIOS, DEFENSES, WINDOW))
                .because("an attack that knows a defense's internals sees more than its role would")
                .check(Production.CLASSES);
        noClasses()
                .that()
                .resideInAPackage(DEFENSES)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(join(SCENARIOS, ATTACKS, WINDOW))
                .because("a defense tuned to one attack's code defends against that code only")
                .check(Production.CLASSES);
    }

    @Test
    void scenariosDoNotKnowTheWindow() {
        Production.holdsClassesIn(SCENARIOS);
        Production.holdsClassesIn(WINDOW);
        noClasses()
                .that()
                .resideInAnyPackage(SCENARIOS)
                .should()
                .dependOnClassesThat()
                .resideInAPackage(WINDOW)
                .because("suites run overnight on machines without a display")
                .check(Production.CLASSES);
    }

    /** What each package of core, defenses and attacks may use of the others; itself is always allowed. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            seed       |
            problem    |
            registry   | problem
            nn         | seed problem registry
            metric     | seed problem registry nn
            threat     | seed problem registry nn channel
            deeplearning4j | seed problem registry nn
            attack     | seed problem registry nn metric threat
            defense    | seed problem registry nn metric threat channel
            """)
    void aPackageUsesOnlyWhatItsRowNames(String name, String allowed) {
        Production.holdsClassesIn("peekbench." + name + "..");
        String used = allowed == null ? name : name + " " + allowed;
        String[] packages = Arrays.stream(used.split(" ", -1))
                .map(p -> "peekbench." + p + "..")
                .toArray(String[]::new);
        classes()
                .that()
                .resideInAPackage("peekbench." + name + "..")
                .should()
                .onlyDependOnClassesThat(resideOutsideOfPackage("peekbench..").or(resideInAnyPackage(packages)))
                .because("docs/architecture.md shows what may know what")
                .check(Production.CLASSES);
    }

    private static String[] join(String[] packages, String... more) {
        return Stream.of(packages, more).flatMap(Arrays::stream).toArray(String[]::new);
    }
}
