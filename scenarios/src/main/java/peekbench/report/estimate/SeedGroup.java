package peekbench.report.estimate;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import peekbench.result.StoredTrial;
import peekbench.result.TrialKey;

/**
 * The trials that differ only in their seed. Every figure shown is a mean over one.
 *
 * @param key of its first trial; the seed in it means nothing here
 * @param trials by seed, failed ones included; never empty
 */
public record SeedGroup(TrialKey key, List<StoredTrial> trials) {
    public SeedGroup {
        trials = List.copyOf(trials);
    }

    /** Groups trials; by protocol, cut and what axes vary besides defenses, those without a defense first, then arms in natural order. */
    public static List<SeedGroup> of(List<StoredTrial> trials) {
        return trials.stream()
                .collect(Collectors.groupingBy(trial -> trial.key().group()))
                .values()
                .stream()
                .map(SeedGroup::ordered)
                .sorted(Comparator.comparing((SeedGroup group) -> group.key().protocol(), new NaturalOrder())
                        .thenComparing(group -> group.key().cut(), new NaturalOrder())
                        .thenComparing(group -> besideArm(group.key()), new NaturalOrder())
                        .thenComparing(group -> group.key().defended())
                        .thenComparing(group -> group.key().arm(), new NaturalOrder())
                        .thenComparing(group -> group.key().settingsText(), new NaturalOrder())
                        .thenComparing(group -> group.key().group()))
                .toList();
    }

    private static SeedGroup ordered(List<StoredTrial> trials) {
        List<StoredTrial> bySeed = trials.stream()
                .sorted(Comparator.comparingLong(trial -> trial.key().seed()))
                .toList();
        return new SeedGroup(bySeed.get(0).key(), bySeed);
    }

    /** The groups in runs that differ at most in their defenses. */
    public static List<List<SeedGroup>> comparable(List<SeedGroup> groups) {
        Map<List<Object>, List<SeedGroup>> runs = groups.stream()
                .collect(Collectors.groupingBy(SeedGroup::besideDefenses, LinkedHashMap::new, Collectors.toList()));
        return List.copyOf(runs.values());
    }

    public List<StoredTrial> completed() {
        return trials.stream().filter(StoredTrial::completed).toList();
    }

    public int failed() {
        return trials.size() - completed().size();
    }

    private static String besideArm(TrialKey key) {
        return key.settingsBesideArm().toString();
    }

    private List<Object> besideDefenses() {
        return List.of(key.protocol(), key.cut(), key.settingsBesideArm());
    }
}
