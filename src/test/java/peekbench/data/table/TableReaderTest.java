package peekbench.data.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import peekbench.data.Dataset;
import peekbench.data.GivenParts;
import peekbench.data.Task;
import peekbench.data.format.TableFile;
import peekbench.nn.array.Precision;
import peekbench.problem.ConfigurationException;

/** Tables as people have them. */
class TableReaderTest {
    @TempDir
    private Path folder;

    private Dataset read(String text, TableColumns columns, TableForm form) throws IOException {
        Path file = Files.writeString(folder.resolve("t.csv"), text);
        return new TableFile(file.toString(), columns, form).load();
    }

    private Dataset classes(String text) throws IOException {
        return read(text, TableColumns.classes("y"), TableForm.USUAL);
    }

    private void isRefused(String text, String... reasons) {
        assertThatThrownBy(() -> classes(text))
                .isInstanceOf(ConfigurationException.class)
                .message()
                .contains(reasons);
    }

    private static TableForm form(Missing missing, Scale scale) {
        return new TableForm(missing, scale, Optional.empty(), Optional.empty());
    }

    private static double[] row(Dataset set, int record) {
        return set.inputs(new int[] {record}, Precision.FLOAT64).data().asDouble();
    }

    @Test
    void wordsAreClassesAndCategories() throws IOException {
        Dataset set = classes("a,colour,y\n1,red,no\n2,blue,yes\n3,red,yes\n");
        assertThat(((Task.Classification) set.task()).classNames()).containsExactly("no", "yes");
        assertThat(set.labels(new int[] {0, 1, 2})).containsExactly(0, 1, 1);
        assertThat(set.inputNames()).containsExactly("a", "colour=blue", "colour=red");
        assertThat(row(set, 0)).containsExactly(-1, 0, 1);
        assertThat(row(set, 1)).containsExactly(0, 1, 0);
        assertThat(((Task.Classification) classes("a,y\n1,10\n2,9\n").task()).classNames())
                .containsExactly("9", "10");
    }

    /** Deviations by NumPy 1.24, std(ddof=1). */
    @Test
    void numbersAreScaledAsAsked() throws IOException {
        String text = "a,y\n1,0\n2,1\n6,0\n";
        Dataset standard = classes(text);
        assertThat(row(standard, 2)[0]).isCloseTo(3 / 2.6457513110645907, within(1e-7));
        assertThat(row(read(text, TableColumns.classes("y"), form(Missing.REFUSE, Scale.ZERO_TO_ONE)), 1)[0])
                .isCloseTo(.2, within(1e-7));
        assertThat(row(read(text, TableColumns.classes("y"), form(Missing.REFUSE, Scale.NONE)), 2)[0])
                .isEqualTo(6);
    }

    @Test
    void numbersThatNameCategoriesAreSoWhenSaid() throws IOException {
        TableColumns columns = new TableColumns(
                Optional.empty(), List.of("y"), List.of(), List.of("code"), Optional.empty(), Optional.empty());
        Dataset set = read("code,y\n20095,1.5\n10115,2\n", columns, TableForm.USUAL);
        assertThat(set.inputNames()).containsExactly("code=10115", "code=20095");
        assertThat(set.targets(new int[] {0}, Precision.FLOAT32).getFloat(0)).isEqualTo(1.5f);
    }

    @Test
    void delimiterDecimalSignAndByteOrderMarkAreFound() throws IOException {
        Dataset semicolons = classes("\ufeffy;\"a;b\";c\nno;1,5;2\nyes;2,5;4\n");
        assertThat(semicolons.inputNames()).containsExactly("a;b", "c");
        assertThat(row(semicolons, 0)[0]).isCloseTo(-Math.sqrt(.5), within(1e-7));
        assertThat(classes("a\ty\n1.5\tno\n2\tyes\n").size()).isEqualTo(2);
        assertThat(classes("a|y\n1.5|no\n2|yes\n").size()).isEqualTo(2);
        isRefused(
                "a;y\n1,234;no\n12,345;yes\n", "such as (1,234), may have a decimal comma or commas between thousands");
        assertThat(classes("a,y\r\n\"1,5\",no\r\n\"2,5\",yes\r\n").size()).isEqualTo(2);
    }

    @Test
    void missingValuesAreRefusedLeftOutOrFilled() throws IOException {
        String text = "a,b,y\n1,x,0\n,x,1\n3,?,0\n5,z,1\n";
        isRefused(
                text,
                "(a) of table",
                "lacks 1 of 4 values, the first in line 3. Say what to do about them, missing: drop-rows or missing: fill",
                "(b) of table",
                "the first in line 4");
        Dataset dropped = read(text, TableColumns.classes("y"), form(Missing.DROP_ROWS, Scale.NONE));
        assertThat(dropped.size()).isEqualTo(2);
        assertThat(row(dropped, 1)).containsExactly(5, 0, 1);
        assertThat(dropped.remarks()).contains("2 of 4 rows lack a value and are left out.");
        Dataset filled = read(text, TableColumns.classes("y"), form(Missing.FILL, Scale.NONE));
        assertThat(row(filled, 1)).containsExactly(3, 1, 0);
        assertThat(row(filled, 2)).containsExactly(3, 1, 0);
        assertThat(filled.remarks()).contains("Missing values are filled: a (1), b (1).");
        isRefused("a,y\n1,0\n2,\n", "(y)", "lacks 1 of 2 values, the first in line 3; it must have them all");
    }

    @Test
    void whatNetworksCannotReckonWithIsNamedByCell() {
        isRefused("a,b,y\n1,Infinity,0\n1e300,2,1\n", "(a)", "value (1e300) in line 3", "(b)", "(Infinity) in line 2");
        isRefused("a,y\n1,0\nNaN,1\n", "(a)", "lacks 1 of 2 values, the first in line 3");
        isRefused("a,y\n1,0\n12O,1\n", "the value (12O) in line 3 is no number", "drop or categorical");
        assertThatThrownBy(() ->
                        read("a,y\n1,NaN\n2,-inf\n", TableColumns.numbers(List.of("y"), List.of()), TableForm.USUAL))
                .hasMessageContaining("value (-inf) in line 3")
                .hasMessageContaining("lacks 1 of 2 values, the first in line 2");
    }

    @Test
    void tablesThatAreNoneAreExplained() throws IOException {
        isRefused("", "is empty. Its first line must name columns");
        isRefused("a,y\n", "has no rows but its line of names");
        isRefused("y\n1\n2\n", "has no column left to predict from");
        isRefused("1,2\n3,4\n", "The first line of table", "holds numbers (1, 2 …); it must name the columns");
        isRefused("a,b,a,y\n1,2,3,4\n", "two columns called (a), the 1. and the 3.");
        isRefused("a,y\n1,\"open\n2,3\n", "cannot be read", "each quote closed");
        isRefused("a,b,y\n1,2,3\n1,2\n", "Record 3 has 2 fields, but first record had 3 fields");
        isRefused("a b,z\n1,2\n", "has no column (y); its columns are a b, z.");
        isRefused("a:y\n1:2\n", "There is but one column: are cells divided by something else than (,)? Say so");
        Path latin =
                Files.write(folder.resolve("t.csv"), "gr\u00f6\u00dfe,y\n1,2\n".getBytes(StandardCharsets.ISO_8859_1));
        assertThatThrownBy(() -> CsvFile.open(latin, Optional.empty())).hasMessageContaining("it is not in UTF-8");
        assertThatThrownBy(() -> CsvFile.open(folder.resolve("none.csv"), Optional.empty()))
                .hasMessageContaining("it is not there");
    }

    @Test
    void anUnnamedFirstColumnThatNumbersRowsIsLeftOut() throws IOException {
        Dataset set = classes(",a,y\n0,5,x\n1,7,y\n2,5,x\n");
        assertThat(set.inputNames()).containsExactly("a");
        assertThat(set.remarks()).contains("The first column has no name and numbers the rows, so it is left out.");
        Dataset lacking =
                read(",a,y\n1,,x\n2,7,y\n3,5,x\n", TableColumns.classes("y"), form(Missing.DROP_ROWS, Scale.NONE));
        assertThat(lacking.inputNames()).containsExactly("a");
        assertThat(classes(",a,y\n4,5,x\n1,7,y\n2,5,x\n").inputNames()).containsExactly("unnamed-1", "a");
    }

    @Test
    void tooManyTextsAreNeitherCategoriesNorClasses() {
        StringBuilder ids = new StringBuilder("id,y\n");
        StringBuilder labels = new StringBuilder("a,y\n");
        for (int row = 0; row < 1001; row++) {
            ids.append("p").append(row).append(',').append(row % 2).append('\n');
            labels.append(row % 7).append(',').append(row / 2.0).append('\n');
        }
        isRefused(ids.toString(), "(id)", "holds more than 100 different texts, such as p0, p1, p2", "under drop");
        isRefused(labels.toString(), "more than 1000 different values", "give target-columns: [y]");
    }

    @Test
    void columnsGivePartsAndGroups() throws IOException {
        TableColumns columns = new TableColumns(
                Optional.of("y"), List.of(), List.of(), List.of(), Optional.of("who"), Optional.of("part"));
        Dataset set =
                read("a,who,part,y\n9,p,test,0\n1,q,train,0\n2,r,auxiliary,1\n3,q,train,1\n", columns, TableForm.USUAL);
        assertThat(set.parts()).isEqualTo(new GivenParts(2, 1, 1));
        assertThat(set.labels(new int[] {0, 1, 2, 3})).containsExactly(0, 1, 0, 1);
        // Scaled by the training part only, 1 and 3: the test record is at (9 - 2) / sqrt 2.
        assertThat(row(set, 2)[0]).isCloseTo(7 / Math.sqrt(2), within(1e-6));
        assertThat(set.group(0)).isEqualTo(set.group(1)).isNotEqualTo(set.group(2));
        assertThatThrownBy(() -> read("a,who,part,y\n9,p,test,0\n1,p,train,0\n", columns, TableForm.USUAL))
                .hasMessageContaining("gives records of one group (who) to different parts");
        assertThatThrownBy(() -> read("a,who,part,y\n9,p,val,0\n", columns, TableForm.USUAL))
                .hasMessageContaining("value (val) of column (part) in line 2")
                .hasMessageContaining("train, test, auxiliary");
    }

    @Test
    void rolesAreChecked() {
        assertThatThrownBy(() -> TableColumns.numbers(List.of(), List.of()))
                .hasMessageContaining("class-column: is not given, nor are target-columns");
        assertThatThrownBy(() -> new TableColumns(
                        Optional.of("y"), List.of("z"), List.of("y"), List.of(), Optional.empty(), Optional.empty()))
                .hasMessageContaining("class-column: is given beside target-columns")
                .hasMessageContaining("name a column twice");
        assertThatThrownBy(() -> new TableForm(Missing.FILL, Scale.NONE, Optional.of(";;"), Optional.of("x")))
                .hasMessageContaining("delimiter: is (;;)")
                .hasMessageContaining("decimal: is x");
    }
}
