package peekbench.trial;

import peekbench.plan.TrialPlan;
import peekbench.scenario.ScenarioData;
import peekbench.training.EpochReport;
import peekbench.training.TrainedNetwork;
import peekbench.training.TrainingObserver;
import peekbench.training.TrainingRecord;

/** The network of a trial that was trained long ago. */
public final class RestoredVictim {
    private RestoredVictim() {}

    /**
     * Puts the parties to work as they were when their training had ended, random numbers of defenses included.
     *
     * @param data of the trial's scenario
     * @param record of its training, finished
     */
    public static TrainedNetwork of(TrialPlan plan, ScenarioData data, TrainingRecord record) {
        TrialSetup setups = TrialSetup.of(plan, data);
        return setups.protocol().train(setups.trained(), new TrainingObserver() {
            @Override
            public void epoch(EpochReport report) {
                // Known since the trial was run.
            }

            @Override
            public TrainingRecord record() {
                return record;
            }
        });
    }
}
