package peekbench.attack.federated;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;
import peekbench.attack.search.Convergence;
import peekbench.attack.search.InputSpace;
import peekbench.metric.Assignment;
import peekbench.nn.Rows;
import peekbench.nn.Segment;
import peekbench.nn.array.Precision;
import peekbench.problem.Problems;
import peekbench.seed.Seed;
import peekbench.threat.attack.Attack;
import peekbench.threat.attack.AttackProgress;
import peekbench.threat.attack.AttackerKnowledge;
import peekbench.threat.attack.Candidate;
import peekbench.threat.attack.Candidate.EpochLoss;
import peekbench.threat.attack.ReconstructedInputs;
import peekbench.threat.observation.AuxiliaryData;
import peekbench.threat.observation.ClientUpdate;
import peekbench.threat.observation.ClientWork;
import peekbench.threat.observation.ObservedRound;
import peekbench.threat.observation.TargetSet;
import peekbench.threat.view.UpdatesView;

/**
 * An aggregator looks for the inputs {@code x [N, C, H, W] in [0,1]} of one batch whose gradient at the global weights is the
 * one that a client sent. Labels come first, from the gradient of the last layer, see {@link LabelInference}; then {@code x}
 * is searched for with one of the methods of {@link GradientMatching}, from several random starts.
 *
 * <p>Where clients send weights after local steps, what is matched is their mean gradient, see {@link
 * ClientWork.LocalTraining}: exact after one step. Deviation from Geiping et al. 2020, section 6, who follow the steps.
 *
 * <p>Another client of the training can mount it too, on the mean of all updates but its own, which the average of a round
 * gives away: of two clients that is the other's update, masked or not; of more, it takes the mean for one update.
 *
 * <p>The order of a batch's records leaves no trace in its gradient, so reconstructions come in none. Layers compute as in
 * training: batch normalisation takes the statistics of what is searched for, dropout draws a mask of the attacker's own.
 * All is computed in float64.
 *
 * <p>Methods are compared by the mean squared error on some of the attacker's validation records, whose updates it makes by
 * running the clients' program, defenses included, for itself.
 */
final class GradientInversion implements Attack<UpdatesView, ReconstructedInputs> {
    static final String NAME = "gradient-inversion";

    private final GradientInversionOptions options;

    GradientInversion(GradientInversionOptions options) {
        this.options = options;
    }

    @Override
    public String name() {
        String batch = options.batchSize() == 1 ? "" : "-batch-" + options.batchSize();
        return NAME + batch + (options.mountedBy() == UpdateReader.AGGREGATOR ? "" : "-by-peer");
    }

    @Override
    public Class<? extends UpdatesView> view() {
        return options.mountedBy().view();
    }

    @Override
    public ReconstructedInputs run(UpdatesView view, AttackerKnowledge knowledge, Seed seed, AttackProgress progress) {
        LastLayer last = LastLayer.of(view, NAME);
        ownRecords(knowledge);
        ObservedRound round = view.at(options.moment());
        Segment network = round.network(Precision.FLOAT64, seed.child("network"));
        INDArray validation = knowledge.validation().inputs().castTo(DataType.DOUBLE);
        InputSpace space = InputSpace.of(view.inputShape(), Precision.FLOAT64, validation);
        LabelInference labels =
                LabelInference.of(last, network, knowledge.auxiliary().inputs().castTo(DataType.DOUBLE));
        Work work = new Work(
                round.work(),
                MatchingLoss.Model.of(network, view.loss(), space),
                labels,
                updates(round),
                rehearsed(round, knowledge.validation(), last.classes()),
                validation);
        List<Candidate> candidates = new ArrayList<>();
        for (GradientMatching method : options.methods()) {
            int before = candidates.size();
            AttackProgress part = (fraction, detail) ->
                    progress.report((before + fraction) / options.methods().size(), detail);
            candidates.add(candidate(method, work, view.precision(), seed.child(method.label()), part));
        }
        return new ReconstructedInputs(candidates, findings(network), Optional.empty(), options.batchSize());
    }

    /** Only batch normalisation has numbers beside its parameters. */
    private static List<String> findings(Segment network) {
        return network.bufferCount() == 0
                ? List.of()
                : List.of(
                        "Batch normalisation ran on the statistics of the batch that was searched for, as in the client's own"
                                + " step, and not on stored ones: the attacker is not told those of the private batch.");
    }

    /** Everything that methods share. */
    private record Work(
            ClientWork client,
            MatchingLoss.Model model,
            LabelInference labels,
            Map<TargetSet, List<ClientUpdate>> updates,
            List<ClientUpdate> rehearsed,
            INDArray validation) {
        MatchingLoss loss(GradientMatching method, ClientUpdate update) {
            INDArray gradient = client.meanGradient(update, model.weights());
            return method.loss(model, new MatchingLoss.Observation(gradient, labels.of(gradient, update.records())));
        }
    }

    private static void ownRecords(AttackerKnowledge knowledge) {
        Problems problems = new Problems();
        problems.atLeast("data.attacker-validation", knowledge.validation().size(), 1);
        problems.atLeast("data.attacker-auxiliary", knowledge.auxiliary().size(), 1);
        problems.throwIfAny();
    }

    private Map<TargetSet, List<ClientUpdate>> updates(ObservedRound round) {
        Map<TargetSet, List<ClientUpdate>> updates = new EnumMap<>(TargetSet.class);
        round.targets().stream()
                .sorted()
                .forEach(set -> updates.put(set, round.targetUpdates(set, options.batchSize())));
        return updates;
    }

    /** The updates of the first batches of validation records. */
    private List<ClientUpdate> rehearsed(ObservedRound round, AuxiliaryData validation, int classes) {
        List<ClientUpdate> updates = new ArrayList<>();
        int end = Math.min(validation.size(), options.validationBatches() * options.batchSize());
        for (int from = 0; from < end; from += options.batchSize()) {
            int to = Math.min(from + options.batchSize(), end);
            INDArray inputs =
                    validation.inputs().get(NDArrayIndex.interval(from, to)).dup('c');
            INDArray targets = Nd4j.zeros(inputs.dataType(), to - from, classes);
            for (int row = from; row < to; row++) {
                targets.putScalar(row - from, validation.labels().get(row), 1);
            }
            updates.add(round.rehearse(inputs, targets));
        }
        return updates;
    }

    private Candidate candidate(
            GradientMatching method, Work work, Precision precision, Seed seed, AttackProgress progress) {
        int total = work.rehearsed().size()
                + work.updates().values().stream().mapToInt(List::size).sum();
        Progress heard = new Progress(progress, method.label(), total);
        List<BatchSearch> rehearsed = search(method, work, work.rehearsed(), seed.child("validation"), heard);
        List<BatchSearch> searched = new ArrayList<>();
        Map<TargetSet, INDArray> reconstructions = new EnumMap<>(TargetSet.class);
        work.updates().forEach((set, updates) -> {
            List<BatchSearch> found = search(method, work, updates, seed.child(set.label()), heard);
            searched.addAll(found);
            reconstructions.put(set, inputs(found).castTo(precision.dataType()));
        });
        List<EpochLoss> history = history(searched, rehearsed);
        return new Candidate(
                method.label(),
                work.model().network().parameterCount(),
                error(work, rehearsed),
                Convergence.reached(history),
                reconstructions,
                history);
    }

    private List<BatchSearch> search(
            GradientMatching method, Work work, List<ClientUpdate> updates, Seed seed, Progress heard) {
        List<BatchSearch> found = new ArrayList<>();
        for (ClientUpdate update : updates) {
            Seed own = seed.child("update-" + found.size());
            found.add(BatchSearch.of(method, work.loss(method, update), options.starts(), own));
            heard.done(found.get(found.size() - 1));
        }
        return found;
    }

    private static INDArray inputs(List<BatchSearch> found) {
        return Nd4j.concat(0, found.stream().map(BatchSearch::inputs).toArray(INDArray[]::new));
    }

    /** Means over all updates at the end of each stage. */
    private static List<EpochLoss> history(List<BatchSearch> searched, List<BatchSearch> rehearsed) {
        List<EpochLoss> history = new ArrayList<>();
        int stages = rehearsed.get(0).losses().size();
        for (int stage = 0; stage < stages; stage++) {
            history.add(new EpochLoss(stage + 1, mean(searched, stage), mean(rehearsed, stage)));
        }
        return history;
    }

    private static double mean(List<BatchSearch> searches, int stage) {
        return searches.stream()
                .mapToDouble(search -> search.losses().get(stage))
                .average()
                .orElse(Double.NaN);
    }

    /** Mean squared error on validation records, each given the reconstruction of its batch that fits it best. */
    private static double error(Work work, List<BatchSearch> rehearsed) {
        InputSpace space = work.model().space();
        double sum = 0;
        int records = 0;
        for (BatchSearch batch : rehearsed) {
            int size = Math.toIntExact(batch.inputs().size(0));
            double[][] costs = new double[size][size];
            for (int n = 0; n < size; n++) {
                INDArray own = Rows.of(work.validation(), records + n);
                for (int found = 0; found < size; found++) {
                    costs[n][found] = space.error(Rows.of(batch.inputs(), found), own);
                }
            }
            int[] assigned = Assignment.cheapest(costs);
            for (int n = 0; n < size; n++) {
                sum += costs[n][assigned[n]];
            }
            records += size;
        }
        return sum / records;
    }

    /** Counts searches. */
    private static final class Progress {
        private final AttackProgress progress;
        private final String label;
        private final int total;
        private int done;

        Progress(AttackProgress progress, String label, int total) {
            this.progress = progress;
            this.label = label;
            this.total = total;
        }

        void done(BatchSearch search) {
            done++;
            progress.report((double) done / total, String.format(Locale.ROOT, "%s, loss %.2e", label, search.loss()));
        }
    }
}
