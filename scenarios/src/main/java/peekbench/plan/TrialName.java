package peekbench.plan;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;
import peekbench.binding.AxisValue;
import peekbench.scenario.ScenarioFormat;
import peekbench.threat.defense.DefenseOptions;

/** Makes folder names of options. */
final class TrialName {
    private static final int LONGEST = 110;

    private TrialName() {}

    static String of(TrialPlan plan) {
        List<String> words = new ArrayList<>();
        addWords(ScenarioFormat.essentials(plan.protocol()), words);
        words.add(plan.cut());
        if (plan.defenses().isEmpty()) {
            words.add("undefended");
        }
        for (DefenseOptions defense : plan.defenses()) {
            addWords(ScenarioFormat.essentials(defense), words);
        }
        for (AxisValue value : plan.valuesBesideGrid()) {
            words.add(value.key().replaceAll(".*[.\\]](?=.)", "") + "-" + value.value());
        }
        String name = String.join("-", words).replaceAll("[^A-Za-z0-9._+-]", "-");
        return name.length() <= LONGEST ? name : shortened(name);
    }

    private static void addWords(JsonNode node, List<String> words) {
        if (node.isObject()) {
            node.properties().forEach(option -> {
                if (option.getValue().isBoolean()) {
                    words.add(option.getValue().booleanValue() ? option.getKey() : "no-" + option.getKey());
                } else {
                    addWords(option.getValue(), words);
                }
            });
        } else if (node.isArray()) {
            node.forEach(element -> addWords(element, words));
        } else {
            words.add(node.asText());
        }
    }

    /** The beginning, and a checksum of the whole that keeps names apart. */
    private static String shortened(String name) {
        CRC32 checksum = new CRC32();
        checksum.update(name.getBytes(StandardCharsets.UTF_8));
        return name.substring(0, LONGEST) + "-" + Long.toHexString(checksum.getValue());
    }
}
