package peekbench.data.table;

import de.siegmar.fastcsv.reader.CsvRecord;

/**
 * A row of a table.
 *
 * @param line of the file on which it begins, from 1
 * @param cells in the order of the columns
 */
public record CsvRow(long line, CsvRecord cells) {
    /** The text of a cell without blanks around it. */
    public String cell(int column) {
        return cells.getField(column).strip();
    }
}
