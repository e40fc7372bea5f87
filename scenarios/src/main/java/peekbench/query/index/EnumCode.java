package peekbench.query.index;

/**
 * Constants as the numbers that the index holds. An index that was written with other constants is of another version and made
 * anew.
 */
public final class EnumCode {
    private EnumCode() {}

    /** The number of a constant. */
    @SuppressWarnings("EnumOrdinal")
    public static int of(Enum<?> constant) {
        return constant.ordinal();
    }

    /** The constant of a number. */
    public static <E extends Enum<E>> E constant(Class<E> type, int code) {
        return type.getEnumConstants()[code];
    }
}
