package peekbench.result;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Which seed group of a result folder belongs to which settings, so that none ever mixes two. */
final class SeedGroups {
    /**
     * A trial that is in the folder.
     *
     * @param id its folder's name
     * @param group its seed group
     * @param work what it is; empty where a newer Peekbench wrote it
     * @param complete whether it completed
     */
    record Occupant(String id, String group, Optional<TrialWork> work, boolean complete) {}

    private final Map<TrialWork, Occupant> complete = new HashMap<>();
    private final Map<String, Set<String>> settingsOfGroup = new HashMap<>();
    private final Map<String, Set<String>> groupsOfSettings = new HashMap<>();
    private final Map<String, String> chosen = new HashMap<>();

    SeedGroups(Collection<Occupant> occupants) {
        for (Occupant occupant : occupants) {
            if (occupant.complete()) {
                occupant.work().ifPresent(work -> complete.putIfAbsent(work, occupant));
            }
            String settings = occupant.work().map(TrialWork::settings).orElse("");
            settingsOfGroup
                    .computeIfAbsent(occupant.group(), group -> new HashSet<>())
                    .add(settings);
            groupsOfSettings.computeIfAbsent(settings, any -> new TreeSet<>()).add(occupant.group());
        }
    }

    /** Where these are or will be, in their order. */
    List<PlacedTrial> place(List<WantedTrial> wanted) {
        return wanted.stream().map(this::place).toList();
    }

    private PlacedTrial place(WantedTrial wanted) {
        Optional<Occupant> there = Optional.ofNullable(complete.get(wanted.work()));
        TrialKey key = wanted.key();
        return there.map(occupant -> new PlacedTrial(key.inGroup(occupant.group()), true))
                .orElseGet(() -> new PlacedTrial(key.inGroup(group(key.group(), wanted.work())), false));
    }

    /** The plain one if it is free, else one that these settings have to themselves, else one that their hash names. */
    private String group(String plain, TrialWork work) {
        String settings = work.settings();
        return chosen.computeIfAbsent(settings, none -> {
            String group = belongsTo(plain, settings)
                    ? plain
                    : groupsOfSettings.getOrDefault(settings, Set.of()).stream()
                            .filter(mine -> belongsTo(mine, settings))
                            .findFirst()
                            .orElse(plain + "." + work.shortSettings());
            settingsOfGroup.computeIfAbsent(group, any -> new HashSet<>()).add(settings);
            return group;
        });
    }

    private boolean belongsTo(String group, String settings) {
        return Set.of(settings).containsAll(settingsOfGroup.getOrDefault(group, Set.of()));
    }
}
