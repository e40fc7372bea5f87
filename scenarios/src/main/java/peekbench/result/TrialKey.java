package peekbench.result;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apiguardian.api.API;
import peekbench.problem.Problems;

/**
 * Which trial this is: one point of a plan and one seed.
 *
 * @param id readable and unique in its folder; also the name of the trial's sub-folder: {@code
 *     vanilla-split-pool1-nopeek-added-2.0-seed1}
 * @param group the id without the seed: trials that differ only in the seed share it
 * @param protocol label of the training protocol
 * @param cut named place between client and server
 * @param arm label of the defenses: {@code no defense}
 * @param defended whether the arm has any defense
 * @param seed root of every random number of the trial
 * @param settings what the axes of the scenario vary, in their order; empty for scenarios without axes
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1.0")
public record TrialKey(
        String id,
        String group,
        String protocol,
        String cut,
        String arm,
        boolean defended,
        long seed,
        List<TrialSetting> settings) {
    private static final int LONGEST_ID = 160;

    /** @throws peekbench.problem.ConfigurationException when the id cannot name a folder */
    public TrialKey {
        settings = List.copyOf(settings);
        Problems problems = new Problems();
        if (!id.matches("[A-Za-z0-9][A-Za-z0-9._=+-]*") || id.length() > LONGEST_ID) {
            problems.add(
                    "id",
                    "is (" + id + "); a trial's id names a folder: it starts with a letter or digit, goes on with"
                            + " letters, digits and . _ = + -, and has at most " + LONGEST_ID + " characters.");
        }
        problems.throwIfAny();
    }

    /** The settings but for those of its defenses, which the arm names. */
    public List<TrialSetting> settingsBesideArm() {
        return settings.stream()
                .filter(setting -> !setting.key().startsWith("defenses"))
                .toList();
    }

    /** The settings in words: {@code training.epochs 5, model alexnet}. */
    public String settingsText() {
        return settings.stream()
                .map(setting -> setting.key() + " " + setting.value())
                .collect(Collectors.joining(", "));
    }

    /** What the trial has at a key that axes vary; empty where no axis varies it, or where that does not matter to the trial. */
    public Optional<String> setting(String key) {
        return settings.stream()
                .filter(setting -> setting.key().equals(key))
                .map(TrialSetting::value)
                .findFirst();
    }

    /** A trial of a scenario without axes. */
    public TrialKey(String id, String group, String protocol, String cut, String arm, boolean defended, long seed) {
        this(id, group, protocol, cut, arm, defended, seed, List.of());
    }

    /** The same with another label of its defenses. */
    public TrialKey withArm(String other) {
        return new TrialKey(id, group, protocol, cut, other, defended, seed, settings);
    }

    /** The same trial under the name that it has in that seed group. */
    public TrialKey inGroup(String other) {
        return new TrialKey(other + "-seed" + seed, other, protocol, cut, arm, defended, seed, settings);
    }
}
