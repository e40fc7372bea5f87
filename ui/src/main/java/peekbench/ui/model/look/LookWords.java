package peekbench.ui.model.look;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import peekbench.evaluation.Reference;
import peekbench.evaluation.Score;
import peekbench.evaluation.Subject;
import peekbench.report.estimate.Column;
import peekbench.report.table.Cells;
import peekbench.result.AttackerRole;
import peekbench.result.StoredTrial;
import peekbench.threat.observation.TargetSet;
import peekbench.ui.model.workspace.Focus;
import peekbench.ui.service.picture.PictureArrays;
import peekbench.ui.service.picture.RecordScores;
import peekbench.ui.service.picture.ShownRow;

/** Look in sentences. */
public final class LookWords {
    private LookWords() {}

    /** What was sent, who saw it and what they made of it. */
    public static String what(LookShown shown, Focus focus) {
        Optional<LookRow> row = shown.current();
        if (row.isEmpty()) {
            return "No arm is chosen.";
        }
        ShownRow of = row.get().row();
        String begin = "In " + of.arm().protocol() + ", cut at " + of.arm().cut() + ", clients train with "
                + (of.arm().defended() ? of.arm().arm() : "no defense") + ". ";
        Optional<RecordScores> scores = row.get().scores();
        if (scores.isEmpty()) {
            return begin + who(shown, of.attack());
        }
        String when = focus.epoch().isPresent()
                ? ", mounted after epoch " + focus.epoch().getAsInt() + " of training,"
                : "";
        return begin + who(shown, of.attack()) + " From that, the attack " + of.attack() + when + " rebuilt "
                + count(scores.get().size())
                + (focus.records() == TargetSet.VICTIM_TEST
                        ? " records that nobody trained on: "
                        : " records that clients trained on: ")
                + name(scores.get().column()) + " "
                + write(scores.get().column(), scores.get().mean()) + " on average"
                + floor(shown, scores.get().column(), focus)
                        .map(text -> "; " + text)
                        .orElse("") + ".";
    }

    /** Where the figures of {@link #what} are from: trial, seed, files, and the command that makes them again. */
    public static String from(LookShown shown) {
        Optional<PictureArrays> arrays = shown.current().flatMap(LookRow::arrays);
        return shown.content()
                .trial()
                .map(trial -> "From trial " + trial.key().id() + ", seed "
                        + trial.key().seed() + ": "
                        + arrays.map(one -> "a score a record beside " + file(one) + ", ")
                                .orElse("")
                        + "intervals and references in scores.json, in " + trial.folder() + ". Again: "
                        + trial.info().provenance().command())
                .orElse("");
    }

    /** The array of what an attack made, below its trial's folder. */
    static String file(PictureArrays arrays) {
        Path made = arrays.made();
        return made.subpath(Math.max(0, made.getNameCount() - 3), made.getNameCount())
                .toString();
    }

    /** Where the figures under one picture are from. */
    public static String from(LookShown shown, LookRow row, int place) {
        return row.arrays()
                .map(arrays ->
                        LookWords.name(shown, place) + " is at place " + place + " of " + file(arrays) + ", trial "
                                + row.row().trial() + ", seed " + row.row().seed()
                                + (row.row().folder().isEmpty()
                                        ? ""
                                        : ", in " + row.row().folder()) + ".")
                .orElse("");
    }

    /** The current picture in all rows: where the figures under it are from. */
    public static String here(LookShown shown, OptionalInt picture) {
        String begin =
                "Private pictures, and below them what attacks made of them. Arrows move the current one, Enter shows"
                        + " it large.";
        return picture.isEmpty()
                ? begin
                : shown.rows().stream()
                        .filter(row -> row.has(picture.getAsInt()))
                        .map(row -> row.row().label() + ": " + from(shown, row, picture.getAsInt()))
                        .collect(Collectors.joining("\n", begin + "\n\n", ""));
    }

    private static String name(LookShown shown, int place) {
        return shown.content().records().name(place);
    }

    /** Who saw what, for an attack; for all of the trial without one. */
    private static String who(LookShown shown, String attack) {
        List<AttackerRole> roles = attackers(shown).stream()
                .filter(one -> attack.isEmpty() || one.attack().equals(attack))
                .toList();
        String sentences = roles.stream()
                .map(one -> capital(one.role()) + " sees " + one.sees() + ".")
                .distinct()
                .collect(Collectors.joining(" "));
        return sentences.isEmpty()
                ? "Somebody sees what leaves them; who, the trial does not say, since it was stored before that was kept."
                : sentences;
    }

    private static List<AttackerRole> attackers(LookShown shown) {
        return shown.content().trial().map(trial -> trial.info().attackers()).orElseGet(List::of);
    }

    private static String capital(String text) {
        return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }

    /** Which pictures are shown, in which order, and of how many. */
    public static String caption(LookShown shown, PictureOrder order) {
        if (shown.reference().isEmpty()) {
            return "";
        }
        ShownRow by = shown.reference().get().row();
        boolean several = shown.rows().size() > 1;
        String count = shown.passing() < shown.all()
                ? count(shown.passing()) + " of " + count(shown.all())
                : count(shown.all());
        String scored = order == PictureOrder.AS_STORED || order == PictureOrder.BY_CLASS
                ? ""
                : shown.reference()
                        .flatMap(LookRow::scores)
                        .map(scores -> ", by " + name(scores.column()) + " of " + by.attack() + " on " + by.label())
                        .orElse("");
        return count + " pictures" + (several ? ", the same in all rows: " : ": ") + order.caption() + scored;
    }

    /** A sentence about one picture, to be copied. */
    public static String ofPicture(LookShown shown, LookRow row, int place, Focus focus) {
        String name = shown.content().records().name(place);
        return row.scores()
                .filter(scores -> place < scores.size())
                .map(scores ->
                        "From what left the clients at " + row.row().arm().cut() + " ("
                                + row.row().arm().protocol() + ", " + row.row().label() + "), "
                                + by(shown, row.row().attack())
                                + " rebuilt " + name + " to " + name(scores.column()) + " " + scores.text(place)
                                + floor(shown, scores.column(), focus)
                                        .map(text -> "; " + text)
                                        .orElse("") + ".")
                .orElse(name + ".");
    }

    private static String by(LookShown shown, String attack) {
        return shown.content()
                .trial()
                .flatMap(trial -> trial.info().attacker(attack))
                .map(one -> one.role() + " with the attack " + attack)
                .orElse("the attack " + attack);
    }

    /** The current picture for who cannot see it: {@code record 417, sandal, SSIM 0.78 no defense, 0.69 NoPeek}. */
    public static String spoken(LookShown shown, int place) {
        StringBuilder text = new StringBuilder(shown.content().records().name(place));
        for (LookRow row : shown.rows()) {
            if (row.has(place)) {
                row.scores()
                        .filter(scores -> place < scores.size())
                        .ifPresent(scores -> text.append(", ")
                                .append(name(scores.column()))
                                .append(' ')
                                .append(scores.text(place))
                                .append(' ')
                                .append(row.row().label()));
            }
        }
        return text.toString();
    }

    private static Optional<String> floor(LookShown shown, Column column, Focus focus) {
        return shown.content()
                .trial()
                .flatMap(trial -> score(trial, Reference.MEAN_IMAGE, column, focus.records()))
                .map(score -> "answering with the mean record would give " + write(column, score.value()));
    }

    private static Optional<Score> score(StoredTrial trial, Reference reference, Column column, TargetSet records) {
        return trial.scores().stream()
                .filter(score -> score.targets() == records && column.shows(score.metric()))
                .filter(score -> score.subject() instanceof Subject.ByReference by && by.reference() == reference)
                .findFirst();
    }

    /** A column's heading without its arrow. */
    public static String name(Column column) {
        return column.heading().replaceAll(" [\u2191\u2193]", "");
    }

    private static String write(Column column, double value) {
        return Cells.text(column, OptionalDouble.of(value));
    }

    private static String count(int number) {
        return String.format(Locale.ROOT, "%,d", number);
    }
}
