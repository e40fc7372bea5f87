package peekbench.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import java.lang.reflect.Modifier;
import java.util.List;
import org.junit.jupiter.api.Test;
import peekbench.catalogue.Catalogue;
import peekbench.nn.model.ModelOptions;
import peekbench.nn.model.ModelProvider;
import peekbench.registry.Kind;
import peekbench.registry.OptionsProvider;
import peekbench.registry.Registry;
import peekbench.threat.attack.Attack;
import peekbench.threat.attack.AttackOptions;
import peekbench.threat.attack.AttackOutcome;
import peekbench.threat.attack.AttackProvider;
import peekbench.threat.defense.DefenseChain;
import peekbench.threat.defense.DefenseHooks;
import peekbench.threat.defense.DefenseOptions;
import peekbench.threat.defense.DefenseProvider;
import peekbench.threat.view.AdversaryView;
import peekbench.training.ProtocolOptions;
import peekbench.training.ProtocolProvider;

/** One rule for each contract: where its implementations live, and that people can find them. */
class ContractTest {
    @Test
    void viewsAreSealed() {
        everyTypeIsClosed(AdversaryView.class);
    }

    @Test
    void outcomesAreSealed() {
        everyTypeIsClosed(AttackOutcome.class);
    }

    @Test
    void attacksLiveWithTheAttacks() {
        assertThat(Production.implementationsOf(Attack.class)).isNotEmpty();
        classes()
                .that()
                .implement(Attack.class)
                .or()
                .implement(AttackOptions.class)
                .should()
                .resideInAPackage("peekbench.attack..")
                .because("the rules on what an attack may reach are rules on that package")
                .check(Production.CLASSES);
    }

    @Test
    void defensesLiveWithTheDefenses() {
        assertThat(Production.implementationsOf(DefenseHooks.class)).isNotEmpty();
        classes()
                .that()
                .implement(DefenseHooks.class)
                .or()
                .implement(DefenseOptions.class)
                .should()
                .resideInAPackage("peekbench.defense..")
                .orShould()
                .be(DefenseChain.class)
                // A client that stands still is no defense.
                .orShould()
                .haveFullyQualifiedName("peekbench.trial.ReferenceClients$Unmoved")
                .because("the rules on what a defense may reach are rules on that package")
                .check(Production.CLASSES);
    }

    @Test
    void registriesListEveryImplementation() {
        listsAll(AttackProvider.KIND, AttackOptions.class);
        listsAll(DefenseProvider.KIND, DefenseOptions.class);
        listsAll(ProtocolProvider.KIND, ProtocolOptions.class);
        listsAll(ModelProvider.KIND, ModelOptions.class);
    }

    @Test
    void everyProviderIsFound() {
        for (Kind<?> kind : Catalogue.KINDS) {
            assertThat(Production.implementationsOf(kind.provider()))
                    .as("providers of " + kind.plural() + "; @AutoService lists them")
                    .extracting(JavaClass::getName)
                    .containsExactlyInAnyOrderElementsOf(Registry.builtIn(kind).entries().stream()
                            .map(entry -> entry.provider().getClass().getName())
                            .toList());
        }
    }

    private static void listsAll(Kind<? extends OptionsProvider<?>> kind, Class<?> options) {
        List<String> listed = Registry.builtIn(kind).entries().stream()
                .map(entry -> entry.provider().options().getName())
                .toList();
        assertThat(Production.implementationsOf(options))
                .as("what has no provider, no scenario can name")
                .isNotEmpty()
                .extracting(JavaClass::getName)
                .containsExactlyInAnyOrderElementsOf(listed);
    }

    private static void everyTypeIsClosed(Class<?> root) {
        List<JavaClass> family = Production.CLASSES.stream()
                .filter(JavaClass.Predicates.assignableTo(root))
                .toList();
        assertThat(family)
                .hasSizeGreaterThan(1)
                .allSatisfy(type -> assertThat(type.reflect())
                        .as("the family is closed, so that a switch over it is complete")
                        .matches(one -> one.isSealed() || Modifier.isFinal(one.getModifiers()), "is sealed or final"));
    }
}
