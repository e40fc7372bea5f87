package peekbench.plan.estimate;

import peekbench.nn.Architecture;
import peekbench.plan.TrialPlan;
import peekbench.result.kept.KeptSizes;
import peekbench.scenario.Scenario;
import peekbench.scenario.ScenarioData;

/**
 * Seconds from counted operations: {@code epochs * records * (forward + backward)} of the undefended network, divided by the share of
 * the measured speed that training reaches, and for each attack a training of its own on the attacker's records. The span runs from
 * a tenth to five times: what small layers, batches, defenses, clients and the kinds of attacks cost is not counted. 95 % of 168
 * trials that were measured, of all protocols and attacks, lay in it, and the middle half took from a third of what was expected to a
 * quarter more.
 */
final class CountedWork {
    private static final double SHARE = .08;
    private static final double QUICKER = .1;
    private static final double SLOWER = 5;
    /** Of an attacker's training, in epochs of its own on networks about as large as the victim's. */
    private static final double EPOCHS_OF_ATTACKS = 20;

    private static final long TABLES = 20_000;
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
        double expected = (trainingOperations() + attackingOperations()) / speed / SHARE;
        return new Span(expected * QUICKER, expected, expected * SLOWER);
    }

    /** The share of training in the seconds. */
    double training() {
        double all = trainingOperations() + attackingOperations();
        return all > 0 ? trainingOperations() / all : 0;
    }

    private double operations() {
        return (double) network.forwardFlops() + network.backwardFlops();
    }

    private double trainingOperations() {
        return operations()
                * scenario.data().victimTrain()
                * scenario.training().epochs();
    }

    private double attackingOperations() {
        return operations()
                * EPOCHS_OF_ATTACKS
                * scenario.attacks().size()
                * (scenario.data().attackerAuxiliary() + scenario.data().attackerValidation());
    }

    /** Originals once and pictures of every attack, of both sets of targets; what is kept besides; tables. */
    long diskBytes() {
        long pixels = data.example().length();
        int images = scenario.evaluation().images();
        double targets = Math.min(images, scenario.data().victimTrain())
                + Math.min(images, scenario.data().victimTest());
        int attacks = scenario.attacks().size();
        double pictures = attacks == 0 ? 0 : (1 + attacks) * targets * pixels * Float.BYTES;
        return (long) pictures + kept.bytes() + TABLES;
    }

    KeptSizes kept() {
        return kept;
    }

    long memoryBytes() {
        long records = (long) data.size() * data.example().length() * Float.BYTES;
        return ENGINE + records + (long) network.parameterCount() * Float.BYTES * COPIES;
    }
}
