package peekbench.binding;

/**
 * A key that an axis varies, and one of its values.
 *
 * @param key its path: {@code training.epochs}
 * @param value as YAML on one line
 */
public record AxisValue(String key, String value) {
    @Override
    public String toString() {
        return key + " " + value;
    }
}
