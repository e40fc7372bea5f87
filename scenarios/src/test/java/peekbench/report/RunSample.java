package peekbench.report;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import peekbench.evaluation.Score;
import peekbench.evaluation.Subject;
import peekbench.metric.Interval;
import peekbench.metric.Metric;
import peekbench.result.AttackerRole;
import peekbench.result.ResultSamples;
import peekbench.result.ResultStore;
import peekbench.result.StoredTrial;
import peekbench.result.TrialKey;
import peekbench.result.TrialWriter;
import peekbench.result.record.Reconstructions;
import peekbench.threat.observation.TargetSet;

/** A made-up run: two arms, some seeds, images of 6 × 5 pixels. */
public final class RunSample {
    static final int IMAGES = 15;

    private final ResultStore store;

    public RunSample(Path folder) {
        this.store = ResultStore.open(folder);
    }

    /** SSIM is .8, .82, .84 … without the defense and half of that with it; seeds count from 1. */
    public List<StoredTrial> attacked(int seeds) {
        for (int seed = 1; seed <= seeds; seed++) {
            attacked(ResultSamples.key("no defense", false, seed), .78 + .02 * seed);
            attacked(ResultSamples.key("NoPeek <2>", true, seed), .39 + .01 * seed);
        }
        return store.trials();
    }

    /** SSIM is .9 with the defense and without, far from the mean image's .28. */
    public List<StoredTrial> defendedInVain() {
        attacked(ResultSamples.key("no defense", false, 1), .9);
        attacked(ResultSamples.key("NoPeek <2>", true, 1), .9);
        return store.trials();
    }

    public List<StoredTrial> trainedOnly(String protocol) {
        TrialKey key = new TrialKey(protocol + "-seed1", protocol, protocol, "pool1", "no defense", false, 1);
        try (TrialWriter writer = store.begin(key, ResultSamples.provenance())) {
            writer.epoch(ResultSamples.epoch(1));
            writer.epoch(ResultSamples.epoch(2));
            writer.complete(5, 6);
        }
        return store.trials();
    }

    public List<StoredTrial> failed(String arm, long seed) {
        try (TrialWriter writer = store.begin(ResultSamples.key(arm, true, seed), ResultSamples.provenance())) {
            writer.epoch(ResultSamples.epoch(1));
            writer.fail(new IllegalStateException("The loss became NaN & stayed so"));
        }
        return store.trials();
    }

    /** One trial a protocol, attacked by two who both made images. */
    List<StoredTrial> imagesOfTwoAttacks(int protocols) {
        for (int number = 0; number < protocols; number++) {
            String protocol = "protocol " + number;
            TrialKey key =
                    new TrialKey("p" + number + "-seed1", "p" + number, protocol, "pool1", "no defense", false, 1);
            try (TrialWriter writer = store.begin(key, ResultSamples.provenance())) {
                writer.epoch(ResultSamples.epoch(1));
                writer.reconstructions(reconstructions("decoder", TargetSet.VICTIM_TEST, .5));
                writer.reconstructions(reconstructions("unsplit", TargetSet.VICTIM_TEST, .7));
                writer.complete(5, 6);
            }
        }
        return store.trials();
    }

    /** Protocols with attacks of which the second cannot be mounted everywhere. */
    List<StoredTrial> manyAttacks() {
        for (String protocol : List.of("a", "b", "c", "d")) {
            TrialKey key = new TrialKey(protocol + "-seed1", protocol, protocol, "pool1", "no defense", false, 1);
            try (TrialWriter writer = store.begin(key, ResultSamples.provenance())) {
                writer.epoch(ResultSamples.epoch(1));
                writer.scores(List.of(ssim("decoder", .5), ssim("decoder/small", .4), ssim("unsplit", .25)));
                if (protocol.equals("b")) {
                    writer.scores(List.of(ssim("hijacking", .75)));
                }
                writer.complete(5, 6);
            }
        }
        return store.trials();
    }

    private static Score ssim(String subject, double value) {
        return new Score(Subject.parse(subject), TargetSet.VICTIM_TEST, Metric.SSIM, value, Optional.empty());
    }

    private void attacked(TrialKey key, double ssim) {
        try (TrialWriter writer = store.begin(key, ResultSamples.provenance())) {
            writer.epoch(ResultSamples.epoch(1));
            writer.epoch(ResultSamples.epoch(2));
            for (TargetSet targets : TargetSet.values()) {
                writer.scores(scores(targets, ssim));
                writer.reconstructions(reconstructions("decoder", targets, ssim));
            }
            writer.attacker(new AttackerRole("decoder", "a curious server", "the smashed data that leave the clients"));
            writer.findings("decoder", List.of("Shirts look alike.", "Shoes: " + key.seed() + "."));
            writer.complete(5, 6);
        }
    }

    private static List<Score> scores(TargetSet targets, double ssim) {
        List<Score> scores = new ArrayList<>();
        scores.add(new Score(
                Subject.parse("decoder"),
                targets,
                Metric.SSIM,
                ssim,
                Optional.of(new Interval(ssim - .01, ssim + .01, .95))));
        scores.add(new Score(Subject.parse("decoder/small"), targets, Metric.SSIM, ssim - .1, Optional.empty()));
        scores.add(new Score(Subject.parse("decoder/large"), targets, Metric.SSIM, ssim, Optional.empty()));
        scores.add(new Score(Subject.parse("mean-image"), targets, Metric.SSIM, .28, Optional.empty()));
        scores.add(new Score(Subject.parse("identity-client"), targets, Metric.SSIM, .99, Optional.empty()));
        scores.add(new Score(
                Subject.parse("decoder"),
                targets,
                Metric.DCOR_BIAS_CORRECTED,
                ssim,
                Optional.of(new Interval(-1, 1, .95))));
        scores.add(new Score(Subject.parse("smashed-data"), targets, Metric.DCOR_N, 64, Optional.empty()));
        return scores;
    }

    private static Reconstructions reconstructions(String attack, TargetSet targets, double ssim) {
        INDArray originals = Nd4j.linspace(DataType.FLOAT, 0, 1.0 / (30 * IMAGES), 30 * IMAGES)
                .reshape(IMAGES, 1, 6, 5);
        double[] each = new double[IMAGES];
        for (int i = 0; i < IMAGES; i++) {
            each[i] = ssim - .01 * i;
        }
        return new Reconstructions(attack, targets, originals, originals.mul(ssim), each);
    }
}
