package peekbench.registry;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A record in a record whose components are written beside those of the outer one, with no key of its own. Where it is one
 * of a sealed interface, the outer record's component {@code name} says in messages whose components are wrong.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Inlined {}
