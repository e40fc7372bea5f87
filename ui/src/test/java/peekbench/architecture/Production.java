package peekbench.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;

/** The classes of all modules without their tests, read once, and the check that a rule saw some. */
final class Production {
    static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("peekbench");

    private Production() {}

    /** Fails when one of the packages, as a rule spells them, holds no class: such a rule would never fail. */
    static void holdsClassesIn(String... packages) {
        for (String name : packages) {
            assertThat(CLASSES.stream().anyMatch(JavaClass.Predicates.resideInAPackage(name)))
                    .as("there are classes in %s, so that the rule can fail; was the package renamed?", name)
                    .isTrue();
        }
    }

    /** Classes that a scenario or the program can use: not interfaces, not abstract. */
    static List<JavaClass> implementationsOf(Class<?> contract) {
        return CLASSES.stream()
                .filter(JavaClass.Predicates.assignableTo(contract))
                .filter(type -> !type.isInterface() && !type.getModifiers().contains(JavaModifier.ABSTRACT))
                .toList();
    }
}
