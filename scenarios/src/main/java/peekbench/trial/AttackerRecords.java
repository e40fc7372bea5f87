package peekbench.trial;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import peekbench.data.AuxiliarySource;
import peekbench.data.Dataset;
import peekbench.data.ImageFit;
import peekbench.data.IndexSets;
import peekbench.data.IndexSets.Part;
import peekbench.data.Task;
import peekbench.nn.array.Precision;
import peekbench.nn.array.Shape;
import peekbench.scenario.Scenario;
import peekbench.scenario.ScenarioData;
import peekbench.seed.Seed;
import peekbench.threat.attack.AttackerKnowledge;
import peekbench.threat.observation.AuxiliaryData;

/** What attackers bring along in a trial, for every source of records that the scenario names. */
final class AttackerRecords {
    private final ScenarioData data;
    private final Scenario scenario;
    private final IndexSets sets;
    private final Seed seed;

    /**
     * @param sets of the victims' data set
     * @param seed the trial's
     */
    AttackerRecords(ScenarioData data, Scenario scenario, IndexSets sets, Seed seed) {
        this.data = data;
        this.scenario = scenario;
        this.sets = sets;
        this.seed = seed;
    }

    /** Records of one source. */
    AttackerKnowledge from(AuxiliarySource source) {
        return new AttackerKnowledge(
                records(source, Part.ATTACKER_AUXILIARY), records(source, Part.ATTACKER_VALIDATION));
    }

    private AuxiliaryData records(AuxiliarySource source, Part part) {
        if (source instanceof AuxiliarySource.Noise) {
            return new AuxiliaryData(noise(sets.of(part).length, part), List.of());
        }
        if (source instanceof AuxiliarySource.OtherDataset other) {
            Dataset set = data.other(other.dataset());
            int[] indices = scenario.data().otherIndexSets(set, seed).of(part);
            INDArray inputs = set.inputs(indices, precision());
            return new AuxiliaryData(ImageFit.to(data.dataset().exampleShape(), inputs), List.of());
        }
        int[] indices = sets.of(part);
        if (source instanceof AuxiliarySource.MissingClass missing) {
            indices = Arrays.stream(indices)
                    .filter(index -> data.dataset().label(index) != missing.label())
                    .toArray();
        }
        return new AuxiliaryData(data.dataset().inputs(indices, precision()), classes(indices));
    }

    private List<Integer> classes(int... indices) {
        List<Integer> labels = new ArrayList<>();
        if (data.dataset().task() instanceof Task.Classification) {
            for (int label : data.dataset().labels(indices)) {
                labels.add(label);
            }
        }
        return labels;
    }

    private INDArray noise(int count, Part part) {
        Shape shape = data.dataset().exampleShape();
        RandomGenerator generator =
                seed.child("attacker-noise").child(part.label()).generator();
        double[] numbers = new double[count * shape.length()];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = shape.isImage() ? generator.nextDouble() : generator.nextGaussian();
        }
        return Nd4j.create(numbers, shape.withBatch(count), 'c')
                .castTo(precision().dataType());
    }

    private Precision precision() {
        return scenario.precision();
    }
}
