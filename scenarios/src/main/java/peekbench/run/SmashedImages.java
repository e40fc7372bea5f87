package peekbench.run;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.apiguardian.api.API;
import org.nd4j.linalg.api.ndarray.INDArray;
import peekbench.data.format.OwnPictures;
import peekbench.evaluation.RecordMetrics;
import peekbench.metric.MetricProvider;
import peekbench.nn.array.Shape;
import peekbench.nn.array.StateReader;
import peekbench.plan.Plan;
import peekbench.plan.TrialPlan;
import peekbench.problem.ConfigurationException;
import peekbench.result.ResultStore;
import peekbench.result.StoredTrial;
import peekbench.result.TrialAddition;
import peekbench.result.VictimNote;
import peekbench.result.file.Npz;
import peekbench.result.kept.KeptFiles;
import peekbench.result.kept.OwnImages;
import peekbench.result.kept.OwnImagesWriter;
import peekbench.result.kept.OwnImagesWriter.Reconstructed;
import peekbench.scenario.Scenario;
import peekbench.scenario.ScenarioData;
import peekbench.threat.attack.AttackOptions;
import peekbench.threat.attack.ClientShapes;
import peekbench.threat.attack.TrainedAttacker;
import peekbench.training.TrainedNetwork;
import peekbench.training.TrainingRecord;
import peekbench.trial.RestoredVictim;
import peekbench.victim.ContentKey;
import peekbench.victim.VictimStore;

/**
 * Sends images of one's own through the kept client of a stored trial, after every defense, and lets the trial's kept
 * attackers reconstruct them. What comes of it is added to the trial as a record set of its own, in place of the last one; no
 * score, mean or table knows of it. Nobody trains.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1.0")
public final class SmashedImages {
    private final StoredTrial trial;
    private final Path results;
    private final RunOptions options;

    private SmashedImages(StoredTrial trial, RunOptions options) {
        this.trial = trial;
        this.results = Objects.requireNonNull(
                trial.folder().toAbsolutePath().normalize().getParent(), "a trial is in a folder");
        this.options = options;
    }

    /**
     * Sends them.
     *
     * @param trial that was stored
     * @param images a PNG or JPEG file, or a folder of them
     * @param options of which the folder is taken from the trial
     * @return the trial with {@link StoredTrial#ownImages}
     * @throws ConfigurationException when the trial's victim or attackers are not kept, or images cannot be read or do not
     *     fit, before anything is written
     */
    public static StoredTrial of(StoredTrial trial, Path images, RunOptions options, RunListener listener) {
        return new SmashedImages(trial, options).send(images, listener);
    }

    private StoredTrial send(Path images, RunListener listener) {
        ResultStore.open(results);
        List<KeptFiles.Attacker> attackers = trial.kept().attackers();
        if (attackers.isEmpty()) {
            throw new ConfigurationException("Trial " + id() + " keeps no attacker that could reconstruct images. Those"
                    + " of decoder, pseudo-client and channel-matching are kept, unless store.attackers is false; mount"
                    + " one on its victim with: peekbench attack " + trial.folder() + " --with FILE");
        }
        TrainingRecord record = victim();
        Scenario scenario = options.reader()
                .parse(
                        "the trial's settings",
                        trial.info().provenance().scenario().point().toString())
                .scenario();
        TrialPlan plan = Plan.of(scenario).trials().get(0);
        ScenarioData data = scenario.data().load(options.datasets(), listener);
        OwnPictures own = OwnPictures.read(images, data.dataset().exampleShape(), scenario.precision());
        TrainedNetwork network = RestoredVictim.of(plan, data, record);
        INDArray smashed = network.encode(own.inputs());
        RecordMetrics metrics =
                new RecordMetrics(options.catalogue().of(MetricProvider.KIND).providers());
        List<Reconstructed> made = new ArrayList<>();
        for (KeptFiles.Attacker kept : attackers) {
            INDArray reconstructed = attacker(kept, scenario).reconstruct(smashed);
            made.add(new Reconstructed(
                    kept.attack(), kept.strength(), reconstructed, metrics.values(own.inputs(), reconstructed)));
        }
        TrialAddition.replace(
                trial,
                OwnImages.FOLDER,
                folder -> OwnImagesWriter.write(folder, own.names(), own.inputs(), smashed, made));
        return trial;
    }

    private String id() {
        return trial.key().id();
    }

    private TrainingRecord victim() {
        Optional<VictimNote> note = trial.victim();
        String again = " Run it again with store: {victims: true} and --replace; it was run by: "
                + trial.info().provenance().command();
        ContentKey key = note.flatMap(VictimNote::key)
                .map(ContentKey::new)
                .orElseThrow(() -> new ConfigurationException("The victim of trial " + id() + " is not kept"
                        + note.flatMap(VictimNote::reason)
                                .map(reason -> ": " + reason)
                                .orElse(".")
                        + again));
        return new VictimStore(results)
                .kept(key)
                .orElseThrow(() -> new ConfigurationException("The victim of trial " + id() + " is no longer in "
                        + results.resolve(".victims").resolve(key.hash()) + ", or is damaged." + again));
    }

    /** The network as it was when its attack had ended. */
    private TrainedAttacker attacker(KeptFiles.Attacker kept, Scenario scenario) {
        AttackOptions attack = scenario.attacks().get(kept.place());
        ClientShapes shapes =
                new ClientShapes(scenario.precision(), new Shape(kept.input()), new Shape(kept.smashed()));
        return attack.restored(
                        kept.strength(),
                        shapes,
                        new StateReader(Npz.read(trial.folder().resolve(kept.file()))))
                .orElseThrow(() -> new ConfigurationException("The attack (" + kept.attack() + ") of trial " + id()
                        + " does not restore what it kept; use the Peekbench and the plug-ins that ran it."));
    }
}
