package peekbench.attack.label;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import peekbench.attack.search.Plateau;
import peekbench.nn.BatchTrainer;
import peekbench.nn.Optimizer;
import peekbench.nn.Rows;
import peekbench.nn.Segment;
import peekbench.nn.array.Precision;
import peekbench.nn.array.Shape;
import peekbench.nn.layer.Dense;
import peekbench.nn.layer.NamedLayer;
import peekbench.nn.loss.LossFunction;
import peekbench.seed.Seed;
import peekbench.threat.attack.LabelGuess;

/** A linear head on standardised features, trained by Adam on the cross-entropy. */
final class CompletedHead {
    private static final int TWO_CLASSES = 2;
    /** Features that hardly vary among a few records are not blown up beyond this. */
    private static final double SMALLEST_DEVIATION = 1e-3;

    private final INDArray mean;
    private final INDArray deviation;
    private final Segment head;
    private final int classes;

    private CompletedHead(INDArray features, int classes, Seed seed) {
        this.mean = features.mean(true, 0);
        this.deviation = features.std(false, true, 0);
        double typical = deviation.meanNumber().doubleValue();
        deviation.addi(typical > 0 ? SMALLEST_DEVIATION * typical : 1);
        this.classes = classes;
        this.head = Segment.create(
                List.of(new NamedLayer("head", new Dense(classes))),
                Shape.of(features.size(1)),
                features.dataType() == DataType.DOUBLE ? Precision.FLOAT64 : Precision.FLOAT32,
                seed.child("weights"));
    }

    /**
     * Trains a head until it does not get better on other records, and takes it at its best.
     *
     * @param records asked for before every epoch; always the same ones, which may be encoded anew
     * @param validation by which training ends
     */
    static CompletedHead train(
            ModelCompletionOptions options, Supplier<Labelled> records, Labelled validation, int classes, Seed seed) {
        Labelled first = records.get();
        CompletedHead completed = new CompletedHead(flat(first.features()), classes, seed);
        INDArray targets = first.targets(classes);
        BatchTrainer trainer =
                new BatchTrainer(completed.head, Optimizer.Adam.of(options.learningRate()), LossFunction.CROSS_ENTROPY);
        Plateau plateau = new Plateau(0, options.patience());
        INDArray best = completed.head.parameters().dup();
        double smallest = Double.POSITIVE_INFINITY;
        for (int epoch = 1; epoch <= options.epochs() && !plateau.reached(); epoch++) {
            INDArray inputs = completed.standardised(flat((epoch == 1 ? first : records.get()).features()));
            int[] order =
                    seed.child("epoch-" + epoch).permutation(first.labels().size());
            for (int from = 0; from < order.length; from += options.batchSize()) {
                int[] rows = Arrays.copyOfRange(order, from, Math.min(from + options.batchSize(), order.length));
                trainer.step(Rows.of(inputs, rows), Rows.of(targets, rows));
            }
            double loss = completed.loss(validation);
            plateau.add(loss);
            if (loss < smallest) {
                smallest = loss;
                best.assign(completed.head.parameters());
            }
        }
        completed.head.parameters().assign(best);
        return completed;
    }

    private static INDArray flat(INDArray features) {
        return features.dup('c').reshape('c', features.size(0), -1);
    }

    private INDArray standardised(INDArray features) {
        return features.subRowVector(mean).diviRowVector(deviation).dup('c');
    }

    private INDArray outputs(INDArray features) {
        return head.predict(standardised(flat(features)));
    }

    /** The cross-entropy on other records. */
    double loss(Labelled records) {
        return LossFunction.CROSS_ENTROPY
                .of(outputs(records.features()), records.targets(classes))
                .loss();
    }

    /** The labels of other features {@code [N, …]}; the evidence is the difference of both outputs. */
    LabelGuess guess(INDArray features) {
        INDArray outputs = outputs(features);
        List<Integer> labels =
                Arrays.stream(outputs.argMax(1).toIntVector()).boxed().toList();
        List<Double> evidence = new ArrayList<>();
        for (int record = 0; classes == TWO_CLASSES && record < labels.size(); record++) {
            evidence.add(outputs.getDouble(record, 1) - outputs.getDouble(record, 0));
        }
        return new LabelGuess(labels, evidence);
    }
}
