package peekbench.attack.decoder;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import peekbench.nn.Rows;
import peekbench.threat.observation.TargetSet;
import peekbench.threat.view.QueryingServerView;

/**
 * All fronts that private records came through.
 *
 * @param all that of the tested client first
 */
record Fronts(List<Front> all) {
    Fronts {
        all = List.copyOf(all);
    }

    /** Those of a view. */
    static Fronts of(QueryingServerView view, int apart) {
        return new Fronts(Front.of(view.bySender(), apart));
    }

    /**
     * What is made of each front's smashed data of a set, in the order of the records.
     *
     * @param smashed {@code [N, …]} of the set's records, or the first of them
     * @param made of the number of a front and its rows, {@code [n, …]}
     * @return {@code [N, …]}
     */
    INDArray each(TargetSet set, INDArray smashed, BiFunction<Integer, INDArray, INDArray> made) {
        if (all.size() == 1) {
            return made.apply(0, smashed);
        }
        List<INDArray> parts = new ArrayList<>();
        int[] order = new int[Math.toIntExact(smashed.size(0))];
        int done = 0;
        for (int front = 0; front < all.size(); front++) {
            int[] places = all.get(front).places(set, order.length);
            if (places.length > 0) {
                parts.add(made.apply(front, Rows.of(smashed, places)));
            }
            for (int place : places) {
                order[place] = done++;
            }
        }
        return Rows.of(Nd4j.concat(0, parts.toArray(new INDArray[0])), order);
    }

    /** The mean of a number of each front, weighted by how many of the private records came through it. */
    double mean(List<Double> numbers) {
        if (all.size() == 1) {
            return numbers.get(0);
        }
        double sum = 0;
        int records = 0;
        for (int front = 0; front < all.size(); front++) {
            sum += all.get(front).size() * numbers.get(front);
            records += all.get(front).size();
        }
        return sum / records;
    }
}
