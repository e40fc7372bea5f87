package peekbench.query.index;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * The settings of a trial as keys and values, so that a filter can ask for any: {@code training.epochs} is 3, {@code
 * defenses} is nopeek, {@code defenses.nopeek.weight} is 2.0. Members of lists stand under the list's key without their place,
 * those with a name under that.
 */
final class FlatSettings {
    private static final String NAME = "name";

    private final Set<Setting> found = new LinkedHashSet<>();

    /**
     * One of them.
     *
     * @param key where it stands
     * @param value as text
     * @param number NaN for what is no number
     */
    record Setting(String key, String value, double number) {}

    private FlatSettings() {}

    static Set<Setting> of(JsonNode settings) {
        FlatSettings flat = new FlatSettings();
        settings.properties().forEach(entry -> flat.add(entry.getKey(), entry.getValue()));
        return flat.found;
    }

    private void add(String key, JsonNode node) {
        if (node.isArray()) {
            node.forEach(member -> addMember(key, member));
        } else if (node.isObject()) {
            node.properties().forEach(entry -> {
                if (entry.getKey().equals(NAME) && entry.getValue().isTextual()) {
                    add(key, entry.getValue());
                } else {
                    add(key + "." + entry.getKey(), entry.getValue());
                }
            });
        } else if (!node.isNull()) {
            found.add(new Setting(key, node.asText(), node.isNumber() ? node.doubleValue() : Double.NaN));
        }
    }

    private void addMember(String key, JsonNode member) {
        String name = member.path(NAME).asText();
        if (member.isObject() && !name.isEmpty()) {
            found.add(new Setting(key, name, Double.NaN));
            member.properties().stream()
                    .filter(entry -> !entry.getKey().equals(NAME))
                    .forEach(entry -> add(key + "." + name + "." + entry.getKey(), entry.getValue()));
        } else {
            add(key, member);
        }
    }
}
