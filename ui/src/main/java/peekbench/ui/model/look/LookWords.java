package peekbench.ui.model.look;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import peekbench.evaluation.Reference;
import peekbench.evaluation.Score;
import peekbench.evaluation.Subject;
import peekbench.report.estimate.Column;
import peekbench.report.table.Cells;
import peekbench.result.StoredTrial;
import peekbench.threat.observation.TargetSet;
import peekbench.ui.model.workspace.Focus;
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
            return begin + "Someone sees what leaves them.";
        }
        String when =
                focus.epoch().isPresent() ? ", after epoch " + focus.epoch().getAsInt() + " of training," : "";
        return begin + "From what leaves them, the attack " + of.attack() + when + " rebuilt "
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
                                + row.row().attack()
                                + " rebuilt " + name + " to " + name(scores.column()) + " " + scores.text(place)
                                + floor(shown, scores.column(), focus)
                                        .map(text -> "; " + text)
                                        .orElse("") + ".")
                .orElse(name + ".");
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
