package peekbench.attack.inversion;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import peekbench.nn.Rows;
import peekbench.threat.attack.Candidate;
import peekbench.threat.attack.ReconstructedInputs;
import peekbench.threat.observation.Sent;
import peekbench.threat.observation.TargetSet;
import peekbench.threat.view.InformedView;

/** Reconstructions of each client's records, put into one outcome: strength by strength, in the order of the records. */
final class ClientCandidates {
    private final InformedView view;
    private final List<Sent> senders = new ArrayList<>();
    private final List<ReconstructedInputs> outcomes = new ArrayList<>();

    ClientCandidates(InformedView view) {
        this.view = view;
    }

    /** Takes in those of one client, tried at the same strengths as all others'. */
    void add(Sent sent, ReconstructedInputs outcome) {
        senders.add(sent);
        outcomes.add(outcome);
    }

    ReconstructedInputs together() {
        List<Candidate> candidates = new ArrayList<>();
        for (int strength = 0; strength < outcomes.get(0).candidates().size(); strength++) {
            int place = strength;
            candidates.add(together(outcomes.stream()
                    .map(outcome -> outcome.candidates().get(place))
                    .toList()));
        }
        return new ReconstructedInputs(candidates);
    }

    /** The loss is the mean over records, the history that of the first client. */
    private Candidate together(List<Candidate> parts) {
        Map<TargetSet, INDArray> reconstructions = new EnumMap<>(TargetSet.class);
        view.targets().forEach(set -> reconstructions.put(set, inOrder(set, parts)));
        double loss = 0;
        int records = 0;
        for (int part = 0; part < parts.size(); part++) {
            loss += senders.get(part).size() * parts.get(part).validationLoss();
            records += senders.get(part).size();
        }
        Candidate first = parts.get(0);
        return new Candidate(
                first.strength(),
                first.parameters(),
                loss / records,
                parts.stream().allMatch(Candidate::converged),
                reconstructions,
                first.history());
    }

    private INDArray inOrder(TargetSet set, List<Candidate> parts) {
        List<INDArray> made = new ArrayList<>();
        int[] order = new int[Math.toIntExact(view.smashed(set).size(0))];
        int done = 0;
        for (int part = 0; part < parts.size(); part++) {
            INDArray own = parts.get(part).reconstructions().get(set);
            if (own == null) {
                continue;
            }
            made.add(own);
            for (int place : senders.get(part).places().getOrDefault(set, new int[0])) {
                order[place] = done++;
            }
        }
        return Rows.of(Nd4j.concat(0, made.toArray(new INDArray[0])), order);
    }
}
