package peekbench.data.format;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import peekbench.data.Dataset;
import peekbench.data.LoadProgress;
import peekbench.data.table.CsvFile;
import peekbench.data.table.CsvRow;
import peekbench.problem.ConfigurationException;
import peekbench.registry.Paper;

/**
 * A CSV table of health check-ups with lipid values in mg/dL: LDL is predicted from sex (F is 0, M is 1), age, height, weight,
 * total cholesterol TC, triglycerides TG and HDL, the columns that Lee et al. (2021, section IV) predict it from. Further
 * columns are left out.
 *
 * <p>Inputs are standardised over all rows, see {@link Tables#regression}; LDL keeps its unit. Rows whose LDL is off
 * Friedewald's estimate {@code TC - HDL - TG / 5} by more than 50 mg/dL are taken for typing errors and dropped.
 */
@Paper(
        authors = "Friedewald, Levy, Fredrickson",
        title = "Estimation of the Concentration of Low-Density Lipoprotein Cholesterol in Plasma, Without Use of the"
                + " Preparative Ultracentrifuge",
        year = 1972,
        venue = "Clinical Chemistry 18(6)")
public record LipidCheckUps() implements SetFormat {
    static final String FILE = "nhis_korea_lipids.csv";
    private static final String SEX = "sex";
    private static final String TC = "tc_mgdl";
    private static final String TG = "tg_mgdl";
    private static final String HDL = "hdl_mgdl";
    private static final String LDL = "ldl_mgdl";
    private static final List<String> COLUMNS = List.of(SEX, "age", "height_cm", "weight_kg", TC, TG, HDL, LDL);
    private static final double LARGEST_DEVIATION = 50;

    @Override
    public boolean presentIn(Path folder) {
        return Files.isRegularFile(folder.resolve(FILE));
    }

    @Override
    public String files() {
        return FILE + " with a header and at least the columns " + String.join(", ", COLUMNS);
    }

    @Override
    public Dataset read(String name, Path folder) {
        CsvFile csv = CsvFile.open(folder.resolve(FILE), Optional.empty());
        if (!csv.columns().containsAll(COLUMNS)) {
            throw new ConfigurationException("The table (" + csv.path() + ") has the columns "
                    + String.join(", ", csv.columns()) + "; it must have " + String.join(", ", COLUMNS)
                    + ". Rename them, or name the columns yourself with data.table.");
        }
        int[] places = COLUMNS.stream().mapToInt(csv::column).toArray();
        List<double[]> rows = new ArrayList<>();
        csv.forEach("reading the table", LoadProgress.none(), row -> {
            double[] numbers = new double[places.length];
            for (int place = 0; place < places.length; place++) {
                numbers[place] = number(row, places[place], COLUMNS.get(place), csv.path());
            }
            if (Math.abs(value(numbers, LDL) - friedewald(numbers)) <= LARGEST_DEVIATION) {
                rows.add(numbers);
            }
        });
        return Tables.regression(name, COLUMNS, rows, List.of(LDL), List.of());
    }

    private static double friedewald(double[] row) {
        return value(row, TC) - value(row, HDL) - value(row, TG) / 5;
    }

    private static double value(double[] row, String column) {
        return row[COLUMNS.indexOf(column)];
    }

    private static double number(CsvRow row, int place, String column, Path file) {
        String text = row.cell(place);
        if (column.equals(SEX) && (text.equals("F") || text.equals("M"))) {
            return text.equals("M") ? 1 : 0;
        }
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException e) {
            throw new ConfigurationException("The value (" + text + ") of column (" + column + ") in line " + row.line()
                    + " of table (" + file + ") is no number. Mend it or remove the record.");
        }
    }
}
