package peekbench.report.estimate;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import peekbench.result.TrialWork;

/** What differs between the settings of seed groups, from the scenarios that their first trials hold. */
final class SettingsDifference {
    private static final String MISSING = "none";

    private SettingsDifference() {}

    /** The settings of a group that others of these have otherwise: {@code order random-by-batch}; short where that is unmistakable. */
    static List<String> of(SeedGroup group, List<SeedGroup> all) {
        List<SortedMap<String, String>> settings =
                all.stream().map(SettingsDifference::settings).toList();
        SortedMap<String, String> own = settings(group);
        SortedSet<String> paths = new TreeSet<>();
        settings.forEach(each -> paths.addAll(each.keySet()));
        paths.removeIf(path -> settings.stream().allMatch(each -> Objects.equals(each.get(path), own.get(path))));
        return paths.stream()
                .map(path -> name(path, paths) + " " + own.getOrDefault(path, MISSING))
                .toList();
    }

    private static SortedMap<String, String> settings(SeedGroup group) {
        SortedMap<String, String> settings = new TreeMap<>();
        collect(
                TrialWork.effective(
                        group.trials().get(0).info().provenance().scenario().point()),
                "",
                settings);
        return settings;
    }

    private static void collect(JsonNode node, String path, SortedMap<String, String> settings) {
        if (node.isObject()) {
            node.properties()
                    .forEach(entry -> collect(
                            entry.getValue(), path.isEmpty() ? entry.getKey() : path + "." + entry.getKey(), settings));
        } else if (node.isArray()) {
            for (int place = 0; place < node.size(); place++) {
                collect(node.get(place), path + "[" + place + "]", settings);
            }
        } else {
            settings.put(path, node.asText());
        }
    }

    /** The last part of the path, or all of it where another path ends alike. */
    private static String name(String path, SortedSet<String> paths) {
        String last = last(path);
        return paths.stream().filter(other -> last(other).equals(last)).count() == 1 ? last : path;
    }

    private static String last(String path) {
        return path.substring(path.lastIndexOf('.') + 1);
    }
}
