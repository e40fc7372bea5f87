package peekbench.threat.view;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Who has a view, and with what powers, for lists and messages; on every class that an attack can ask for. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Role {
    /** A noun with its article: {@code a curious server that can have inputs encoded}. */
    String value();

    /** What of the others' data comes before its eyes: {@code the smashed data that leave the clients}. */
    String sees();
}
