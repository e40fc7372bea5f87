package peekbench.scenario;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apiguardian.api.API;
import peekbench.problem.Problems;
import peekbench.registry.Default;
import peekbench.registry.Summary;
import peekbench.training.KeptEpochs;
import peekbench.training.Protocol;
import peekbench.training.TrainingOptions;

/**
 * What a server keeps of what arrives while the network is trained. Of an epoch it keeps the smashed data of records that are
 * trained on as they are under the weights at its end, which are those of the first batches of the next. It takes the memory of
 * all parties' weights at each kept epoch; smashed data are made when an attack looks at them.
 *
 * @param moments how many epochs are kept besides the finished network, at even distances: the first is before training, 0 keeps
 *     none
 * @param epochs which epochs are kept, by how many had ended; in place of {@code moments} unless it is empty
 * @param records of how many of the attacked records that are trained on, the first ones
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1.0")
@Summary("what a server keeps of what arrives while the network is trained")
public record TranscriptOptions(
        @Default("2") @Summary("how many epochs are kept, from the initial weights on at even distances; 0 keeps none")
        int moments,

        @Default("[]") @Summary("which epochs are kept, in place of moments; 0 is before the first")
        List<Integer> epochs,

        @Default("1000") @Summary("of how many of the attacked records that are trained on")
        int records) {
    public TranscriptOptions {
        epochs = List.copyOf(epochs);
        Problems problems = new Problems();
        problems.atLeast("moments", moments, 0);
        problems.atLeast("records", records, 1);
        if (epochs.stream().distinct().count() < epochs.size()) {
            problems.add("epochs", "is " + epochs + "; list each epoch once.");
        }
        for (int place = 0; place < epochs.size(); place++) {
            problems.atLeast("epochs[" + place + "]", epochs.get(place), 0);
        }
        problems.throwIfAny();
    }

    /** Whether anything is kept. */
    boolean keepsNone() {
        return moments == 0 && epochs.isEmpty();
    }

    /** What is kept of a training: of the epochs at whose end the next one's batches come to a server. */
    public KeptEpochs of(Protocol protocol, TrainingOptions training) {
        Set<Integer> kept = asked(training.epochs())
                .filter(epoch -> epoch < training.epochs() && protocol.sendsSmashedData(training, epoch + 1))
                .boxed()
                .collect(Collectors.toSet());
        return new KeptEpochs(kept, records);
    }

    private IntStream asked(int trained) {
        return epochs.isEmpty()
                ? IntStream.range(0, moments).map(moment -> moment * trained / moments)
                : epochs.stream().mapToInt(Integer::intValue);
    }
}
