package peekbench.bench.workspace;

import java.nio.file.Path;
import java.util.List;
import peekbench.bench.InThisProcess;
import peekbench.evaluation.Claims;
import peekbench.evaluation.TargetRecord;
import peekbench.result.EpochMetrics;
import peekbench.result.StoredTrial;
import peekbench.result.TrialKey;
import peekbench.result.TrialWriter;
import peekbench.result.record.ReadClasses;
import peekbench.result.record.Reconstructions;
import peekbench.result.record.StoredClaim;
import peekbench.result.record.StoredRoc;
import peekbench.run.RunResult;
import peekbench.threat.observation.TargetSet;

/** A trial that was trained and attacked, small but with all that a trial has, and its arrays at hand. */
final class RealTrial {
    /** The quickstart with a membership attack, a few pictures a set and little training. */
    private static final String SCENARIO = """
            format: 1
            name: workspace
            title: A small trial with everything that a trial keeps
            precision: float32
            data:
              dataset: fashion-mnist-sample
              victim-train: 320
              victim-test: 100
              attacker-auxiliary: 200
              attacker-validation: 50
              partition: iid
            model: lenet5
            cuts: [pool1]
            protocols:
              - {name: vanilla-split, clients: 5}
            training:
              epochs: 3
              batch-size: 64
              optimizer: {name: sgd, learning-rate: 0.05, momentum: 0.9, weight-decay: 0.0005}
            defenses:
              - [{name: nopeek, form: added, weight: 2.0}]
            attacks:
              - {name: decoder, capacities: [small, medium, large], epochs: 1}
              - {name: loss-threshold}
            evaluation: {images: PICTURES, permutations: 20, bootstrap-resamples: 50, classifier-epochs: 1}
            store: {victims: false}
            seeds: [1]
            """;

    private final StoredTrial trial;
    private final List<Set> sets;
    private final List<StoredRoc> curves;

    /** What is kept of one set of records. */
    private record Set(
            TargetSet targets, List<TargetRecord> records, List<Integer> read, List<Reconstructions> finished) {}

    private RealTrial(StoredTrial trial) {
        this.trial = trial;
        this.sets = List.of(TargetSet.values()).stream()
                .map(targets -> new Set(
                        targets,
                        trial.records().of(targets),
                        trial.records().read(targets).stream()
                                .findFirst()
                                .map(ReadClasses::classes)
                                .orElseGet(List::of),
                        trial.records().finished(targets)))
                .filter(set -> !set.records().isEmpty())
                .toList();
        this.curves = trial.rocCurves();
    }

    /**
     * Trains and attacks it.
     *
     * @param pictures of each set of records
     */
    static RealTrial run(Path folder, int pictures) {
        RunResult result = InThisProcess.run(SCENARIO.replace("PICTURES", Integer.toString(pictures)), folder);
        StoredTrial trial = result.trials().get(0);
        if (!trial.completed()) {
            throw new IllegalStateException("The trial that all others are made from failed: "
                    + trial.info().error().orElse(""));
        }
        return new RealTrial(trial);
    }

    StoredTrial stored() {
        return trial;
    }

    TrialKey key() {
        return trial.key();
    }

    List<EpochMetrics> epochs() {
        return trial.epochs();
    }

    /** Writes all that is not a number of its own: pictures, records, claims, curves and findings. */
    void writeRest(TrialWriter writer) {
        writer.names(trial.records().classNames(), trial.records().columnNames());
        for (Set set : sets) {
            writer.records(set.targets(), set.records(), set.read());
            set.finished().forEach(writer::reconstructions);
        }
        List<StoredClaim<Claims.Membership>> members = trial.records().members();
        if (!members.isEmpty()) {
            writer.claims(
                    members.get(0).attack(),
                    new Claims(
                            List.of(),
                            List.of(),
                            members.stream().map(StoredClaim::claim).toList()));
        }
        curves.forEach(writer::roc);
        trial.info().attackers().forEach(writer::attacker);
        trial.info().findings().forEach(finding -> writer.findings(finding.attack(), List.of(finding.text())));
    }
}
