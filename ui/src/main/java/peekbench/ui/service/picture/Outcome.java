package peekbench.ui.service.picture;

import java.util.List;
import org.jfree.chart.JFreeChart;
import peekbench.evaluation.Claims;
import peekbench.result.record.StoredClaim;

/** What else a trial has than pictures, read when its tab is in front. */
public sealed interface Outcome {
    /** Not read yet, or there is none. */
    record None() implements Outcome {}

    /** It cannot be read, with the reason. */
    record Unreadable(String why) implements Outcome {}

    /**
     * Classes of records, true and inferred.
     *
     * @param classes names, by number
     */
    record Labels(List<StoredClaim<Claims.Label>> claims, List<String> classes) implements Outcome {
        public Labels {
            claims = List.copyOf(claims);
            classes = List.copyOf(classes);
        }
    }

    /**
     * Shares of classes among clients' records, true and said.
     *
     * @param classes names, by number
     */
    record Mixes(List<StoredClaim<Claims.ClassShare>> claims, List<String> classes) implements Outcome {
        public Mixes {
            claims = List.copyOf(claims);
            classes = List.copyOf(classes);
        }
    }

    /**
     * Scores of membership, with the report's figure of them.
     *
     * @param curve on logarithmic axes; none where the report has none
     */
    record Members(List<StoredClaim<Claims.Membership>> claims, List<JFreeChart> curve) implements Outcome {
        public Members {
            claims = List.copyOf(claims);
            curve = List.copyOf(curve);
        }
    }

    /**
     * Records of a table.
     *
     * @param columns names of the numbers of a record
     * @param attack who
     * @param originals by column, a number a record
     * @param made by column, a number a record
     */
    record Rows(List<String> columns, String attack, List<RowValues> originals, List<RowValues> made)
            implements Outcome {
        public Rows {
            columns = List.copyOf(columns);
            originals = List.copyOf(originals);
            made = List.copyOf(made);
        }

        /** How many records are recovered to 1e-6 in every number. */
        public int exact() {
            int exact = 0;
            int count = made.isEmpty() ? 0 : made.get(0).size();
            for (int i = 0; i < count; i++) {
                int at = i;
                boolean same = true;
                for (int c = 0; c < made.size() && same; c++) {
                    same = Math.abs(made.get(c).at(at) - originals.get(c).at(at)) <= 1e-6;
                }
                exact += same ? 1 : 0;
            }
            return exact;
        }
    }
}
