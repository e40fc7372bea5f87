package peekbench.training;

import java.util.Map;
import org.apiguardian.api.API;
import peekbench.threat.attack.AttackerKnowledge;
import peekbench.threat.observation.TargetSet;
import peekbench.threat.view.SmashedViews;

/**
 * A training that has come to an end, with what views of it are made of.
 *
 * @param protocol that was followed
 * @param setup what was trained on what
 * @param network what the training made
 * @param targets the private records that attacks are scored on
 * @param knowledge what the attacker brings along
 * @param smashed what the network sends when it has the targets predicted
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1.0")
public record FinishedTraining(
        Protocol protocol,
        TrainingSetup setup,
        TrainedNetwork network,
        Map<TargetSet, int[]> targets,
        AttackerKnowledge knowledge,
        SmashedViews smashed) {

    /** The same, where the network predicts the targets now. */
    static FinishedTraining of(
            Protocol protocol,
            TrainingSetup setup,
            TrainedNetwork network,
            Map<TargetSet, int[]> targets,
            AttackerKnowledge knowledge) {
        SmashedViews smashed =
                network.views(setup.dataset(), targets, setup.keptEpochs().records());
        return new FinishedTraining(protocol, setup, network, targets, knowledge, smashed);
    }
}
