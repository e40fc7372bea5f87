package peekbench.bench;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.nd4j.linalg.api.ndarray.INDArray;
import peekbench.attack.hijacking.FeatureSpaceHijackingOptions;
import peekbench.nn.Segment;
import peekbench.nn.array.Precision;
import peekbench.nn.array.Shape;
import peekbench.nn.model.LeNet5;
import peekbench.seed.Seed;
import peekbench.threat.attack.AttackProgress;
import peekbench.threat.attack.AttackerKnowledge;
import peekbench.threat.observation.ArrivedBatch;
import peekbench.threat.observation.AuxiliaryData;
import peekbench.threat.observation.PlayedTraining;
import peekbench.threat.observation.ServerBehavior;
import peekbench.threat.observation.SmashedObservation;
import peekbench.threat.observation.TargetSet;
import peekbench.threat.view.MaliciousServerView;

/** Feature-space hijacking of LeNet-5 cut after its first pooling, batch 64: the server's side of some iterations. */
final class HijackStepWork implements Runnable {
    static final int ITERATIONS = 20;
    private static final int BATCH = 64;
    private static final Shape IMAGE = Shape.of(1, 28, 28);
    private static final Shape SMASHED = Shape.of(6, 14, 14);

    private final INDArray smashed = RandomArrays.of(BATCH, SMASHED);
    private final AttackerKnowledge knowledge = new AttackerKnowledge(
            new AuxiliaryData(RandomArrays.of(BATCH, IMAGE), List.of()),
            new AuxiliaryData(RandomArrays.of(1, IMAGE), List.of()));
    private final FeatureSpaceHijackingOptions options;

    /**
     * @param criticChannels feature maps of the critic
     * @param criticBlocks residual blocks of the critic
     */
    HijackStepWork(int criticChannels, int criticBlocks) {
        this.options = new FeatureSpaceHijackingOptions(
                ITERATIONS, List.of(), 1e-3, ITERATIONS, 5e-4, .5, 10, 1, 32, criticChannels, criticBlocks, 256);
    }

    /** Answers {@link #ITERATIONS} batches. */
    @Override
    public void run() {
        SmashedObservation known = new SmashedObservation(
                Precision.FLOAT32,
                IMAGE,
                new LeNet5().architecture(IMAGE, 10).front("pool1"),
                SMASHED,
                Map.of(TargetSet.VICTIM_TRAIN, smashed),
                () -> Segment.create(List.of(), SMASHED, Precision.FLOAT32, Seed.of(1)));
        options.create()
                .run(new MaliciousServerView(known, this::play), knowledge, Seed.of(1), AttackProgress.silent());
    }

    private PlayedTraining play(ServerBehavior server, int batches, Set<Integer> looks) {
        for (int batch = 0; batch < batches; batch++) {
            server.answer(new ArrivedBatch(smashed, Optional.empty()), () -> smashed);
        }
        return new PlayedTraining(batches, List.of(new PlayedTraining.Look(batches, Map.of())), Optional.empty());
    }
}
