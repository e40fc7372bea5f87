package peekbench.training;

import java.util.Map;
import org.apiguardian.api.API;
import peekbench.threat.attack.AttackerKnowledge;
import peekbench.threat.observation.TargetSet;
import peekbench.threat.view.Views;

/** Who sends what to whom and who steps when. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1.0")
public interface Protocol {
    /**
     * Trains the parties.
     *
     * @param setup what is trained on what
     * @param observer hears of every epoch
     * @throws peekbench.problem.ConfigurationException when the setup does not suit the protocol
     */
    TrainedNetwork train(TrainingSetup setup, TrainingObserver observer);

    /** Whether the attacker's auxiliary records are taken as public ones, even when nobody attacks. */
    default boolean takesPublicRecords() {
        return false;
    }

    /**
     * Whether smashed data of the records that are trained on come to a server while an epoch is trained, so that it may keep
     * them.
     *
     * @param epoch from 1
     */
    default boolean sendsSmashedData(TrainingOptions training, int epoch) {
        return false;
    }

    /** Who sees something of this protocol's trainings. */
    default Onlookers onlookers() {
        return Onlookers.everywhere();
    }

    /**
     * What everybody who is around this training sees.
     *
     * @param setup what was trained on what
     * @param network what the training made
     * @param targets the private records that attacks are scored on
     * @param knowledge what the attacker brings along
     */
    default Views views(
            TrainingSetup setup, TrainedNetwork network, Map<TargetSet, int[]> targets, AttackerKnowledge knowledge) {
        return onlookers().of(FinishedTraining.of(this, setup, network, targets, knowledge));
    }
}
