package peekbench.report.page;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import peekbench.report.estimate.Column;
import peekbench.report.estimate.Heading;
import peekbench.report.estimate.SeedGroup;
import peekbench.report.table.AttackMatrix;
import peekbench.report.table.LeadingCells;
import peekbench.report.table.SummaryTable;
import peekbench.report.verdict.ChangesTable;
import peekbench.report.verdict.Verdicts;
import peekbench.result.FormatNote;
import peekbench.result.StoredTrial;
import peekbench.result.provenance.IndexSetInfo;
import peekbench.result.provenance.MachineInfo;
import peekbench.result.provenance.Provenance;

/** Puts together what the page shows. */
public final class PageBuilder {
    private static final int HASH_SHOWN = 16;
    /** More lines than these nobody reads and few browsers show. */
    private static final int MOST_LINES = 2000;
    /** More arms than these are compared in tables. */
    private static final int MOST_CARDS = 30;
    /** Each has its trace. */
    private static final int MOST_FAILURES = 100;

    private PageBuilder() {}

    public static ReportPage build(
            List<StoredTrial> trials,
            List<SummaryTable> tables,
            List<ReportPage.Figure> figures,
            List<String> remarks) {
        Heading heading = Heading.of(trials);
        Verdicts verdicts = Verdicts.of(trials);
        List<FoundLine> findings = FoundLine.of(trials);
        List<StoredTrial> ordered = SeedGroup.of(trials).stream()
                .flatMap(group -> group.trials().stream())
                .toList();
        List<StoredTrial> failed =
                ordered.stream().filter(trial -> !trial.completed()).toList();
        List<String> limits = Stream.of(
                        limit(ordered, MOST_LINES, "trials", "times.csv"),
                        limit(failed, MOST_FAILURES, "failed trials", "metrics.csv"),
                        limit(findings, MOST_LINES, "findings", "peekbench show"),
                        limit(verdicts.arms(), MOST_CARDS, "arms as cards", "the tables"))
                .flatMap(Optional::stream)
                .toList();
        return new ReportPage(
                heading.title(),
                heading.subtitle(),
                verdicts.opening(),
                first(figures, 1),
                first(verdicts.arms(), MOST_CARDS),
                figures.subList(Math.min(1, figures.size()), figures.size()),
                Stream.concat(
                                AttackMatrix.of(trials).map(PageBuilder::matrix).stream(),
                                Stream.concat(
                                        tables.stream().map(PageBuilder::table),
                                        ChangesTable.of(trials).map(PageBuilder::changes).stream()))
                        .toList(),
                first(findings, MOST_LINES),
                meanings(tables),
                Stream.of(limits, remarks, FormatNote.of(trials).stream().toList(), Honesty.notes(trials))
                        .flatMap(List::stream)
                        .toList(),
                first(failed, MOST_FAILURES).stream().map(PageBuilder::failure).toList(),
                facts(trials),
                first(ordered, MOST_LINES).stream().map(PageBuilder::line).toList(),
                scenario(trials.get(0)));
    }

    private static <T> List<T> first(List<T> all, int most) {
        return all.subList(0, Math.min(most, all.size()));
    }

    /** What to say where a list is not shown to its end. */
    private static Optional<String> limit(List<?> all, int most, String what, String where) {
        return all.size() <= most
                ? Optional.empty()
                : Optional.of(String.format(
                        Locale.ROOT,
                        "This page lists the first %,d of %,d %s; %s has all.",
                        most,
                        all.size(),
                        what,
                        where));
    }

    private static ReportPage.Table matrix(AttackMatrix matrix) {
        int labels = matrix.leading().size();
        return new ReportPage.Table(
                AttackMatrix.TITLE,
                matrix.leading(),
                matrix.figures(),
                first(matrix.rows(), MOST_LINES).stream()
                        .map(row ->
                                new ReportPage.Row("training", row.subList(0, labels), row.subList(labels, row.size())))
                        .toList(),
                matrix.notes());
    }

    private static ReportPage.Table changes(ChangesTable changes) {
        int labels = ChangesTable.LEADING.size();
        return new ReportPage.Table(
                ChangesTable.TITLE,
                ChangesTable.LEADING,
                ChangesTable.FIGURES,
                first(changes.rows(), MOST_LINES).stream()
                        .map(row ->
                                new ReportPage.Row("training", row.subList(0, labels), row.subList(labels, row.size())))
                        .toList(),
                changes.notes());
    }

    private static ReportPage.Table table(SummaryTable table) {
        LeadingCells leading = table.leading();
        return new ReportPage.Table(
                table.title(),
                leading.headings(),
                table.columns().stream().map(Column::heading).toList(),
                table.shown().stream()
                        .map(row -> new ReportPage.Row(
                                row.kind()
                                        .map(kind -> kind.name().toLowerCase(Locale.ROOT))
                                        .orElse("training"),
                                leading.of(row),
                                table.figures(row)))
                        .toList(),
                table.notes());
    }

    private static List<ReportPage.Meaning> meanings(List<SummaryTable> tables) {
        return tables.stream()
                .flatMap(table -> table.columns().stream())
                .distinct()
                .sorted(Column.order())
                .map(column -> new ReportPage.Meaning(column.heading(), column.meaning()))
                .toList();
    }

    private static ReportPage.Failure failure(StoredTrial trial) {
        return new ReportPage.Failure(
                trial.key().id(),
                trial.info().errorSummary().orElse("no message"),
                trial.info().error().orElse(""));
    }

    private static List<ReportPage.Fact> facts(List<StoredTrial> trials) {
        Provenance first = trials.get(0).info().provenance();
        List<ReportPage.Fact> facts = new ArrayList<>();
        facts.add(new ReportPage.Fact("Scenario", first.scenario().name()));
        facts.add(new ReportPage.Fact(
                "Data set",
                first.data().dataset() + ", SHA-256 " + shortened(first.data().sha256())));
        for (IndexSetInfo set : first.data().indexSets()) {
            facts.add(new ReportPage.Fact("Records " + set.name(), records(trials, set)));
        }
        facts.add(new ReportPage.Fact("Software", distinct(trials, PageBuilder::software)));
        facts.add(new ReportPage.Fact(
                "Java", distinct(trials, trial -> machine(trial).jvm())));
        facts.add(new ReportPage.Fact(
                "Machine",
                distinct(
                        trials,
                        trial -> machine(trial).hardware() + ", "
                                + machine(trial).operatingSystem())));
        facts.add(new ReportPage.Fact(
                "Trials at a time",
                distinct(
                        trials,
                        trial -> Integer.toString(trial.info().provenance().threads()))));
        return facts;
    }

    private static String records(List<StoredTrial> trials, IndexSetInfo set) {
        boolean shared = trials.stream()
                .allMatch(trial -> trial.info().provenance().data().indexSets().contains(set));
        return set.size()
                + (shared
                        ? ", SHA-256 of the indices " + shortened(set.sha256())
                        : "; drawn anew for each seed, hashes in each trial.json");
    }

    private static MachineInfo machine(StoredTrial trial) {
        return trial.info().provenance().machine();
    }

    private static String software(StoredTrial trial) {
        Provenance provenance = trial.info().provenance();
        Optional<String> commit = provenance.software().commit();
        return "Peekbench " + provenance.software().version()
                + commit.map(hash -> ", commit " + hash).orElse("");
    }

    private static String distinct(List<StoredTrial> trials, Function<StoredTrial, String> property) {
        Stream<String> values = trials.stream().map(property).distinct();
        return String.join("; ", values.toList());
    }

    private static String shortened(String hash) {
        return hash.length() <= HASH_SHOWN ? hash : hash.substring(0, HASH_SHOWN) + "\u2026";
    }

    private static ReportPage.TrialLine line(StoredTrial trial) {
        return new ReportPage.TrialLine(
                trial.key().id(),
                trial.key().arm(),
                trial.key().seed(),
                trial.info().status().label(),
                trial.info().started().toString(),
                String.format(Locale.ROOT, "%.1f", trial.info().totalSeconds()),
                trial.info().provenance().command());
    }

    private static String scenario(StoredTrial trial) {
        try {
            return new ObjectMapper()
                    .writerWithDefaultPrettyPrinter()
                    .writeValueAsString(trial.info().provenance().scenario().resolved());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A tree that was read can be written", e);
        }
    }
}
