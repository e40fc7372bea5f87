package peekbench.binding;

import org.apiguardian.api.API;

/**
 * A key that an axis varies, and one of its values.
 *
 * @param key its path: {@code training.epochs}
 * @param value as YAML on one line
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1.0")
public record AxisValue(String key, String value) {
    @Override
    public String toString() {
        return key + " " + value;
    }
}
