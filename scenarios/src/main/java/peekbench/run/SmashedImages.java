package peekbench.run;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apiguardian.api.API;
import org.nd4j.linalg.api.ndarray.INDArray;
import peekbench.data.format.OwnPictures;
import peekbench.evaluation.RecordMetrics;
import peekbench.metric.MetricProvider;
import peekbench.nn.array.Shape;
import peekbench.nn.array.StateReader;
import peekbench.problem.ConfigurationException;
import peekbench.result.StoredTrial;
import peekbench.result.TrialAddition;
import peekbench.result.file.Npz;
import peekbench.result.kept.KeptFiles;
import peekbench.result.kept.OwnImages;
import peekbench.result.kept.OwnImagesWriter;
import peekbench.result.kept.OwnImagesWriter.Reconstructed;
import peekbench.scenario.Scenario;
import peekbench.threat.attack.AttackOptions;
import peekbench.threat.attack.ClientShapes;
import peekbench.threat.attack.TrainedAttacker;

/**
 * Sends images of one's own through the kept client of a stored trial, after every defense, and lets the trial's kept
 * attackers reconstruct them. What comes of it is added to the trial as a record set of its own, in place of the last one; no
 * score, mean or table knows of it. Nobody trains.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1.0")
public final class SmashedImages {
    private final StoredTrial trial;
    private final RunOptions options;

    private SmashedImages(StoredTrial trial, RunOptions options) {
        this.trial = trial;
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
        List<KeptFiles.Attacker> attackers = trial.kept().attackers();
        if (attackers.isEmpty()) {
            throw new ConfigurationException("Trial " + id() + " keeps no attacker that could reconstruct images. Those"
                    + " of decoder, pseudo-client and channel-matching are kept, unless store.attackers is false; mount"
                    + " one on its victim with: peekbench attack " + trial.folder() + " --with FILE");
        }
        KeptVictim victim = KeptVictim.of(trial, options, listener);
        Scenario scenario = victim.scenario();
        OwnPictures own = OwnPictures.read(images, victim.data().dataset().exampleShape(), scenario.precision());
        INDArray smashed = victim.network().encode(own.inputs());
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
