package peekbench.registry;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * How a scenario chooses a record of a sealed interface, where it is not by {@code name}: for records that stand beside a
 * name of their own.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface ChosenBy {
    /** The key that holds the kebab-case name of the chosen record. */
    String value();

    /** What is chosen, in the singular, for messages. */
    String what();

    /** Records of the interface that only code makes. */
    Class<?>[] except() default {};
}
