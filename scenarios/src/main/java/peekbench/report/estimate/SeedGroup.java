package peekbench.report.estimate;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import peekbench.result.StoredTrial;
import peekbench.result.TrialKey;

/**
 * The trials that differ only in their seed. Every figure shown is a mean over one.
 *
 * @param key of its first trial, its arm told from those of other groups; the seed in it means nothing here
 * @param trials by seed, failed ones included; never empty
 */
public record SeedGroup(TrialKey key, List<StoredTrial> trials) {
    /** How the store calls a group whose plain name belongs to other settings. */
    private static final Pattern OTHER_SETTINGS = Pattern.compile("\\.([0-9a-f]{8})$");

    /** More are not read in a table. */
    private static final int MOST_DIFFERENCES = 3;

    public SeedGroup {
        trials = List.copyOf(trials);
    }

    /** Groups trials; by protocol, cut and what axes vary besides defenses, those without a defense first, then arms in natural order. */
    public static List<SeedGroup> of(List<StoredTrial> trials) {
        return toldApart(trials.stream()
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
                .toList());
    }

    /**
     * Groups of one label, as those of a changed scenario in one folder or those of a time when labels told less, have behind
     * their arm what differs between their settings; where that is much or nothing, what the store calls them.
     */
    private static List<SeedGroup> toldApart(List<SeedGroup> groups) {
        Map<List<String>, List<SeedGroup>> namesakes =
                groups.stream().collect(Collectors.groupingBy(SeedGroup::labels));
        List<SeedGroup> told = groups.stream()
                .map(group -> group.toldFrom(namesakes.getOrDefault(group.labels(), List.of(group))))
                .toList();
        Map<List<String>, Long> left =
                told.stream().collect(Collectors.groupingBy(SeedGroup::labels, Collectors.counting()));
        return told.stream()
                .map(group -> left.getOrDefault(group.labels(), 1L) > 1 ? group.with(group.key.group()) : group)
                .toList();
    }

    private List<String> labels() {
        return List.of(key.protocol(), key.cut(), key.arm(), key.settingsText());
    }

    private SeedGroup toldFrom(List<SeedGroup> namesakes) {
        if (namesakes.size() == 1) {
            return this;
        }
        List<String> differences = SettingsDifference.of(this, namesakes);
        if (!differences.isEmpty() && differences.size() <= MOST_DIFFERENCES) {
            return with(String.join(", ", differences));
        }
        Matcher other = OTHER_SETTINGS.matcher(key.group());
        return with(other.find() ? "settings " + other.group(1) : key.group());
    }

    private SeedGroup with(String apart) {
        return new SeedGroup(key.withArm(key.arm() + " (" + apart + ")"), trials);
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
