package peekbench.registry;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The paper that an algorithm implements; the bibliography and `peekbench list` are made from it. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Paper {
    String authors();

    String title();

    int year();

    /** Journal, conference or preprint number. */
    String venue();

    /** The section, algorithm or equation that is implemented. */
    String section() default "";
}
