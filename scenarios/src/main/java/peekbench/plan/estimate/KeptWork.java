package peekbench.plan.estimate;

import java.util.Set;
import java.util.stream.Collectors;
import peekbench.nn.Architecture;
import peekbench.nn.CutArchitecture;
import peekbench.nn.array.Shape;
import peekbench.nn.layer.LayerSequence;
import peekbench.plan.TrialPlan;
import peekbench.result.kept.KeptSizes;
import peekbench.scenario.Scenario;
import peekbench.scenario.ScenarioData;
import peekbench.scenario.StoreOptions;
import peekbench.threat.attack.AttackOptions;
import peekbench.threat.attack.ClientShapes;
import peekbench.threat.defense.DefenseOptions;

/**
 * How much a trial keeps, from the sizes of its networks: a victim is every client's layers and the whole network, once for each
 * time that attacks look at it, and twice the smashed data of the epochs that attacks watch; an attacker is the largest
 * network that its attack tries.
 */
final class KeptWork {
    private final TrialPlan plan;
    private final Scenario scenario;
    private final ScenarioData.Extent data;
    private final Architecture network;
    private final String cut;
    private final long number;

    KeptWork(TrialPlan plan, ScenarioData.Extent data) {
        this.plan = plan;
        this.scenario = plan.scenario();
        this.data = data;
        this.number = scenario.precision().bytes();
        CutArchitecture defended = DefenseOptions.reshape(
                new CutArchitecture(scenario.model().architecture(data.example(), data.outputs()), plan.cut()),
                plan.defenses());
        this.network = defended.architecture();
        this.cut = defended.cut();
    }

    KeptSizes sizes() {
        StoreOptions store = scenario.store();
        KeptSizes sizes = KeptSizes.NOTHING;
        if (store.victims()) {
            sizes = sizes.plus(new KeptSizes(1, victim(), 0, 0, 0, 0));
        }
        if (store.attackers()) {
            sizes = sizes.plus(attackers());
        }
        int smashed = Math.min(store.smashedData(), scenario.data().victimTest());
        int trained = keptEpochs() == 0
                ? 0
                : Math.min(store.transcript(), scenario.data().victimTrain());
        return sizes.plus(file(smashed, 1)).plus(file(trained, 1L + keptEpochs()));
    }

    private KeptSizes file(long records, long epochs) {
        return records == 0
                ? KeptSizes.NOTHING
                : new KeptSizes(0, 0, 0, 0, 1, records * (epochs * smashed().length() * number + Integer.BYTES));
    }

    private int keptEpochs() {
        return scenario.transcript()
                .of(plan.protocol().create(), scenario.training())
                .epochs()
                .size();
    }

    private Shape smashed() {
        return network.smashedShape(cut);
    }

    private long victim() {
        long front = new LayerSequence(network.front(cut), network.input()).parameterCount();
        long states = 1L
                + keptEpochs()
                + (scenario.attacks().isEmpty() ? 0 : scenario.attackAtEpochs().size());
        Set<Integer> watched = plan.point().attacks().stream()
                .flatMap(attack -> attack.watchedEpochs().stream())
                .collect(Collectors.toSet());
        long messages =
                2L * watched.size() * scenario.data().victimTrain() * smashed().length();
        return number * (states * (plan.protocol().clients() * front + network.parameterCount()) + messages);
    }

    private KeptSizes attackers() {
        ClientShapes shapes = new ClientShapes(scenario.precision(), data.example(), smashed());
        int sources = scenario.data().auxiliary().size();
        KeptSizes sizes = KeptSizes.NOTHING;
        for (AttackOptions attack : plan.point().attacks()) {
            long weights = attack.keptWeights(shapes);
            if (weights > 0) {
                sizes = sizes.plus(new KeptSizes(0, 0, sources, sources * weights * number, 0, 0));
            }
        }
        return sizes;
    }
}
