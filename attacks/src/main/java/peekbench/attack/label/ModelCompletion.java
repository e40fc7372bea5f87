package peekbench.attack.label;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.nd4j.linalg.api.ndarray.INDArray;
import peekbench.nn.Rows;
import peekbench.problem.ConfigurationException;
import peekbench.problem.Problems;
import peekbench.seed.Seed;
import peekbench.threat.attack.Attack;
import peekbench.threat.attack.AttackProgress;
import peekbench.threat.attack.AttackerKnowledge;
import peekbench.threat.attack.InferredLabels;
import peekbench.threat.attack.LabelCandidate;
import peekbench.threat.attack.LabelGuess;
import peekbench.threat.attack.LabelTargets;
import peekbench.threat.observation.AuxiliaryData;
import peekbench.threat.observation.Sent;
import peekbench.threat.view.QueryingServerView;

/**
 * Completes what the server has of the network: it has a few labelled records of its own encoded by the client, passes them
 * through its trained layers and trains a linear head on what comes out, {@code softmax(W h(z) + b)}, h standardised by these
 * records. The victims trained these layers to make their classes easy to tell apart, which is why few labels are enough.
 * The head is then applied to the smashed data of private records, so this leak is there after training and no defense of
 * gradients touches it.
 *
 * <p>Where clients have layers of their own, each one's records get a head that learned from its answers; where a client's answers
 * differ, as with a defense that draws random numbers, the records are encoded anew for every epoch.
 *
 * <p>Several numbers of labelled records are tried and compared by the cross-entropy on the attacker's validation records.
 * Where the server's layers end in the network's outputs, as with labels at the server, the head learns to pass these on.
 *
 * <p>Deviations: the paper's attacker holds the client's layers, here they answer; its head has hidden layers and learns from
 * unlabelled records besides (MixMatch), and the attacker's layers are trained on with it. Here the head alone is trained, on
 * labelled records.
 */
final class ModelCompletion implements Attack<QueryingServerView, InferredLabels> {
    private final ModelCompletionOptions options;

    ModelCompletion(ModelCompletionOptions options) {
        this.options = options;
    }

    @Override
    public String name() {
        return "model-completion";
    }

    @Override
    public Class<QueryingServerView> view() {
        return QueryingServerView.class;
    }

    @Override
    public InferredLabels run(
            QueryingServerView view, AttackerKnowledge knowledge, Seed seed, AttackProgress progress) {
        AuxiliaryData auxiliary = knowledge.auxiliary();
        int classes = classes(knowledge);
        UnaryOperator<INDArray> body = view.ownSegment().inferenceCopy()::predict;
        List<Sent> senders = view.bySender();
        List<LabelCandidate> candidates = new ArrayList<>();
        for (int records : options.recordsPerClass()) {
            String strength = "labels-" + records;
            progress.report(
                    (double) candidates.size() / options.recordsPerClass().size(), strength);
            AuxiliaryData few = FewRecords.of(auxiliary, classes, records);
            Map<LabelTargets, PlacedGuesses> guesses = new HashMap<>();
            double loss = 0;
            double all = 0;
            for (Sent sent : senders) {
                double weight = senders.size() == 1 ? 1 : sent.size();
                if (weight == 0) {
                    continue;
                }
                int client = sent.client();
                Seed own = client == senders.get(0).client() ? seed : seed.child("client-" + client);
                Labelled validation = labelled(knowledge.validation(), body, view, client);
                CompletedHead head = CompletedHead.train(
                        options, lessons(few, body, view, client), validation, classes, own.child(strength));
                sent.places()
                        .forEach((targets, places) -> guesses.computeIfAbsent(
                                        LabelTargets.of(targets), set -> new PlacedGuesses())
                                .add(places, head.guess(body.apply(Rows.of(view.smashed(targets), places)))));
                loss += weight * head.loss(validation);
                all += weight;
            }
            candidates.add(new LabelCandidate(strength, OptionalDouble.of(loss / all), inOrder(guesses)));
        }
        return new InferredLabels(false, candidates);
    }

    private static int classes(AttackerKnowledge knowledge) {
        AuxiliaryData auxiliary = knowledge.auxiliary();
        Problems problems = new Problems();
        problems.atLeast("data.attacker-auxiliary", auxiliary.size(), 1);
        problems.atLeast("data.attacker-validation", knowledge.validation().size(), 1);
        problems.throwIfAny();
        if (auxiliary.labels().size() != auxiliary.size()) {
            throw new ConfigurationException("The attack (model-completion) trains on the classes of the attacker's"
                    + " records, and this data set has none. Choose data with classes.");
        }
        return 1 + auxiliary.labels().stream().mapToInt(Integer::intValue).max().orElse(0);
    }

    private static Map<LabelTargets, LabelGuess> inOrder(Map<LabelTargets, PlacedGuesses> guesses) {
        Map<LabelTargets, LabelGuess> all = new HashMap<>();
        guesses.forEach((targets, placed) -> all.put(targets, placed.inOrder()));
        return all;
    }

    /** What a head learns from in an epoch: encoded anew where a client's answers differ, else once. */
    private static Supplier<Labelled> lessons(
            AuxiliaryData few, UnaryOperator<INDArray> body, QueryingServerView view, int client) {
        Labelled once = labelled(few, body, view, client);
        return view.answersDiffer(client, few.inputs()) ? () -> labelled(few, body, view, client) : () -> once;
    }

    private static Labelled labelled(
            AuxiliaryData records, UnaryOperator<INDArray> body, QueryingServerView view, int client) {
        return new Labelled(body.apply(view.query(client, records.inputs())), records.labels());
    }
}
