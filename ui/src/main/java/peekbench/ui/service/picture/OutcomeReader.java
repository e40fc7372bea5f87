package peekbench.ui.service.picture;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import peekbench.query.PixelRows;
import peekbench.report.chart.Chart;
import peekbench.result.StoredTrial;
import peekbench.result.file.ResultStoreException;

/** Reads what else a trial has than pictures; called away from the window's thread. */
public final class OutcomeReader {
    private OutcomeReader() {}

    /**
     * Labels, true and inferred.
     *
     * @throws ResultStoreException when the file is missing or damaged
     */
    public static Outcome labels(StoredTrial trial) {
        return new Outcome.Labels(trial.records().labels(), trial.records().classNames());
    }

    /**
     * Class mixes of clients, true and inferred.
     *
     * @throws ResultStoreException when the file is missing or damaged
     */
    public static Outcome mixes(StoredTrial trial) {
        return new Outcome.Mixes(trial.records().mixes(), trial.records().classNames());
    }

    /**
     * What attacks on members said, and how far they are right.
     *
     * @throws ResultStoreException when the file is missing or damaged
     */
    public static Outcome members(StoredTrial trial) {
        return new Outcome.Members(
                trial.records().members(), Chart.ROC.of(List.of(trial)).stream().toList());
    }

    /**
     * Records of a table, true and recovered.
     *
     * @throws ResultStoreException when an array is missing or damaged
     */
    public static Outcome rows(PictureArrays arrays, ShownRecords records) {
        try (PixelRows made = PixelRows.open(arrays.made());
                PixelRows originals = PixelRows.open(arrays.originals())) {
            int size = made.rowSize();
            List<String> names = new ArrayList<>();
            for (int c = 0; c < size; c++) {
                names.add(c < records.columns().size() ? records.columns().get(c) : "column " + (c + 1));
            }
            return new Outcome.Rows(
                    names,
                    arrays.attack(),
                    columns(originals.numbers(0, arrays.count()), size),
                    columns(made.numbers(0, arrays.count()), size));
        } catch (IOException e) {
            throw ResultStoreException.reading(arrays.made(), e);
        }
    }

    private static List<RowValues> columns(double[] rows, int size) {
        List<RowValues> columns = new ArrayList<>();
        for (int c = 0; c < size; c++) {
            double[] column = new double[rows.length / size];
            for (int i = 0; i < column.length; i++) {
                column[i] = rows[i * size + c];
            }
            columns.add(new RowValues(column));
        }
        return columns;
    }
}
