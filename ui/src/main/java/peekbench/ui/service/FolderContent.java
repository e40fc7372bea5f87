package peekbench.ui.service;

import java.util.List;
import java.util.Map;
import org.jfree.chart.JFreeChart;
import peekbench.report.chart.Chart;

/**
 * What a result folder tells at a glance.
 *
 * @param trials in the order of the store, failed ones included
 * @param charts those that the trials have something to show in
 * @param lacks what is not shown and why, a sentence each: folders that cannot be read, damaged arrays, older formats
 */
public record FolderContent(List<TrialSummary> trials, Map<Chart, JFreeChart> charts, List<String> lacks) {
    public FolderContent {
        trials = List.copyOf(trials);
        charts = Map.copyOf(charts);
        lacks = List.copyOf(lacks);
    }
}
