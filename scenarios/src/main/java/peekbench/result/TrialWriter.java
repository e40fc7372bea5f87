package peekbench.result;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import org.apache.commons.io.file.PathUtils;
import org.apiguardian.api.API;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import peekbench.evaluation.Claims;
import peekbench.evaluation.Score;
import peekbench.evaluation.TargetRecord;
import peekbench.result.file.FileHashes;
import peekbench.result.file.Json;
import peekbench.result.file.ResultStoreException;
import peekbench.result.kept.KeptFiles;
import peekbench.result.kept.KeptWriter;
import peekbench.result.provenance.Provenance;
import peekbench.result.record.ReconstructionFiles;
import peekbench.result.record.ReconstructionWriter;
import peekbench.result.record.Reconstructions;
import peekbench.result.record.RecordWriter;
import peekbench.result.record.RocFile;
import peekbench.result.record.StoredRoc;
import peekbench.threat.attack.TrainedAttacker;
import peekbench.threat.observation.TargetSet;

/**
 * Writes one trial under a temporary name. {@link #complete} or {@link #fail} gives it its name; closing before that
 * leaves nothing. For one thread; another may close it.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1.0")
public final class TrialWriter implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(TrialWriter.class);

    private final TrialPlace place;
    private final Provenance provenance;
    private final Path folder;
    private Path ended;
    private final Instant started = Instant.now();
    private final long startedNanoseconds = System.nanoTime();
    private final BufferedWriter metrics;
    private final List<Double> epochSeconds = new ArrayList<>();
    private final List<Score> scores = new ArrayList<>();
    private final List<ReconstructionFiles> reconstructions = new ArrayList<>();
    private final List<Finding> findings = new ArrayList<>();
    private final List<AttackerRole> attackers = new ArrayList<>();
    private final RecordWriter records;
    private final KeptWriter kept;
    private boolean open = true;

    TrialWriter(TrialPlace place, Provenance provenance) throws IOException {
        this.place = place;
        this.provenance = provenance;
        this.folder = place.makeTemporary();
        this.ended = folder;
        this.records = new RecordWriter(folder);
        this.kept = new KeptWriter(folder);
        this.metrics = Files.newBufferedWriter(
                folder.resolve(StoreFolder.METRICS_FILE), StandardCharsets.UTF_8, StandardOpenOption.CREATE_NEW);
    }

    /**
     * Appends a line to {@code metrics.jsonl} and hands it to the system at once.
     *
     * @throws ResultStoreException when the disk refuses
     */
    public void epoch(EpochMetrics epoch) {
        write(StoreFolder.METRICS_FILE, () -> {
            epochSeconds.add(epoch.seconds());
            metrics.write(Json.MAPPER.writeValueAsString(TimesFile.withoutSeconds(epoch)));
            metrics.write('\n');
            metrics.flush();
        });
    }

    /** What the trial is run with. */
    public Provenance provenance() {
        return provenance;
    }

    /**
     * Writes what is known of the trial's victim.
     *
     * @throws ResultStoreException when the disk refuses
     */
    public void victim(VictimNote note) {
        write(StoreFolder.VICTIM_FILE, () -> writeJson(StoreFolder.VICTIM_FILE, note));
    }

    /**
     * Keeps the network that an attack trained.
     *
     * @param attack as scores call it
     * @param place of its options in the trial's attacks, from 0
     * @param strength which of its candidates that is
     * @throws ResultStoreException when the disk refuses
     */
    public void attacker(String attack, int place, String strength, TrainedAttacker attacker) {
        write(KeptFiles.FILE, () -> kept.attacker(attack, place, strength, attacker));
    }

    /**
     * Keeps what left the client.
     *
     * @param numbers of the records in the data set
     * @param smashed {@code [n, …]}, in their order
     * @throws ResultStoreException when the disk refuses
     */
    public void smashedData(int[] numbers, INDArray smashed) {
        write(KeptFiles.FILE, () -> kept.smashedData(numbers, smashed));
    }

    /**
     * Keeps what left the clients at several epochs.
     *
     * @param numbers of the records in the data set
     * @param epochs {@code [n, …]}, in their order, by how many epochs had ended
     * @param finished {@code [n, …]}, what leaves them at the end
     * @throws ResultStoreException when the disk refuses
     */
    public void transcript(int[] numbers, SortedMap<Integer, INDArray> epochs, INDArray finished) {
        write(KeptFiles.FILE, () -> kept.transcript(numbers, epochs, finished));
    }

    /** Adds scores; they are written when the trial ends. */
    public void scores(List<Score> more) {
        checkOpen();
        scores.addAll(more);
    }

    /** Says who mounts an attack; it is written when the trial ends. */
    public void attacker(AttackerRole role) {
        checkOpen();
        attackers.add(role);
    }

    /** Adds what an attack says that it found; it is written when the trial ends. */
    public void findings(String attack, List<String> more) {
        checkOpen();
        more.forEach(text -> findings.add(new Finding(attack, text)));
    }

    /**
     * Writes arrays and a picture of one attack.
     *
     * @throws ResultStoreException when the disk refuses
     */
    public void reconstructions(Reconstructions made) {
        write(ReconstructionFiles.FOLDER, () -> reconstructions.add(ReconstructionWriter.write(folder, made)));
    }

    /**
     * Writes the curve of an attack on membership.
     *
     * @throws ResultStoreException when the disk refuses
     */
    public void roc(StoredRoc curve) {
        write(StoreFolder.ROC_FILE, () -> RocFile.append(folder.resolve(StoreFolder.ROC_FILE), curve));
    }

    /**
     * Says what classes and the numbers of records are called; before {@link #records}.
     *
     * @param classes in the order of their numbers; empty for regression
     * @param columns of a table; empty where they have no names
     */
    public void names(List<String> classes, List<String> columns) {
        checkOpen();
        records.names(classes, columns);
    }

    /**
     * Writes which records reconstructions are of, once a set.
     *
     * @param described in the order of the arrays
     * @param read the class that the classifier read in each original; empty where there is no classifier
     * @throws ResultStoreException when the disk refuses
     */
    public void records(TargetSet targets, List<TargetRecord> described, List<Integer> read) {
        write(ReconstructionFiles.FOLDER, () -> records.records(targets, described, read));
    }

    /**
     * Writes what an attack claims of single records and clients, and the truth.
     *
     * @throws ResultStoreException when the disk refuses
     */
    public void claims(String attack, Claims claims) {
        write(attack, () -> records.claims(attack, claims));
    }

    /**
     * Ends the trial well and makes it visible.
     *
     * @param trainingSeconds spent training
     * @param totalSeconds from begin to end
     * @throws ResultStoreException when the disk refuses; nothing is visible then
     */
    public StoredTrial complete(double trainingSeconds, double totalSeconds) {
        return end(TrialStatus.COMPLETED, Optional.empty(), trainingSeconds, totalSeconds);
    }

    /**
     * Ends the trial with an error and makes that visible, with all that was written before. A complete trial of that name stays
     * in its place; what is given then is in a hidden folder of the store.
     *
     * @throws ResultStoreException when the disk refuses; nothing is visible then
     */
    public StoredTrial fail(Throwable error) {
        StringWriter text = new StringWriter();
        error.printStackTrace(new PrintWriter(text, true));
        double seconds = (System.nanoTime() - startedNanoseconds) / 1e9;
        return end(TrialStatus.FAILED, Optional.of(text.toString().strip()), 0, seconds);
    }

    /** Not while another thread closes: what is being deleted must not be published. */
    private synchronized StoredTrial end(
            TrialStatus status, Optional<String> error, double trainingSeconds, double totalSeconds) {
        TrialInfo info = new TrialInfo(
                ResultStore.FORMAT,
                place.key(),
                provenance,
                started,
                trainingSeconds,
                totalSeconds,
                status,
                error,
                reconstructions,
                Optional.of(records.files()),
                findings,
                attackers);
        write(StoreFolder.TRIAL_FILE, () -> {
            metrics.close();
            writeJson(StoreFolder.SCORES_FILE, scores);
            ObjectNode trial = Json.MAPPER.valueToTree(info);
            writeJson(StoreFolder.TIMES_FILE, TimesFile.split(trial, epochSeconds));
            writeJson(StoreFolder.TRIAL_FILE, trial);
            kept.end();
            FileHashes.write(folder);
            ended = place.publish(folder, status);
            open = false;
            place.close();
        });
        return TrialReader.read(ended);
    }

    private void writeJson(String name, Object value) throws IOException {
        Files.write(
                folder.resolve(name),
                Json.MAPPER.writerWithDefaultPrettyPrinter().writeValueAsBytes(value));
    }

    private void write(String name, Action action) {
        checkOpen();
        try {
            action.run();
        } catch (IOException e) {
            throw ResultStoreException.writing(folder.resolve(name), e);
        }
    }

    private void checkOpen() {
        if (!open) {
            throw new IllegalStateException("Trial " + place.key().id() + " has ended; begin it again to write more");
        }
    }

    /** Removes everything that was written, unless the trial has ended. */
    @Override
    public synchronized void close() {
        if (!open) {
            return;
        }
        open = false;
        closeQuietly(metrics);
        try {
            PathUtils.deleteDirectory(folder);
        } catch (IOException e) {
            LOG.warn("{} could not be removed ({}); the next run of this trial does it", folder, e.getMessage());
        }
        closeQuietly(place);
    }

    private static void closeQuietly(AutoCloseable resource) {
        try {
            resource.close();
        } catch (Exception e) {
            LOG.debug("closing an abandoned trial", e);
        }
    }

    @FunctionalInterface
    private interface Action {
        void run() throws IOException;
    }
}
