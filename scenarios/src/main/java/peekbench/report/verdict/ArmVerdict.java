package peekbench.report.verdict;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import peekbench.report.estimate.Column;
import peekbench.report.estimate.Heading;
import peekbench.report.estimate.SeedGroup;
import peekbench.report.table.LeakageRows;
import peekbench.threat.observation.TargetSet;

/**
 * What is to be said of one arm.
 *
 * @param arm its name, as in legends
 * @param text sentences: what leaks, how that and what the network is worth differ from no defense, what is to be kept in mind
 * @param facts the same in figures, with a few more
 * @param doubtful whether something keeps its figures from meaning what they seem to
 */
public record ArmVerdict(String arm, String text, List<Fact> facts, boolean doubtful) {
    public ArmVerdict {
        facts = List.copyOf(facts);
    }

    /** A figure with its name. */
    public record Fact(String name, String value) {}

    static ArmVerdict of(ArmFigures arm, List<SeedGroup> all, Optional<Leak> leak, Changes changes) {
        return new Writer(arm, leak, changes).verdict(Heading.legend(arm.group(), all));
    }

    /** Puts the sentences together. */
    private record Writer(ArmFigures arm, Optional<Leak> leak, Changes changes) {
        ArmVerdict verdict(String name) {
            List<String> reservations = arm.reservations(leak);
            List<String> text = new ArrayList<>();
            if (arm.group().completed().isEmpty()) {
                text.add("No trial completed, so nothing is known of it.");
            } else {
                leak.ifPresent(after -> text.addAll(leaks(after)));
                utility().ifPresent(text::add);
                seeds().ifPresent(text::add);
            }
            text.addAll(reservations);
            return new ArmVerdict(name, String.join(" ", text), facts(), !reservations.isEmpty());
        }

        private List<String> leaks(Leak after) {
            List<String> got = new ArrayList<>();
            Optional<Leak.Strongest> first = Optional.empty();
            for (TargetSet targets : after.records()) {
                Optional<Leak.Strongest> strongest = after.strongest(arm.scores(), targets);
                if (first.isPresent() && strongest.isPresent()) {
                    got.add(Phrases.records(targets) + " with "
                            + strongest.get().written() + found(after, targets, strongest.get())
                            + other(strongest.get(), first.get()));
                } else if (strongest.isPresent()) {
                    got.add("The strongest attack (" + strongest.get().attack().text() + ") "
                            + after.says(
                                    Phrases.records(targets),
                                    strongest
                                            .get()
                                            .column()
                                            .write(strongest.get().estimate()))
                            + among(after, targets, strongest.get()));
                    first = strongest;
                }
            }
            return first.isEmpty()
                    ? List.of("No attack got anything of it that could be scored.")
                    : Stream.concat(Stream.of(String.join("; ", got) + "."), changes(after).stream())
                            .toList();
        }

        /** What the sentence that names the attack says further: how many it finds, and among how many. */
        private String among(Leak after, TargetSet targets, Leak.Strongest strongest) {
            String gallery = arm.gallery(targets);
            if (gallery.isEmpty()) {
                return "";
            }
            return after == Leak.RECORDS
                    ? " among " + gallery
                    : Leak.identifying(arm.scores(), targets)
                            .map(finder -> " and finds " + finder.written() + " of them among " + gallery
                                    + other(finder, strongest))
                            .orElse("");
        }

        private String found(Leak after, TargetSet targets, Leak.Strongest strongest) {
            return after == Leak.RECORDS
                    ? ""
                    : Leak.identifying(arm.scores(), targets)
                            .map(finder -> " and " + finder.written() + other(finder, strongest))
                            .orElse("");
        }

        private static String other(Leak.Strongest one, Leak.Strongest named) {
            return one.attack().equals(named.attack())
                    ? ""
                    : " (" + one.attack().text() + ")";
        }

        /** Against no defense, of the records that are named first. */
        private Optional<String> changes(Leak after) {
            for (TargetSet targets : after.records()) {
                Optional<Leak.Strongest> strongest = after.strongest(arm.scores(), targets);
                if (strongest.isPresent()) {
                    List<String> parts = new ArrayList<>();
                    changed(strongest.get().column(), targets, parts);
                    if (after != Leak.RECORDS) {
                        Leak.identifying(arm.scores(), targets)
                                .ifPresent(finder -> changed(finder.column(), targets, parts));
                    }
                    return parts.isEmpty()
                            ? Optional.empty()
                            : Optional.of("Against no defense " + String.join(", and ", parts) + ".");
                }
            }
            return Optional.empty();
        }

        private void changed(Column column, TargetSet targets, List<String> parts) {
            changes.of(arm.group(), column, Optional.of(targets))
                    .ifPresent(change -> parts.add(Phrases.measured(column) + " of " + Phrases.records(targets) + " "
                            + Phrases.change(change)));
        }

        private Optional<String> utility() {
            return arm.utility()
                    .map(utility ->
                            (utility.column().equals(Column.ACCURACY) ? "Accuracy" : "Mean absolute error") + " is "
                                    + utility.written()
                                    + changes.of(arm.group(), utility.column(), Optional.empty())
                                            .map(change -> ", which " + Phrases.change(change))
                                            .orElse("")
                                    + ".");
        }

        private Optional<String> seeds() {
            return switch (arm.trained().completed().size()) {
                case 1 -> Optional.of("One seed: another may give something else.");
                case 2 -> Optional.of("Of two seeds [low, high] is the range, and no interval.");
                default -> Optional.empty();
            };
        }

        private List<Fact> facts() {
            List<Fact> facts = new ArrayList<>();
            arm.utility()
                    .ifPresent(utility -> facts.add(new Fact(
                            utility.column().heading(),
                            utility.column().write(utility.estimate())
                                    + shortChange(utility.column(), Optional.empty()))));
            leak.ifPresent(after -> after.records().forEach(targets -> attacked(after, targets, facts)));
            TargetSet first = leak.map(after -> after.records().get(0)).orElse(TargetSet.VICTIM_TEST);
            arm.recognised(first).ifPresent(value -> facts.add(new Fact("Recognised", value)));
            arm.distanceCorrelation(first).ifPresent(value -> facts.add(new Fact("Distance correlation", value)));
            List<String> costs = Stream.of(
                            arm.cost(Column.TRAINING_SECONDS, "s"),
                            arm.cost(Column.SENT_TO_SERVER, "MB to server"),
                            arm.cost(Column.CLIENT_OPERATIONS, "GFLOP of clients"))
                    .flatMap(Optional::stream)
                    .toList();
            if (!costs.isEmpty()) {
                facts.add(new Fact("Training", String.join(", ", costs)));
            }
            return facts;
        }

        private void attacked(Leak after, TargetSet targets, List<Fact> facts) {
            String records = LeakageRows.records(targets);
            after.strongest(arm.scores(), targets)
                    .ifPresent(strongest -> facts.add(new Fact(
                            Phrases.name(strongest.column()) + ", " + records,
                            strongest.column().write(strongest.estimate())
                                    + shortChange(strongest.column(), Optional.of(targets)) + ", "
                                    + strongest.attack().text())));
            if (after != Leak.RECORDS) {
                Leak.identifying(arm.scores(), targets)
                        .ifPresent(finder -> facts.add(new Fact(
                                "Found among " + arm.gallery(targets) + ", " + records,
                                finder.column().write(finder.estimate())
                                        + shortChange(finder.column(), Optional.of(targets)))));
            }
        }

        private String shortChange(Column column, Optional<TargetSet> records) {
            return changes.of(arm.group(), column, records)
                    .map(change -> " ("
                            + Phrases.signed(
                                    column, change.difference().change().mean()) + ")")
                    .orElse("");
        }
    }
}
