package peekbench.attack.decoder;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.nd4j.linalg.api.ndarray.INDArray;
import peekbench.attack.decoder.Encoding.Pairs;
import peekbench.nn.Segment;
import peekbench.nn.loss.LossFunction;
import peekbench.problem.Problems;
import peekbench.seed.Seed;
import peekbench.threat.attack.AttackProgress;
import peekbench.threat.attack.AttackerKnowledge;
import peekbench.threat.attack.Candidate;
import peekbench.threat.attack.Candidate.EpochLoss;
import peekbench.threat.attack.ClientShapes;
import peekbench.threat.attack.TrainedAttacker;
import peekbench.threat.observation.TargetSet;
import peekbench.threat.view.ServerView;

/** A decoder of one capacity: trained on smashed data whose inputs the attacker knows, used on those of others. */
final class DecoderFit {
    private final DecoderTraining training;
    private final Pairs stopping;
    private final Decoder decoder;

    /**
     * What a decoder learns from.
     *
     * @param encoding how smashed data and inputs look to it
     * @param training pairs for the next epoch
     * @param stopping pairs by which training ends
     */
    record Lessons(Encoding encoding, Supplier<Pairs> training, Pairs stopping) {}

    /** Trains a decoder for what a server sees. */
    DecoderFit(
            DecoderOptions options,
            Capacity capacity,
            ServerView view,
            Lessons lessons,
            Seed seed,
            AttackProgress progress) {
        this.training = new DecoderTraining(options, lessons.training(), lessons.stopping());
        this.stopping = lessons.stopping();
        ClientShapes shapes = new ClientShapes(view.precision(), view.inputShape(), view.smashedShape());
        Segment network = Decoder.network(capacity, shapes, seed.child("weights"));
        training.train(network, seed, progress);
        this.decoder = new Decoder(network, lessons.encoding());
    }

    /** Decoders need records to train on and others to stop by. */
    static void checkRecords(AttackerKnowledge knowledge) {
        Problems problems = new Problems();
        problems.atLeast("data.attacker-auxiliary", knowledge.auxiliary().size(), 1);
        problems.atLeast("data.attacker-validation", knowledge.validation().size(), 1);
        problems.throwIfAny();
    }

    /** What it makes of a view's private smashed data as they arrived, with the loss that training ended at. */
    Candidate candidate(ServerView view, String strength) {
        return candidate(view, strength, validationLoss(), UnaryOperator.identity(), kept());
    }

    /**
     * What it makes of a view's private smashed data.
     *
     * @param validationLoss what strengths are compared by
     * @param arrange what is done to smashed data {@code [N, …]} before they are decoded
     * @param attacker does the same to those of the tested client
     */
    Candidate candidate(
            ServerView view,
            String strength,
            double validationLoss,
            UnaryOperator<INDArray> arrange,
            TrainedAttacker attacker) {
        Map<TargetSet, INDArray> reconstructions = new EnumMap<>(TargetSet.class);
        for (TargetSet targets : view.targets()) {
            reconstructions.put(targets, decoder.reconstruct(arrange.apply(view.smashed(targets))));
        }
        return new Candidate(
                strength, parameters(), validationLoss, converged(), reconstructions, history(), Optional.of(attacker));
    }

    /** How many weights it has. */
    int parameters() {
        return decoder.network().parameterCount();
    }

    double validationLoss() {
        return training.validationLoss();
    }

    boolean converged() {
        return training.converged();
    }

    List<EpochLoss> history() {
        return training.history();
    }

    /** The decoder without the memory that its training took. */
    Decoder kept() {
        return new Decoder(decoder.network().copy(), decoder.encoding());
    }

    /** What it takes for inputs, before they are brought into their units and bounds. */
    INDArray outputs(INDArray smashed) {
        return decoder.outputs(smashed);
    }

    /** Outputs as inputs. */
    INDArray decode(INDArray outputs) {
        return decoder.encoding().decode(outputs);
    }

    /** What it makes of the records by which its training ended, beside {@link #wanted}. */
    INDArray rehearsed() {
        return decoder.network().predict(stopping.smashed());
    }

    /** What it should make of them. */
    INDArray wanted() {
        return stopping.inputs();
    }

    /** Mean squared error on smashed data of which the attacker knows the inputs. */
    double error(INDArray smashed, INDArray inputs) {
        INDArray wanted = decoder.encoding().pairs(smashed, inputs).inputs();
        return LossFunction.MEAN_SQUARED_ERROR
                .of(decoder.outputs(smashed), wanted)
                .loss();
    }
}
