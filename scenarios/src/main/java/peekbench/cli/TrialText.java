package peekbench.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import peekbench.evaluation.Score;
import peekbench.evaluation.Subject;
import peekbench.registry.PluginJar;
import peekbench.report.table.Cells;
import peekbench.report.table.SummaryTable;
import peekbench.report.table.TrainingRemarks;
import peekbench.report.verdict.Verdicts;
import peekbench.result.EpochMetrics;
import peekbench.result.FormatNote;
import peekbench.result.StoredTrial;
import peekbench.result.TrialInfo;
import peekbench.result.kept.OwnImages;
import peekbench.result.provenance.IndexSetInfo;
import peekbench.result.provenance.Provenance;

/** A stored trial for a person. */
final class TrialText {
    private static final int HASH_SHOWN = 12;

    private TrialText() {}

    static List<String> lines(StoredTrial trial) {
        List<String> lines = new ArrayList<>();
        origin(trial, lines);
        lines.add("");
        boolean numbers = trial.epochs().stream().anyMatch(epoch -> !Double.isNaN(epoch.testDeviation()));
        lines.add("epoch   loss  test loss  " + (numbers ? "     MAE" : "accuracy")
                + "  seconds  messages     to server    to clients");
        trial.epochs().forEach(epoch -> lines.add(epoch(epoch, numbers)));
        TrainingRemarks.of(List.of(trial)).forEach(lines::add);
        if (!trial.scores().isEmpty()) {
            lines.add("");
            lines.addAll(Verdicts.of(List.of(trial)).lines());
            lines.add("");
            SummaryTable.of(List.of(trial)).narrowed().text().lines().forEach(lines::add);
            lines.add("");
            lines.add("All scores:");
            trial.scores().forEach(score -> lines.add(score(score)));
        }
        if (!trial.info().findings().isEmpty()) {
            lines.add("");
            lines.add("What was found:");
            trial.info().findings().forEach(finding -> lines.add("  " + finding.attack() + ": " + finding.text()));
        }
        trial.info().error().ifPresent(error -> {
            lines.add("");
            lines.add("Failed with:");
            lines.add(error);
        });
        return lines;
    }

    private static void origin(StoredTrial trial, List<String> lines) {
        TrialInfo info = trial.info();
        Provenance provenance = info.provenance();
        add(lines, "trial", trial.key().id() + " (" + info.status().name().toLowerCase(Locale.ROOT) + ")");
        add(
                lines,
                "scenario",
                provenance.scenario().name() + ": " + provenance.scenario().title());
        add(
                lines,
                "protocol",
                trial.key().protocol() + ", cut at " + trial.key().cut() + ", "
                        + trial.key().arm() + ", seed " + trial.key().seed());
        add(
                lines,
                "data",
                provenance.data().dataset() + ", SHA-256 "
                        + shortened(provenance.data().sha256()));
        for (IndexSetInfo set : provenance.data().indexSets()) {
            add(lines, "", set.size() + " " + set.name() + ", SHA-256 " + shortened(set.sha256()));
        }
        String commit =
                provenance.software().commit().map(id -> ", commit " + id).orElse("");
        add(lines, "software", "Peekbench " + provenance.software().version() + commit);
        for (PluginJar plugin : provenance.plugins()) {
            add(lines, "plug-in", plugin.file() + ", SHA-256 " + shortened(plugin.sha256()));
        }
        add(
                lines,
                "machine",
                provenance.machine().hardware() + ", " + provenance.machine().operatingSystem() + ", "
                        + provenance.machine().jvm());
        add(
                lines,
                "started",
                info.started() + ", took "
                        + String.format(
                                Locale.ROOT,
                                "%.1f s, %.1f s of it training",
                                info.totalSeconds(),
                                info.trainingSeconds())
                        + ", " + provenance.sharing());
        boolean attacked =
                trial.scores().stream().anyMatch(score -> score.subject().kind() == Subject.Kind.ATTACK);
        if (attacked && info.attackers().isEmpty()) {
            add(lines, "attacker", "not said: the trial was stored before that was kept");
        }
        info.attackers()
                .forEach(one ->
                        add(lines, "attacker", one.attack() + " is of " + one.role() + ", who sees " + one.sees()));
        kept(trial, lines);
        add(lines, "again", provenance.command());
        add(lines, "folder", trial.folder().toString());
        FormatNote.of(List.of(trial)).ifPresent(note -> add(lines, "lacks", note));
    }

    private static void kept(StoredTrial trial, List<String> lines) {
        trial.victim()
                .map(note -> note.key()
                        .map(key ->
                                "victim " + shortened(key) + (note.reused() ? ", trained for an earlier trial" : ""))
                        .orElseGet(() -> "no victim: " + note.reason().orElse("")))
                .ifPresent(text -> add(lines, "kept", text));
        trial.kept()
                .attackers()
                .forEach(attacker -> add(lines, "kept", "attacker " + attacker.attack() + ", " + attacker.strength()));
        trial.kept()
                .smashedData()
                .ifPresent(smashed -> add(lines, "kept", "smashed data of " + smashed.records() + " test records"));
        trial.kept()
                .transcript()
                .ifPresent(smashed -> add(lines, "kept", "transcript of " + smashed.records() + " training records"));
        trial.ownImages().ifPresent(own -> add(lines, "own", own.files().size() + " images, in " + OwnImages.FOLDER));
    }

    private static void add(List<String> lines, String name, String value) {
        lines.add(String.format(Locale.ROOT, "%-10s%s", name, value));
    }

    private static String shortened(String hash) {
        return hash.substring(0, Math.min(HASH_SHOWN, hash.length())) + "…";
    }

    /** @param numbers whether numbers are predicted, so that there is a mean absolute error in place of an accuracy */
    private static String epoch(EpochMetrics epoch, boolean numbers) {
        String utility = numbers
                ? String.format(Locale.ROOT, "%9.3f", epoch.testDeviation())
                : String.format(Locale.ROOT, "%7.1f %%", 100 * epoch.testAccuracy());
        return String.format(
                Locale.ROOT,
                "%5d  %5.3f  %9.3f %s  %7.1f  %8d  %12d  %12d",
                epoch.epoch(),
                epoch.trainLoss(),
                epoch.testLoss(),
                utility,
                epoch.seconds(),
                epoch.messages(),
                epoch.bytesToServer(),
                epoch.bytesToClients());
    }

    private static String score(Score score) {
        String interval = score.interval()
                .map(range -> String.format(
                        Locale.ROOT, "  [%.4f, %.4f] at %.0f %%", range.low(), range.high(), 100 * range.level()))
                .orElse("");
        String value = Double.isNaN(score.value()) ? Cells.NONE : String.format(Locale.ROOT, "%.4f", score.value());
        return String.format(
                Locale.ROOT,
                "  %-22s %-12s %-20s %10s%s",
                score.subject().text(),
                score.targets().label(),
                score.metric().label(),
                value,
                interval);
    }
}
