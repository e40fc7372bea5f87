package peekbench.trial;

import java.util.Arrays;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.nd4j.linalg.api.ndarray.INDArray;
import peekbench.data.IndexSets;
import peekbench.plan.TrialPlan;
import peekbench.result.TrialWriter;
import peekbench.threat.observation.TargetSet;
import peekbench.training.TrainedNetwork;

/**
 * Keeps what left the clients of the first training records at the epochs of the transcript, and what leaves them at the end, as
 * many records as the scenario asks for. It is sent when all attacks are done, so that defenses draw the same random numbers for
 * these as without.
 *
 * @param setups what was trained
 * @param writer where it goes
 */
record KeptTranscript(TrialPlan plan, TrialSetup setups, TrialWriter writer) {

    /** Keeps it, where there are epochs to go back to. */
    void after(TrainedNetwork network) {
        int[] all = setups.sets().of(IndexSets.Part.VICTIM_TRAIN);
        int count = Math.min(plan.scenario().store().transcript(), all.length);
        if (count == 0 || network.past().epochs().isEmpty()) {
            return;
        }
        int[] records = Arrays.copyOf(all, count);
        SortedMap<Integer, INDArray> epochs = new TreeMap<>();
        for (int epoch : network.past().epochs()) {
            network.past().at(epoch, then -> epochs.put(epoch, sent(then, records)));
        }
        writer.transcript(records, epochs, sent(network, records));
    }

    private INDArray sent(TrainedNetwork network, int... records) {
        return network.observe(setups.trained().dataset(), Map.of(TargetSet.VICTIM_TRAIN, records))
                .of(TargetSet.VICTIM_TRAIN);
    }
}
