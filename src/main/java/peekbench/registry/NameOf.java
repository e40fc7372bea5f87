package peekbench.registry;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Says that the text of a component names something in the catalogue; whoever reads a scenario knows which names there are. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface NameOf {
    /** The {@link Kind}, in the singular: {@code data set}. */
    String value();

    /** Keys beside it that allow any other name. */
    String[] unless() default {};
}
