package peekbench.ui.model.workspace;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import peekbench.problem.ConfigurationException;
import peekbench.query.ArmRow;
import peekbench.threat.observation.TargetSet;

/** A selection as text that opens it again: {@code arm=quickstart/vanilla-split-5-pool1-undefended;picture=417;epoch=1}. */
public final class FocusLink {
    private static final String KEYS = "place, filter, arm, pin, seed, attack, records, picture and epoch";

    private FocusLink() {}

    /** Only what differs from where the window begins. */
    public static String write(Focus focus) {
        List<String> parts = new ArrayList<>();
        if (focus.place() != Place.LOOK) {
            parts.add("place=" + focus.place().name().toLowerCase(Locale.ROOT));
        }
        if (!focus.filter().isEmpty()) {
            parts.add("filter=" + focus.filter());
        }
        focus.arm().ifPresent(arm -> parts.add("arm=" + path(arm)));
        focus.pins().forEach(pin -> parts.add("pin=" + path(pin)));
        focus.seed().ifPresent(seed -> parts.add("seed=" + seed));
        focus.attack().ifPresent(attack -> parts.add("attack=" + attack));
        if (focus.records() != TargetSet.VICTIM_TEST) {
            parts.add("records=" + focus.records().label());
        }
        focus.picture().ifPresent(picture -> parts.add("picture=" + picture));
        focus.epoch().ifPresent(epoch -> parts.add("epoch=" + epoch));
        return String.join(";", parts);
    }

    /**
     * Reads what {@link #write} wrote.
     *
     * @throws ConfigurationException when a part cannot be understood
     */
    public static Focus read(String text) {
        Focus focus = Focus.INITIAL;
        List<ArmRow.Key> pins = new ArrayList<>();
        for (String part : text.split(";", -1)) {
            if (part.isBlank()) {
                continue;
            }
            String[] sides = part.split("=", 2);
            if (sides.length < 2) {
                throw mistake(part, "is no KEY=VALUE");
            }
            focus = with(focus, pins, part, sides[0].strip(), sides[1].strip());
        }
        return focus.pinned(pins);
    }

    private static Focus with(Focus focus, List<ArmRow.Key> pins, String part, String key, String value) {
        try {
            return switch (key) {
                case "place" -> focus.at(place(part, value));
                case "filter" -> focus.filtered(value);
                case "arm" -> focus.onArm(arm(value));
                case "pin" -> {
                    pins.add(arm(value));
                    yield focus;
                }
                case "seed" -> focus.onSeed(OptionalLong.of(Long.parseLong(value)));
                case "attack" -> focus.onAttack(Optional.of(value));
                case "records" -> focus.onRecords(records(part, value));
                case "picture" -> focus.onPicture(OptionalInt.of(Integer.parseInt(value)));
                case "epoch" -> focus.afterEpoch(OptionalInt.of(Integer.parseInt(value)));
                default -> throw mistake(part, "has a key that there is not; there are " + KEYS);
            };
        } catch (NumberFormatException e) {
            throw mistake(part, "needs a whole number");
        }
    }

    private static Place place(String part, String value) {
        return Arrays.stream(Place.values())
                .filter(one -> one.name().equalsIgnoreCase(value))
                .findFirst()
                .orElseThrow(() -> mistake(part, "names no place; there are look, compare, scenarios and runs"));
    }

    private static TargetSet records(String part, String value) {
        return Arrays.stream(TargetSet.values())
                .filter(one -> one.label().equals(value))
                .findFirst()
                .orElseThrow(() -> mistake(
                        part,
                        "names no records; there are "
                                + Arrays.stream(TargetSet.values())
                                        .map(TargetSet::label)
                                        .collect(Collectors.joining(" and "))));
    }

    private static String path(ArmRow.Key arm) {
        return arm.folder().isEmpty() ? arm.group() : arm.folder() + "/" + arm.group();
    }

    private static ArmRow.Key arm(String path) {
        int slash = path.lastIndexOf('/');
        return slash < 0
                ? new ArmRow.Key("", path)
                : new ArmRow.Key(path.substring(0, slash), path.substring(slash + 1));
    }

    private static ConfigurationException mistake(String part, String what) {
        return new ConfigurationException("In the link, the part (" + part + ") " + what
                + ". Write it as: --at 'arm=quickstart/GROUP;picture=417;epoch=1'");
    }
}
