package peekbench.plan.estimate;

import peekbench.nn.Architecture;
import peekbench.plan.TrialPlan;
import peekbench.result.kept.KeptSizes;
import peekbench.scenario.Scenario;
import peekbench.scenario.ScenarioData;

/**
 * Seconds from counted operations: {@code epochs * records * (forward + backward)} of the undefended network, divided by the share of the
 * measured speed that training reaches, and for each attack a training of its own on the attacker's records. A share between one in
 * fifty and a third covers what small layers, batches, defenses and tests of networks cost; that is why the span is wide.
 */
final class CountedWork {
    private static final double SHARE = .08;
    private static final double BEST_SHARE = .33;
    private static final double WORST_SHARE = .02;
    /** Of an attacker's training, in epochs of its own on networks about as large as the victim's. */
    private static final double EPOCHS_OF_ATTACKS = 20;

    private static final double PICTURES = 6;
    private static final long ENGINE = 500_000_000L;
    private static final int COPIES = 8;

    private final Scenario scenario;
    private final Architecture network;
    private final ScenarioData.Extent data;
    private final KeptSizes kept;

    CountedWork(TrialPlan plan, ScenarioData data) {
        this.scenario = plan.point();
        this.data = data.extent();
        this.kept = new KeptWork(plan, this.data).sizes();
        this.network = scenario.model().architecture(this.data.example(), this.data.outputs());
    }

    Span seconds(double speed) {
        double operations = (double) network.forwardFlops() + network.backwardFlops();
        double training =
                operations * scenario.data().victimTrain() * scenario.training().epochs();
        double attacking = operations
                * EPOCHS_OF_ATTACKS
                * scenario.attacks().size()
                * (scenario.data().attackerAuxiliary() + scenario.data().attackerValidation());
        double all = (training + attacking) / speed;
        return new Span(all / BEST_SHARE, all / SHARE, all / WORST_SHARE);
    }

    /** Pictures of every attack and reference on both sets of targets, and what is kept besides. */
    long diskBytes() {
        long pixels = data.example().length();
        double pictures =
                scenario.attacks().size() * PICTURES * scenario.evaluation().images() * pixels * Float.BYTES;
        return (long) pictures + kept.bytes();
    }

    KeptSizes kept() {
        return kept;
    }

    long memoryBytes() {
        long records = (long) data.size() * data.example().length() * Float.BYTES;
        return ENGINE + records + (long) network.parameterCount() * Float.BYTES * COPIES;
    }
}
