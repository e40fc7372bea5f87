package peekbench.data.format;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.math3.stat.descriptive.DescriptiveStatistics;
import peekbench.data.Dataset;
import peekbench.data.Task;
import peekbench.problem.ConfigurationException;
import peekbench.problem.NearestName;

/** Turns rows with named columns into a data set. */
public final class Tables {
    private Tables() {}

    /**
     * A regression set: features are standardised to mean 0 and standard deviation 1 over all rows, targets keep their
     * units.
     *
     * @param columns names, in the rows' order
     * @param targets columns to predict
     * @param left columns that are neither
     * @throws ConfigurationException when a column is unknown; lists the columns
     */
    public static Dataset regression(
            String name, List<String> columns, List<double[]> rows, List<String> targets, List<String> left) {
        List<Integer> targetPlaces = places(name, columns, targets);
        List<Integer> leftPlaces = places(name, columns, left);
        List<Integer> featurePlaces = new ArrayList<>();
        for (int column = 0; column < columns.size(); column++) {
            if (!targetPlaces.contains(column) && !leftPlaces.contains(column)) {
                featurePlaces.add(column);
            }
        }
        float[] features = new float[rows.size() * featurePlaces.size()];
        for (int feature = 0; feature < featurePlaces.size(); feature++) {
            int place = featurePlaces.get(feature);
            DescriptiveStatistics statistics = new DescriptiveStatistics(
                    rows.stream().mapToDouble(row -> row[place]).toArray());
            double mean = statistics.getMean();
            double deviation = statistics.getStandardDeviation();
            double spread = deviation > 0 ? deviation : 1;
            for (int row = 0; row < rows.size(); row++) {
                features[row * featurePlaces.size() + feature] = (float) ((rows.get(row)[place] - mean) / spread);
            }
        }
        float[] numbers = new float[rows.size() * targets.size()];
        for (int row = 0; row < rows.size(); row++) {
            for (int target = 0; target < targets.size(); target++) {
                numbers[row * targets.size() + target] = (float) rows.get(row)[targetPlaces.get(target)];
            }
        }
        return Dataset.ofTable(name, new Task.Regression(targets), featurePlaces.size(), features, numbers, rows.size())
                .withInputNames(featurePlaces.stream().map(columns::get).toList());
    }

    private static List<Integer> places(String name, List<String> columns, List<String> wanted) {
        return wanted.stream()
                .map(column -> {
                    int place = columns.indexOf(column);
                    if (place < 0) {
                        throw new ConfigurationException("The table (" + name + ") has no column (" + column
                                + "); its columns are " + String.join(", ", columns) + "."
                                + NearestName.hint(column, columns));
                    }
                    return place;
                })
                .toList();
    }
}
