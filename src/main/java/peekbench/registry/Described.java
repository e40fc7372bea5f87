package peekbench.registry;

import java.lang.annotation.Annotation;
import java.util.Optional;

/** Reads what the annotations above a class say of it. */
public final class Described {
    private Described() {}

    /**
     * What scenarios call it, by its {@link Name}.
     *
     * @throws IllegalStateException when it has none
     */
    public static String name(Class<?> type) {
        return annotation(type, Name.class).value();
    }

    /**
     * One sentence about it, by its {@link Summary}.
     *
     * @throws IllegalStateException when it has none
     */
    public static String summary(Class<?> type) {
        return annotation(type, Summary.class).value();
    }

    private static <A extends Annotation> A annotation(Class<?> type, Class<A> annotation) {
        return Optional.ofNullable(type.getAnnotation(annotation))
                .orElseThrow(() -> new IllegalStateException("The class (" + type.getName() + ") has no @"
                        + annotation.getSimpleName() + "; write one above it."));
    }
}
