package peekbench.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import peekbench.data.Dataset;
import peekbench.data.IndexSets;

/** An attack is worth its figure only if it never saw the records that it is scored on. */
class PrivateTruthTest {
    private static final String ATTACKS = "peekbench.attack..";
    private static final String DEFENSES = "peekbench.defense..";
    private static final String THREAT = "peekbench.threat..";

    @Test
    void recordsAreReadOnlyByThoseWhoHoldOrScoreThem() {
        String[] trusted = {
            "peekbench.data..",
            "peekbench.training..",
            "peekbench.protocol..",
            "peekbench.evaluation..",
            "peekbench.trial..",
            "peekbench.scenario..",
            "peekbench.run..",
        };
        classes()
                .that()
                .belongToAnyOf(Dataset.class, IndexSets.class)
                .should()
                .onlyHaveDependentClassesThat(resideInAnyPackage(trusted))
                .because("the parties own the records, the evaluation scores against them, and nobody else may look")
                .check(Production.CLASSES);
    }

    @Test
    void attacksReachNeitherRecordsNorPartiesNorTheChannel() {
        Production.holdsClassesIn(ATTACKS);
        noClasses()
                .that()
                .resideInAPackage(ATTACKS)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "peekbench.data..",
                        "peekbench.training..",
                        "peekbench.protocol..",
                        "peekbench.channel..",
                        "peekbench.evaluation..")
                .because("an attack sees its view and its own auxiliary records, nothing more")
                .check(Production.CLASSES);
    }

    @Test
    void defensesReachNoRecords() {
        Production.holdsClassesIn(DEFENSES);
        noClasses()
                .that()
                .resideInAPackage(DEFENSES)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "peekbench.data..", "peekbench.training..", "peekbench.protocol..", "peekbench.evaluation..")
                .because("a defense acts on what its hooks are handed")
                .check(Production.CLASSES);
    }

    @Test
    void viewsCarryNoRecords() {
        Production.holdsClassesIn(THREAT);
        noClasses()
                .that()
                .resideInAPackage(THREAT)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "peekbench.data..", "peekbench.training..", "peekbench.protocol..", "peekbench.evaluation..")
                .because("what a view does not hold, no attack can ask it for")
                .check(Production.CLASSES);
    }

    /** Without this, the first rule could go on holding after the records moved to another type. */
    @Test
    void theEvaluationDoesReadTheRecords() {
        assertThat(Production.CLASSES.get(Dataset.class).getDirectDependenciesToSelf().stream()
                        .map(dependency -> dependency.getOriginClass().getPackageName()))
                .contains("peekbench.evaluation");
    }
}
