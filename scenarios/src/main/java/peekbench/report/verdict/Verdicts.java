package peekbench.report.verdict;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import peekbench.report.estimate.Column;
import peekbench.report.estimate.Estimate;
import peekbench.report.estimate.Heading;
import peekbench.report.estimate.SeedGroup;
import peekbench.result.StoredTrial;
import peekbench.threat.observation.TargetSet;

/**
 * What trials come to: a sentence or two over all arms, then one verdict an arm.
 *
 * @param opening over all arms
 * @param arms one each, in the order of tables
 * @param changes how defended arms differ from no defense
 */
public record Verdicts(String opening, List<ArmVerdict> arms, Changes changes) {
    /** More than these nobody reads in a terminal. */
    private static final int MOST_LINES = 24;

    public Verdicts {
        arms = List.copyOf(arms);
    }

    /**
     * What trials come to.
     *
     * @param trials at least one, failed ones included
     */
    public static Verdicts of(List<StoredTrial> trials) {
        List<SeedGroup> groups = SeedGroup.of(trials);
        List<ArmFigures> figures = groups.stream().map(ArmFigures::of).toList();
        Optional<Leak> leak =
                Leak.leading(figures.stream().map(ArmFigures::scores).toList());
        Changes changes = Changes.of(groups, leak);
        return new Verdicts(
                new Opening(figures, groups, leak, changes).text(),
                figures.stream()
                        .map(arm -> ArmVerdict.of(arm, groups, leak, changes))
                        .toList(),
                changes);
    }

    /** The opening, then a line an arm, where there are so few that they are read. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>(List.of(opening));
        if (arms.size() > 1 && arms.size() <= MOST_LINES) {
            arms.forEach(arm -> lines.add(arm.arm() + ": " + arm.text()));
        }
        return lines;
    }

    /** Puts the opening together. */
    private record Opening(List<ArmFigures> arms, List<SeedGroup> groups, Optional<Leak> leak, Changes changes) {
        String text() {
            List<ArmFigures> known = arms.stream()
                    .filter(arm -> !arm.group().completed().isEmpty())
                    .toList();
            if (known.isEmpty()) {
                return "No trial completed.";
            }
            if (arms.size() == 1) {
                return ArmVerdict.of(arms.get(0), groups, leak, changes).text();
            }
            return leak.map(after -> attacked(after, known)).orElseGet(() -> trained(known));
        }

        private String trained(List<ArmFigures> known) {
            Comparator<ArmFigures> worth = Comparator.comparingDouble(arm ->
                    arm.utility().map(utility -> utility.estimate().mean()).orElse(Double.NaN));
            List<ArmFigures> measured =
                    known.stream().filter(arm -> arm.utility().isPresent()).toList();
            if (measured.isEmpty()) {
                return "Nobody attacked, and nothing was tested.";
            }
            ArmFigures low = measured.stream().min(worth).orElseThrow();
            ArmFigures high = measured.stream().max(worth).orElseThrow();
            ArmFigures.Utility lowest = low.utility().orElseThrow();
            ArmFigures.Utility highest = high.utility().orElseThrow();
            return "Nobody attacked. "
                    + (lowest.column().equals(Column.ACCURACY) ? "Test accuracy" : "Mean absolute error")
                    + " lies between "
                    + lowest.written() + " (" + name(low) + ") and " + highest.written() + " (" + name(high) + ").";
        }

        /** The arm that leaks most and the one that leaks least, each with what it costs. */
        private String attacked(Leak after, List<ArmFigures> known) {
            Comparator<ArmFigures> order = Comparator.comparingDouble(
                    arm -> (after.isLessMore() ? -1 : 1) * arm.most(after).orElse(Double.NaN));
            List<ArmFigures> measured = known.stream()
                    .filter(arm -> !arm.isCollapsed() && arm.most(after).isPresent())
                    .toList();
            if (measured.isEmpty()) {
                return "The training of every seed of every attacked arm collapsed, so nothing is learned of any.";
            }
            ArmFigures most = measured.stream()
                    .filter(arm -> !arm.group().key().defended())
                    .max(order)
                    .orElseGet(() -> measured.stream().max(order).orElseThrow());
            boolean defendedOnly = !most.group().key().defended()
                    && arms.stream().anyMatch(one -> one.group().key().defended());
            List<ArmFigures> others = measured.stream()
                    .filter(arm -> !arm.equals(most)
                            && (!defendedOnly || arm.group().key().defended()))
                    .toList();
            List<String> text =
                    new ArrayList<>(List.of(subject(most) + " " + got(after, most) + ", at " + worth(most) + "."));
            Optional<ArmFigures> fewest = others.stream().min(order);
            fewest.ifPresent(least -> text.add(least(after, least, others)));
            fewest.flatMap(least -> further(after, most, least)).ifPresent(text::add);
            long collapsed = known.stream().filter(ArmFigures::isCollapsed).count();
            if (collapsed > 0) {
                text.add(collapsed + " of " + arms.size() + " arms collapsed with every seed and are left out here.");
            }
            if (measured.stream()
                    .anyMatch(arm -> after.records().stream().anyMatch(set -> arm.isLimited(after, set)))) {
                text.add("Some attackers came to their limit while they were still getting better, so more may leak.");
            }
            if (measured.stream().allMatch(arm -> arm.trained().completed().size() == 1)) {
                text.add("All of it is one seed's: another may give something else.");
            }
            return String.join(" ", text);
        }

        /** The records that are not named first: those trained on, of which a server may have kept more than the end. */
        private Optional<String> further(Leak after, ArmFigures most, ArmFigures least) {
            return after.records().stream()
                    .skip(1)
                    .flatMap(targets -> after.strongest(most.scores(), targets).stream()
                            .flatMap(one -> after.strongest(least.scores(), targets).stream()
                                    .map(other -> "By the same figure " + Phrases.records(targets) + " come to "
                                            + one.written() + " (" + name(most) + ") and " + other.written() + " ("
                                            + name(least) + ").")))
                    .findFirst();
        }

        private String subject(ArmFigures arm) {
            boolean named =
                    groups.stream().filter(group -> !group.key().defended()).count() > 1
                            || arm.group().key().defended();
            return named ? "From " + name(arm) + " the strongest attack" : "Without a defense the strongest attack";
        }

        private String least(Leak after, ArmFigures least, List<ArmFigures> others) {
            String start = others.size() == 1
                    ? "With " + name(least) + " it "
                    : "Of the " + others.size() + " other arms " + name(least) + " leaks least: there it ";
            return start + got(after, least) + ", at " + worth(least) + overlap(after, least)
                    + rivals(after, least, others) + ".";
        }

        /** Whether it can be told at all that the one leaks less than the other. */
        private String overlap(Leak after, ArmFigures least) {
            for (TargetSet targets : after.records()) {
                Optional<Changes.Change> change = changes.of(least.group(), after.column(), Optional.of(targets));
                if (change.isPresent()) {
                    Estimate difference = change.get().difference().change();
                    return difference.over() == Estimate.Spread.SEEDS
                                    && !change.get().isShown()
                            ? "; that difference may be chance"
                            : "";
                }
            }
            return "";
        }

        /** How many arms may as well be the one that leaks least. */
        private static String rivals(Leak after, ArmFigures least, List<ArmFigures> others) {
            for (TargetSet targets : after.records()) {
                Optional<Estimate> own =
                        after.strongest(least.scores(), targets).map(Leak.Strongest::estimate);
                if (own.isPresent()) {
                    long rivals = others.stream()
                            .filter(arm -> !arm.equals(least))
                            .flatMap(arm -> after.strongest(arm.scores(), targets).stream())
                            .filter(rival -> own.get().overlaps(rival.estimate()))
                            .count();
                    return rivals == 0
                            ? ""
                            : "; " + rivals + (rivals == 1 ? " other may" : " others may")
                                    + " leak as little, since intervals overlap";
                }
            }
            return "";
        }

        private String got(Leak after, ArmFigures arm) {
            for (TargetSet targets : after.records()) {
                Optional<Leak.Strongest> strongest = after.strongest(arm.scores(), targets);
                if (strongest.isPresent()) {
                    String gallery = arm.gallery(targets);
                    String found = after == Leak.RECORDS || gallery.isEmpty()
                            ? ""
                            : Leak.identifying(arm.scores(), targets)
                                    .map(finder -> " and finds " + finder.written() + " of them among " + gallery)
                                    .orElse("");
                    return after.says(Phrases.records(targets), strongest.get().written())
                            + (after == Leak.RECORDS && !gallery.isEmpty() ? " among " + gallery : "")
                            + found;
                }
            }
            return "gets nothing that could be scored";
        }

        private static String worth(ArmFigures arm) {
            return arm.utility()
                    .map(utility -> utility.written()
                            + (utility.column().equals(Column.ACCURACY) ? " accuracy" : " mean absolute error"))
                    .orElse("an accuracy that nobody measured");
        }

        private String name(ArmFigures arm) {
            return Heading.legend(arm.group(), groups);
        }
    }
}
