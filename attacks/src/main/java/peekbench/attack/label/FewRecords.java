package peekbench.attack.label;

import java.util.ArrayList;
import java.util.List;
import peekbench.nn.Rows;
import peekbench.problem.ConfigurationException;
import peekbench.threat.observation.AuxiliaryData;

/** The first records of each class. */
final class FewRecords {
    private FewRecords() {}

    /**
     * Picks records; of a class that has fewer, all.
     *
     * @throws ConfigurationException when a class has none
     */
    static AuxiliaryData of(AuxiliaryData records, int classes, int perClass) {
        int[] taken = new int[classes];
        List<Integer> chosen = new ArrayList<>();
        for (int record = 0; record < records.size(); record++) {
            int label = records.labels().get(record);
            if (taken[label] < perClass) {
                taken[label]++;
                chosen.add(record);
            }
        }
        for (int label = 0; label < classes; label++) {
            if (taken[label] == 0) {
                throw new ConfigurationException("The attack (model-completion) needs labelled records of every class;"
                        + " among the attacker's " + records.size() + " there is none of class " + label
                        + ". Make data.attacker-auxiliary larger.");
            }
        }
        return new AuxiliaryData(
                Rows.of(
                        records.inputs(),
                        chosen.stream().mapToInt(Integer::intValue).toArray()),
                chosen.stream().map(records.labels()::get).toList());
    }
}
