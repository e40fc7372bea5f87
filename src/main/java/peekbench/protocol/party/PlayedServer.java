package peekbench.protocol.party;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.nd4j.linalg.api.ndarray.INDArray;
import peekbench.threat.defense.HijackSuspectedException;
import peekbench.threat.observation.ArrivedBatch;
import peekbench.threat.observation.HijackDetection;
import peekbench.threat.observation.PlayedTraining;
import peekbench.threat.observation.ServerBehavior;
import peekbench.threat.observation.TargetSet;
import peekbench.training.TrainingSetup;

/**
 * Trainings with a setup's clients in which somebody else plays the server.
 *
 * @param protocol that the clients follow
 * @param setup the trial's
 * @param targets the private records whose smashed data the server gets to see
 */
record PlayedServer(SplitProtocol protocol, TrainingSetup setup, Map<TargetSet, int[]> targets) {

    /** One training from its beginning; see {@link peekbench.threat.view.MaliciousServerView#play}. */
    PlayedTraining play(ServerBehavior behavior, int batches, Set<Integer> looks) {
        Seat seat = new Seat(behavior, batches, looks);
        SplitRun run = protocol.run(setup.withServer(seat));
        seat.run = Optional.of(run);
        Optional<HijackDetection> detection = train(run, seat);
        seat.snapshots.put(seat.answered, run.snapshot());
        List<PlayedTraining.Look> seen = new ArrayList<>();
        // What records are encoded for a look may draw random numbers of a defense, so no look precedes the end of
        // training.
        seat.snapshots.forEach((answered, snapshot) -> {
            run.restore(snapshot);
            seen.add(new PlayedTraining.Look(
                    answered, run.network().observe(setup.dataset(), targets).smashed()));
        });
        return new PlayedTraining(seat.answered, seen, detection);
    }

    private Optional<HijackDetection> train(SplitRun run, Seat seat) {
        try {
            for (int epoch = 1; epoch <= setup.training().epochs(); epoch++) {
                run.train(epoch);
            }
        } catch (EnoughException e) {
            return Optional.empty();
        } catch (HijackSuspectedException e) {
            return Optional.of(new HijackDetection(e.party(), e.batches(), seat.answered));
        }
        return Optional.empty();
    }

    /** The attacker at the server's place, with the clients' states after chosen batches. */
    private static final class Seat implements ServerBehavior {
        private final ServerBehavior attacker;
        private final int batches;
        private final Set<Integer> looks;
        private final SortedMap<Integer, SplitRun.Snapshot> snapshots = new TreeMap<>();
        private Optional<SplitRun> run = Optional.empty();
        private int answered;

        Seat(ServerBehavior attacker, int batches, Set<Integer> looks) {
            this.attacker = attacker;
            this.batches = batches;
            this.looks = looks;
        }

        /** When a batch arrives, its client has learned from the answer to the one before. */
        @Override
        public INDArray answer(ArrivedBatch batch, Supplier<INDArray> honest) {
            if (answered == batches) {
                throw new EnoughException();
            }
            if (looks.contains(answered)) {
                snapshots.put(answered, run.orElseThrow().snapshot());
            }
            INDArray gradient = attacker.answer(batch, honest);
            if (!Arrays.equals(gradient.shape(), batch.smashed().shape())) {
                throw new IllegalStateException("The server answered smashed data of "
                        + Arrays.toString(batch.smashed().shape()) + " with a gradient of "
                        + Arrays.toString(gradient.shape()) + "; both must have one shape.");
            }
            answered++;
            return gradient;
        }
    }

    /** Ends a training from within: the attacker has what it wants. */
    private static final class EnoughException extends RuntimeException {
        private static final long serialVersionUID = 1;

        EnoughException() {
            super("enough batches were answered", null, false, false);
        }
    }
}
