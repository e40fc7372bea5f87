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
import peekbench.report.table.SummaryTable;
import peekbench.result.StoredTrial;
import peekbench.result.provenance.IndexSetInfo;
import peekbench.result.provenance.MachineInfo;
import peekbench.result.provenance.Provenance;

/** Puts together what the page shows. */
public final class PageBuilder {
    private static final int HASH_SHOWN = 16;

    private PageBuilder() {}

    public static ReportPage build(
            List<StoredTrial> trials,
            List<SummaryTable> tables,
            List<ReportPage.Figure> figures,
            List<String> remarks) {
        Heading heading = Heading.of(trials);
        return new ReportPage(
                heading.title(),
                heading.subtitle(),
                figures,
                Stream.concat(
                                AttackMatrix.of(trials).map(PageBuilder::matrix).stream(),
                                tables.stream().map(PageBuilder::table))
                        .toList(),
                FoundLine.of(trials),
                meanings(tables),
                Stream.concat(remarks.stream(), Honesty.notes(trials).stream()).toList(),
                failures(trials),
                facts(trials),
                SeedGroup.of(trials).stream()
                        .flatMap(group -> group.trials().stream())
                        .map(PageBuilder::line)
                        .toList(),
                scenario(trials.get(0)));
    }

    private static ReportPage.Table matrix(AttackMatrix matrix) {
        int labels = matrix.leading().size();
        return new ReportPage.Table(
                AttackMatrix.TITLE,
                matrix.leading(),
                matrix.figures(),
                matrix.rows().stream()
                        .map(row ->
                                new ReportPage.Row("training", row.subList(0, labels), row.subList(labels, row.size())))
                        .toList(),
                matrix.notes());
    }

    private static ReportPage.Table table(SummaryTable table) {
        return new ReportPage.Table(
                table.title(),
                table.leadingHeadings(),
                table.columns().stream().map(Column::heading).toList(),
                table.rows().stream()
                        .map(row -> new ReportPage.Row(
                                row.kind()
                                        .map(kind -> kind.name().toLowerCase(Locale.ROOT))
                                        .orElse("training"),
                                table.leading(row),
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

    private static List<ReportPage.Failure> failures(List<StoredTrial> trials) {
        return trials.stream()
                .filter(trial -> !trial.completed())
                .map(trial -> new ReportPage.Failure(
                        trial.key().id(),
                        trial.info().errorSummary().orElse("no message"),
                        trial.info().error().orElse("")))
                .toList();
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
