package peekbench.report.table;

import java.util.List;
import java.util.Optional;
import org.apiguardian.api.API;
import peekbench.evaluation.Subject;
import peekbench.report.estimate.Estimate;
import peekbench.result.TrialSetting;

/**
 * One seed group and one attack or reference.
 *
 * @param protocol of the group
 * @param cut of the group
 * @param arm of the group
 * @param settings of the group, what axes vary
 * @param kind whose scores these are; empty in a table about training
 * @param who its name for readers; empty in a table about training
 * @param records which records it is scored on: {@code unseen} or {@code trained on}; empty in a table about training
 * @param seeds trials that completed
 * @param failed trials that did not
 * @param cells one a column of the table, empty where there is no such figure
 * @param marks why its figures are no bounds, as ends of sentences; most rows have none
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1.0")
public record SummaryRow(
        String protocol,
        String cut,
        String arm,
        List<TrialSetting> settings,
        Optional<Subject.Kind> kind,
        String who,
        String records,
        int seeds,
        int failed,
        List<Optional<Estimate>> cells,
        List<String> marks) {
    public SummaryRow {
        settings = List.copyOf(settings);
        cells = List.copyOf(cells);
        marks = List.copyOf(marks);
    }

    /** What it has at a key that axes vary; empty where that does not matter to it. */
    Optional<String> setting(String key) {
        return settings.stream()
                .filter(setting -> setting.key().equals(key))
                .map(TrialSetting::value)
                .findFirst();
    }

    /** The same row of a table with other columns. */
    public SummaryRow withCells(List<Optional<Estimate>> others) {
        return new SummaryRow(protocol, cut, arm, settings, kind, who, records, seeds, failed, others, marks);
    }
}
