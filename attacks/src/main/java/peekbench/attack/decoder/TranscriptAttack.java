package peekbench.attack.decoder;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;
import peekbench.threat.attack.Candidate;
import peekbench.threat.observation.TargetSet;
import peekbench.threat.view.QueryingServerView;

/**
 * What decoders make of records that were trained on from all that arrived of them: each epoch that the server kept has decoders
 * of its own, trained on what the clients made of the attacker's records then, and their reconstructions of a record are
 * {@linkplain Stacking stacked}, for each front apart.
 */
final class TranscriptAttack {
    private static final TargetSet TRAINED = TargetSet.VICTIM_TRAIN;

    private final QueryingServerView view;
    private final FrontDecoders decoders;
    private final Candidate finished;
    private final List<Voice> voices = new ArrayList<>();
    private final List<Candidate> epochs = new ArrayList<>();

    /**
     * Decoders of one time, before what they make is brought into its units and bounds.
     *
     * @param name when that was
     * @param rehearsed {@code [N, …]} by front, of the attacker's validation records
     * @param made {@code [n, F]}, of the private records
     * @param loss on the validation records
     */
    private record Voice(String name, List<INDArray> rehearsed, INDArray made, double loss) {}

    /**
     * @param view of the finished network
     * @param decoders of the finished network
     * @param finished what these made of it
     */
    TranscriptAttack(QueryingServerView view, FrontDecoders decoders, Candidate finished) {
        this.view = view;
        this.decoders = decoders;
        this.finished = finished;
    }

    /**
     * Takes in what was kept of an epoch.
     *
     * @param then what the server saw
     * @param ofThen for the same fronts
     */
    void add(int epoch, QueryingServerView then, FrontDecoders ofThen) {
        voices.add(voice("epoch " + epoch, then, ofThen));
        epochs.add(ofThen.candidate(then, finished.strength() + "@" + epoch));
    }

    private static Voice voice(String name, QueryingServerView then, FrontDecoders ofThen) {
        INDArray made = ofThen.outputs(TRAINED, then.smashed(TRAINED));
        return new Voice(
                name,
                ofThen.fits().stream().map(DecoderFit::rehearsed).toList(),
                made.reshape('c', made.size(0), made.length() / made.size(0)),
                ofThen.validationLoss());
    }

    /** What the epochs gave, each alone and all together with the finished network. */
    record Found(List<Candidate> candidates, String finding) {}

    Found found() {
        voices.add(voice("the finished network", view, decoders));
        List<Stacking> stackings = new ArrayList<>();
        for (int front = 0; front < decoders.fits().size(); front++) {
            int place = front;
            stackings.add(Stacking.of(
                    voices.stream().map(voice -> voice.rehearsed().get(place)).toList(),
                    decoders.fits().get(front).wanted()));
        }
        double loss =
                decoders.fronts().mean(stackings.stream().map(Stacking::loss).toList());
        List<Candidate> candidates = new ArrayList<>();
        if (kept() == view.smashed(TRAINED).size(0)) {
            candidates.addAll(epochs);
        }
        candidates.add(new Candidate(
                finished.strength() + "@transcript",
                finished.parameters() * voices.size(),
                loss,
                finished.converged() && epochs.stream().allMatch(Candidate::converged),
                Map.of(TRAINED, stacked(stackings)),
                finished.history()));
        return new Found(candidates, finding(stackings.get(0), loss));
    }

    /** Of how many records every epoch was kept. */
    private long kept() {
        return voices.stream().mapToLong(voice -> voice.made().size(0)).min().orElse(0);
    }

    /** Of records of which no epochs were kept there is what the finished network gives. */
    private INDArray stacked(List<Stacking> stackings) {
        long count = kept();
        INDArray side = Nd4j.concat(
                1,
                voices.stream()
                        .map(voice -> voice.made().get(NDArrayIndex.interval(0, count), NDArrayIndex.all()))
                        .toArray(INDArray[]::new));
        INDArray sum = decoders.fronts()
                .each(TRAINED, side, (front, rows) -> stackings.get(front).of(apart(rows)));
        INDArray images =
                decoders.fits().get(0).decode(sum.reshape('c', view.inputShape().withBatch(count)));
        INDArray all = finished.reconstructions().get(TRAINED);
        return all == null || all.size(0) == count
                ? images
                : Nd4j.concat(0, images, all.get(NDArrayIndex.interval(count, all.size(0))));
    }

    private List<INDArray> apart(INDArray rows) {
        long length = rows.size(1) / voices.size();
        return IntStream.range(0, voices.size())
                .mapToObj(voice ->
                        rows.get(NDArrayIndex.all(), NDArrayIndex.interval(voice * length, (voice + 1) * length)))
                .toList();
    }

    private String finding(Stacking ofTested, double loss) {
        String each = IntStream.range(0, voices.size())
                .mapToObj(voice -> String.format(
                        Locale.ROOT,
                        "%s %.5f (weight %.2f)",
                        voices.get(voice).name(),
                        voices.get(voice).loss(),
                        ofTested.weights()[voice]))
                .collect(Collectors.joining(", "));
        return String.format(
                Locale.ROOT,
                "Of %d records that were trained on the server kept what arrived at several epochs. Errors on the attacker's"
                        + " own records: %s, all together %.5f.",
                kept(),
                each,
                loss);
    }
}
