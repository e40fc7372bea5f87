package peekbench.query;

/**
 * Constants as the numbers that the index holds. An index that was written with other constants is of another version and made
 * anew.
 */
final class EnumCode {
    private EnumCode() {}

    @SuppressWarnings("EnumOrdinal")
    static int of(Enum<?> constant) {
        return constant.ordinal();
    }

    static <E extends Enum<E>> E constant(Class<E> type, int code) {
        return type.getEnumConstants()[code];
    }
}
