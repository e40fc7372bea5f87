package peekbench.report.page;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import peekbench.evaluation.Score;
import peekbench.metric.Metric;
import peekbench.report.estimate.Column;
import peekbench.result.StoredTrial;

/** What a reader must keep in mind, for the figures at hand. */
final class Honesty {
    private static final int ENOUGH_RECORDS = 1000;
    private static final int RESOLVES_TENTH_PERCENT = 1000;

    private Honesty() {}

    /** What is missing for figures of distance correlation to mean much; empty when there are enough records. */
    static Optional<String> fewRecords(List<StoredTrial> trials) {
        return trials.stream()
                .flatMap(trial -> trial.scores().stream())
                .filter(score -> score.metric().equals(Metric.DCOR_N))
                .map(Score::value)
                .min(Comparator.naturalOrder())
                .filter(records -> records < ENOUGH_RECORDS)
                .map(records -> String.format(
                        Locale.ROOT,
                        "Distance correlation is taken on %.0f records here; with fewer than %,d its V-statistic is large"
                                + " whatever leaks. Raise evaluation.images to compare it.",
                        records,
                        ENOUGH_RECORDS));
    }

    static List<String> notes(List<StoredTrial> trials) {
        List<String> notes = new ArrayList<>();
        boolean attacked = trials.stream().anyMatch(trial -> !trial.scores().isEmpty());
        boolean reconstructed = any(
                trials,
                score -> Column.of(score.metric())
                        .filter(Column::isReconstruction)
                        .isPresent());
        boolean labelled = any(trials, score -> score.metric().equals(Metric.LABEL_ACCURACY));
        if (attacked) {
            notes.add(
                    "Who attacks: a party in the role that the attack is written for; peekbench list attacks tells role and"
                            + " powers. It sees what that role would see after every defense, and records of its own (the"
                            + " attacker's auxiliary set), which are disjoint from all records of the victims. It is trained anew"
                            + " for each defense.");
        }
        if (reconstructed || labelled) {
            notes.add("Which candidate counts: each attack is tried in several strengths. The one with the smallest"
                    + " error on the attacker's own validation records is called the strongest and stands under the attack's own name in the first"
                    + " table; all are in the table of strengths. The private records play no part in that choice. Where an"
                    + " attack cannot be tried on records of the attacker's own, the first of its strengths counts.");
            notes.add(
                    "Unseen and trained-on records are scored separately and never averaged together. The attacker has"
                            + " seen neither.");
        }
        if (reconstructed) {
            notes.addAll(reconstruction(trials));
        }
        if (labelled) {
            notes.add(
                    "Inferred labels: the majority class is what an attacker answers who knows nothing of the record at"
                            + " hand. An area under the curve below .5 is shown as 1 less it, and of attacks that cannot name"
                            + " the classes the best names count; both make chance look a little better than .5 and than the"
                            + " majority class, and the more so the fewer the records.");
        }
        notes.addAll(membership(trials));
        if (attacked) {
            notes.add("A defense that withstands this attacker withstands this attacker. A stronger one may exist.");
        }
        notes.add(
                "Intervals are over seeds (Student's t, 95 %) where a group has at least three, and end where a figure can go"
                        + " no further. Of two seeds the range is shown, and called so. Of one seed they are over images"
                        + " (bootstrap, or Wilson's of shares identified) and say nothing about what another seed would give.");
        notes.add(
                "Bytes are those that the channel's codec would write. All parties ran in one process, so times contain"
                        + " no network.");
        notes.add("Trials that failed are counted and listed, never dropped.");
        return notes;
    }

    private static List<String> reconstruction(List<StoredTrial> trials) {
        List<String> notes = new ArrayList<>();
        notes.add(
                "Floors, ceilings and references: read every score between its floor and its ceiling. The mean image (of"
                        + " tables the mean record) and the best picture of one brightness are floors, what an attacker answers who"
                        + " knows nothing of the record at hand; the identity client is"
                        + " the ceiling, as it sends the record itself; the untrained client is a reference, and shows how"
                        + " much a random network gives away. A score at the floor means that nothing was learned about"
                        + " the single record.");
        notes.add(
                "Re-identification is measured within the records that are scored, its gallery: with more records there are"
                        + " more to take for the right one, so compare it at one number only. Who can be found by a reconstruction"
                        + " leaks, however little the picture looks like the original.");
        notes.add("Distance correlation is shown twice. The V-statistic depends on the number of records: 64"
                + " independent pairs with 784 dimensions have one of .987. Compare it only at the same number. The"
                + " bias-corrected one is 0 on average for independent data, and p says whether what is left could"
                + " be chance.");
        fewRecords(trials).ifPresent(notes::add);
        notes.add("A falling distance correlation is no proof of privacy. What the attacker really got stands beside"
                + " it.");
        return notes;
    }

    private static List<String> membership(List<StoredTrial> trials) {
        List<String> notes = new ArrayList<>();
        if (any(trials, score -> score.metric().equals(Metric.MEMBERSHIP_AUC))) {
            notes.add(
                    "Membership: candidates are as many records that were trained on as that were not, shuffled. An AUC"
                            + " around .5 can hide a few records that are found for sure, so read it beside the share found at 1 %"
                            + " and 0.1 % of false alarms. Shadow networks are trained as the victims' was, defenses included.");
        }
        if (any(
                trials,
                score -> score.metric().equals(Metric.MEMBERSHIP_NON_MEMBERS)
                        && score.value() < RESOLVES_TENTH_PERCENT)) {
            notes.add(
                    "There are fewer than 1,000 candidates that were not trained on, so 0.1 % of them is less than one"
                            + " record: the share found at 0.1 % is the one found without any false alarm, and says little.");
        }
        return notes;
    }

    private static boolean any(List<StoredTrial> trials, Predicate<Score> wanted) {
        return trials.stream().flatMap(trial -> trial.scores().stream()).anyMatch(wanted);
    }
}
