package peekbench.trial;

import java.util.Arrays;
import java.util.Map;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;
import peekbench.data.IndexSets;
import peekbench.plan.TrialPlan;
import peekbench.result.TrialWriter;
import peekbench.threat.observation.TargetSet;
import peekbench.threat.view.CuriousServerView;
import peekbench.threat.view.Views;
import peekbench.training.TrainedNetwork;

/**
 * Keeps what leaves the tested client of the first test records, as many as the scenario asks for. Of those that attacks are
 * scored on it is what the first attackers saw; the others are sent when all attacks are done, so that defenses draw the same
 * random numbers for these as without.
 *
 * @param setups what was trained
 * @param writer where it goes
 */
record KeptSmashedData(TrialPlan plan, TrialSetup setups, TrialWriter writer) {

    /**
     * Keeps it, where there is a server that smashed data come to.
     *
     * @param network what the training made
     * @param seen what the first attackers saw of it
     */
    void after(TrainedNetwork network, Views seen) {
        int[] all = setups.sets().of(IndexSets.Part.VICTIM_TEST);
        int count = Math.min(plan.scenario().store().smashedData(), all.length);
        if (count == 0 || !setups.protocol().onlookers().roles().contains(CuriousServerView.class)) {
            return;
        }
        int[] records = Arrays.copyOf(all, count);
        INDArray smashed = seen.of(CuriousServerView.class)
                .map(view -> completed(view.smashed(TargetSet.VICTIM_TEST), network, records))
                .orElseGet(() -> sent(network, records));
        writer.smashedData(records, smashed);
    }

    private INDArray completed(INDArray seen, TrainedNetwork network, int... records) {
        int there = (int) Math.min(records.length, seen.size(0));
        INDArray first = seen.get(NDArrayIndex.interval(0, there));
        return there == records.length
                ? first
                : Nd4j.concat(0, first, sent(network, Arrays.copyOfRange(records, there, records.length)));
    }

    private INDArray sent(TrainedNetwork network, int... records) {
        return network.observe(setups.trained().dataset(), Map.of(TargetSet.VICTIM_TEST, records))
                .of(TargetSet.VICTIM_TEST);
    }
}
