package peekbench.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.stream.Stream;
import org.apiguardian.api.API;
import org.junit.jupiter.api.Test;
import peekbench.registry.Provider;

/** What is public on purpose is marked, and is whole: who may use a type may use all that it hands out and asks for. */
class PublicApiTest {
    private static final String PROJECT = "peekbench.";

    @Test
    void whatPlugInsImplementIsMarked() {
        classes()
                .that()
                .areInterfaces()
                .and()
                .areAssignableTo(Provider.class)
                .should()
                .beAnnotatedWith(API.class)
                .because("the report of what changed for plug-ins, made by -Papi, reads only what is marked")
                .check(Production.CLASSES);
    }

    @Test
    void whatMarkedTypesShowIsMarked() {
        classes()
                .that()
                .areAnnotatedWith(API.class)
                .should(showOnlyMarkedTypes())
                .because("a change to a type that a marked one shows is a change to that one")
                .check(Production.CLASSES);
    }

    private static ArchCondition<JavaClass> showOnlyMarkedTypes() {
        return new ArchCondition<>("show only marked types") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                type.getCodeUnits().stream()
                        .filter(unit -> unit.getModifiers().contains(JavaModifier.PUBLIC)
                                || unit.getModifiers().contains(JavaModifier.PROTECTED))
                        .forEach(unit -> namedIn(unit)
                                .map(PublicApiTest::outermost)
                                .filter(named -> named.getName().startsWith(PROJECT))
                                .filter(named -> named.getModifiers().contains(JavaModifier.PUBLIC))
                                .filter(named -> !named.isAnnotatedWith(API.class))
                                .distinct()
                                .forEach(named -> events.add(SimpleConditionEvent.violated(
                                        type,
                                        unit.getFullName() + " shows " + named.getName()
                                                + ", which is not marked @API"))));
            }
        };
    }

    private static Stream<JavaClass> namedIn(JavaCodeUnit unit) {
        return Stream.concat(
                unit.getReturnType().getAllInvolvedRawTypes().stream(),
                unit.getParameterTypes().stream().flatMap(parameter -> parameter.getAllInvolvedRawTypes().stream()));
    }

    private static JavaClass outermost(JavaClass type) {
        return type.getEnclosingClass().map(PublicApiTest::outermost).orElse(type.getBaseComponentType());
    }
}
