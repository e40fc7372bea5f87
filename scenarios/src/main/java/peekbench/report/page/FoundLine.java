package peekbench.report.page;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import peekbench.report.estimate.SeedGroup;
import peekbench.result.Finding;
import peekbench.result.StoredTrial;

/**
 * What an attack found in the trials of one seed group.
 *
 * @param where protocol, cut and arm, those that differ between the groups at hand
 * @param attack whose
 * @param text its sentence, with the seed where seeds differ
 */
record FoundLine(String where, String attack, String text) {

    /** All of them, by group and in the order of attacks; the first seed speaks for all. */
    static List<FoundLine> of(List<StoredTrial> trials) {
        List<SeedGroup> groups = SeedGroup.of(trials);
        boolean protocols =
                groups.stream().map(group -> group.key().protocol()).distinct().count() > 1;
        boolean cuts =
                groups.stream().map(group -> group.key().cut()).distinct().count() > 1;
        List<FoundLine> lines = new ArrayList<>();
        for (SeedGroup group : groups) {
            String where = Stream.of(
                            protocols ? group.key().protocol() : "",
                            cuts ? "cut " + group.key().cut() : "",
                            group.key().arm(),
                            group.key().settingsText())
                    .filter(part -> !part.isEmpty())
                    .collect(Collectors.joining(", "));
            said(group).forEach((place, seeds) -> lines.add(line(where, place, seeds)));
        }
        return lines;
    }

    private static FoundLine line(String where, Place place, Map<Long, String> seeds) {
        String first = seeds.values().iterator().next();
        boolean same = seeds.values().stream().distinct().count() == 1;
        String seed = same ? "" : " (Seed " + seeds.keySet().iterator().next() + "; other seeds' figures differ.)";
        return new FoundLine(where, place.attack(), first + seed);
    }

    /** The how-manieth sentence of an attack. */
    private record Place(String attack, int number) {}

    /** What is said at each place, by seed. */
    private static Map<Place, Map<Long, String>> said(SeedGroup group) {
        Map<Place, Map<Long, String>> said = new LinkedHashMap<>();
        for (StoredTrial trial : group.completed()) {
            Map<String, Integer> numbers = new HashMap<>();
            for (Finding finding : trial.info().findings()) {
                Place place = new Place(finding.attack(), numbers.merge(finding.attack(), 1, Integer::sum));
                said.computeIfAbsent(place, ignored -> new LinkedHashMap<>())
                        .put(trial.key().seed(), finding.text());
            }
        }
        return said;
    }
}
