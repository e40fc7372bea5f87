package peekbench.ui.model;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import peekbench.evaluation.Score;
import peekbench.evaluation.Subject;
import peekbench.metric.Metric;
import peekbench.report.estimate.Column;
import peekbench.report.table.Cells;
import peekbench.report.table.TrainingFigures;
import peekbench.result.AttackerRole;
import peekbench.result.StoredTrial;
import peekbench.threat.observation.TargetSet;

/** The facts of one trial, section by section, each with where it is from. */
public final class TrialFacts {
    /**
     * One fact.
     *
     * @param name what
     * @param value as tables write it
     * @param from where it is from and what it means
     * @param indented whether it is there to read the fact above by
     */
    public record Fact(String name, String value, String from, boolean indented) {}

    /** Facts under one title. */
    public record Section(String title, List<Fact> facts) {
        public Section {
            facts = List.copyOf(facts);
        }
    }

    private final StoredTrial trial;
    private final TargetSet records;

    private TrialFacts(StoredTrial trial, TargetSet records) {
        this.trial = trial;
        this.records = records;
    }

    /** All of a trial; scores are those on one set of records. */
    public static List<Section> of(StoredTrial trial, TargetSet records) {
        TrialFacts facts = new TrialFacts(trial, records);
        List<Section> sections = new ArrayList<>();
        trial.info()
                .error()
                .ifPresent(error -> sections.add(
                        new Section("Failed", List.of(new Fact("", error, "The error as it was stored.", false)))));
        facts.add(sections, "Who looked", facts.attackers());
        facts.add(
                sections,
                records == TargetSet.VICTIM_TEST ? "Leak of unseen records" : "Leak of records trained on",
                facts.scores());
        facts.add(sections, "Training", facts.training());
        facts.add(sections, "Strengths", facts.strengths());
        facts.add(sections, "Epochs", facts.epochs());
        facts.add(sections, "Provenance", facts.provenance());
        return sections;
    }

    private void add(List<Section> sections, String title, List<Fact> facts) {
        if (!facts.isEmpty()) {
            sections.add(new Section(title, facts));
        }
    }

    /** One a role, with all attacks that it mounted. */
    private List<Fact> attackers() {
        return trial.info().attackers().stream()
                .collect(Collectors.groupingBy(AttackerRole::role, LinkedHashMap::new, Collectors.toList()))
                .values()
                .stream()
                .map(of -> new Fact(
                        of.stream().map(AttackerRole::attack).collect(Collectors.joining(", ")),
                        of.get(0).role(),
                        "Sees " + of.get(0).sees() + ". From trial.json of trial "
                                + trial.key().id() + ".",
                        false))
                .toList();
    }

    private List<Fact> training() {
        List<Fact> facts = new ArrayList<>();
        for (Column column : TrainingFigures.COLUMNS) {
            OptionalDouble value = TrainingFigures.of(trial, column);
            if (value.isPresent()) {
                facts.add(new Fact(
                        column.heading(), Cells.text(column, value), from(column, "metrics.jsonl", ""), false));
            }
        }
        return facts;
    }

    private List<Fact> scores() {
        List<Fact> facts = new ArrayList<>();
        for (Subject subject : subjects(Subject.Kind.ATTACK, Subject.Kind.MEASUREMENT)) {
            List<Score> ordered = of(subject).stream()
                    .filter(score -> Column.of(score.metric()).isPresent())
                    .sorted(Comparator.comparing(
                            score -> Column.of(score.metric()).orElseThrow(), Column.order()))
                    .toList();
            for (Score score : ordered) {
                Column.of(score.metric()).ifPresent(column -> {
                    facts.add(fact(column, subject.text(), score, false));
                    if (subject.kind() == Subject.Kind.ATTACK) {
                        references(column, score, facts);
                    }
                });
            }
        }
        return facts;
    }

    /** Floors, references and ceilings; those that leak more than the attack carry a mark. */
    private void references(Column column, Score attack, List<Fact> facts) {
        for (Subject subject : subjects(Subject.Kind.FLOOR, Subject.Kind.REFERENCE, Subject.Kind.CEILING)) {
            boolean ofOther = subject instanceof Subject.ByReference by
                    && by.whose().isPresent()
                    && !by.whose()
                            .get()
                            .split("/", 2)[0]
                            .equals(attack.subject().text().split(" ", 2)[0]);
            if (ofOther && subjects(Subject.Kind.ATTACK).size() > 1) {
                continue;
            }
            of(subject).stream().filter(score -> column.shows(score.metric())).forEach(score -> {
                boolean above = column.metric().meaning() == Metric.Meaning.LESS_IS_LEAK
                        ? score.value() < attack.value()
                        : score.value() > attack.value();
                boolean surprising = above && subject.kind() != Subject.Kind.CEILING;
                Fact fact = fact(column, subject.text(), score, true);
                facts.add(surprising ? new Fact(fact.name(), fact.value() + " !", fact.from(), true) : fact);
            });
        }
    }

    private Fact fact(Column column, String who, Score score, boolean indented) {
        String interval = score.interval()
                .map(around -> String.format(
                        Locale.ROOT,
                        " %.0f %% interval %s to %s over %s.",
                        100 * around.level(),
                        column.metric().format().write(around.low()),
                        column.metric().format().write(around.high()),
                        column.intervalOverImages() ? "images" : "permutations"))
                .orElse("");
        String words = score.subject() instanceof Subject.ByReference ? who.replace('-', ' ') : who;
        String name = indented ? words + " (" + score.subject().kind().label() + ")" : column.heading() + ", " + words;
        return new Fact(
                name,
                Cells.text(column, OptionalDouble.of(score.value())),
                from(column, "scores.json", " " + score.value() + "." + interval),
                indented);
    }

    private List<Fact> strengths() {
        List<Fact> facts = new ArrayList<>();
        for (Subject subject : subjects(Subject.Kind.STRENGTH)) {
            of(subject).stream()
                    .filter(score ->
                            score.metric().equals(Metric.SSIM) || score.metric().equals(Metric.LABEL_ACCURACY))
                    .forEach(score -> Column.of(score.metric())
                            .ifPresent(column -> facts.add(fact(column, subject.text(), score, false))));
        }
        return facts;
    }

    private List<Fact> epochs() {
        return trial.epochs().stream()
                .map(epoch -> new Fact(
                        "epoch " + epoch.epoch() + (epoch.kept() ? "" : " (not kept)"),
                        Double.isNaN(epoch.testAccuracy())
                                ? Cells.text(Column.MEAN_ABSOLUTE_ERROR, OptionalDouble.of(epoch.testDeviation()))
                                : Cells.text(Column.ACCURACY, OptionalDouble.of(epoch.testAccuracy())),
                        String.format(
                                Locale.ROOT,
                                "Training loss %.4f, test loss %.4f, %.1f s. From metrics.jsonl of trial %s.",
                                epoch.trainLoss(),
                                epoch.testLoss(),
                                epoch.seconds(),
                                trial.key().id()),
                        false))
                .toList();
    }

    private List<Fact> provenance() {
        List<Fact> facts = new ArrayList<>();
        facts.add(plain("trial", trial.key().id()));
        facts.add(plain("seed", Long.toString(trial.key().seed())));
        facts.add(plain("scenario", trial.info().provenance().scenario().title()));
        facts.add(plain("data", trial.info().provenance().data().dataset()));
        facts.add(plain("data sha256", trial.info().provenance().data().sha256()));
        trial.info()
                .provenance()
                .data()
                .indexSets()
                .forEach(set -> facts.add(plain(set.name() + ", " + set.size() + " records", set.sha256())));
        facts.add(plain("version", trial.info().provenance().software().toString()));
        facts.add(plain("machine", trial.info().provenance().machine().hardware()));
        facts.add(plain("began", trial.info().started().toString()));
        facts.add(plain("command", trial.info().provenance().command()));
        facts.add(plain("folder", trial.folder().toString()));
        return facts;
    }

    private static Fact plain(String name, String value) {
        return new Fact(name, value, value, false);
    }

    private String from(Column column, String file, String more) {
        return column.meaning() + more + " From " + file + " of trial "
                + trial.key().id() + ", seed " + trial.key().seed() + ".";
    }

    private List<Subject> subjects(Subject.Kind... kinds) {
        List<Subject.Kind> wanted = List.of(kinds);
        return trial.scores().stream()
                .filter(score -> score.targets() == records)
                .map(Score::subject)
                .filter(subject -> wanted.contains(subject.kind()))
                .distinct()
                .toList();
    }

    private List<Score> of(Subject subject) {
        return trial.scores().stream()
                .filter(score -> score.targets() == records && score.subject().equals(subject))
                .toList();
    }

    /** What a trial is, for a heading. */
    public static String title(StoredTrial trial) {
        return trial.key().arm() + ", seed " + trial.key().seed();
    }

    /** Under the heading. */
    public static String subtitle(StoredTrial trial) {
        return trial.key().protocol() + ", cut at " + trial.key().cut()
                + Optional.of(trial.key().settingsText())
                        .filter(text -> !text.isEmpty())
                        .map(text -> ", " + text)
                        .orElse("");
    }
}
