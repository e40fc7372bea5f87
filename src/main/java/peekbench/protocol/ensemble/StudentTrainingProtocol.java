package peekbench.protocol.ensemble;

import java.util.List;
import java.util.function.Supplier;
import peekbench.data.IndexSets;
import peekbench.problem.ConfigurationException;
import peekbench.problem.Problem;
import peekbench.protocol.engine.TrainingLoop;
import peekbench.protocol.party.PartyFactory;
import peekbench.protocol.party.SplitRun;
import peekbench.protocol.schedule.BatchSchedule;
import peekbench.protocol.split.VanillaSplitProtocol;
import peekbench.training.EpochReport;
import peekbench.training.Protocol;
import peekbench.training.TrainedNetwork;
import peekbench.training.TrainingObserver;
import peekbench.training.TrainingOptions;
import peekbench.training.TrainingRecord;
import peekbench.training.TrainingSetup;

/** Runs {@link StudentTraining}: a teacher by vanilla split learning, then its student. */
final class StudentTrainingProtocol implements Protocol {
    private final StudentTraining options;

    StudentTrainingProtocol(StudentTraining options) {
        this.options = options;
    }

    @Override
    public TrainedNetwork train(TrainingSetup setup, TrainingObserver observer) {
        setup.refuseFrozenEpochs("student", "clients get no gradient from the student, which is deployed");
        TrainingSetup student = ofStudent(setup);
        SplitRun teaching = teaching(setup);
        EpochCounter counter = new EpochCounter(observer);
        new TrainingLoop(setup, teaching).train(counter);
        return new TrainingLoop(student, new StudentRun(student, options.temperature(), teaching.network()))
                .train(new LaterEpochs(observer, counter.epochs));
    }

    @Override
    public boolean takesPublicRecords() {
        return true;
    }

    /** The teacher's training before its first epoch. */
    SplitRun teaching(TrainingSetup setup) {
        BatchSchedule schedule = new PartyFactory(setup)
                .schedule(options.clients(), options.split().turns().order());
        return new VanillaSplitProtocol(options.split()).run(setup, schedule);
    }

    /**
     * The trial's setup with the student's seed and its number of epochs.
     *
     * @throws ConfigurationException when there are no public records; names the key that gives some
     */
    TrainingSetup ofStudent(TrainingSetup setup) {
        if (setup.indexSets().of(IndexSets.Part.ATTACKER_AUXILIARY).length == 0) {
            throw new ConfigurationException(List.of(new Problem(
                    "data.attacker-auxiliary",
                    "is 0, but a student learns from these records as public ones; give at least 1.")));
        }
        TrainingOptions training = setup.training().withEpochs(options.studentEpochs());
        return setup.withTraining(training).withSeed(setup.seed().child("student"));
    }

    /** Hands on what is heard of a training that followed another of so many epochs. */
    private record LaterEpochs(TrainingObserver observer, int before) implements TrainingObserver {
        @Override
        public TrainingRecord record() {
            return observer.record().part("student", before);
        }

        @Override
        public void epoch(EpochReport report) {
            observer.epoch(report.after(before));
        }

        @Override
        public void between(int epoch, Supplier<TrainedNetwork> network) {
            if (epoch > 0) {
                observer.between(before + epoch, network);
            }
        }
    }

    /** Hands reports on and knows how many epochs there were. */
    private static final class EpochCounter implements TrainingObserver {
        private final TrainingObserver observer;
        private int epochs;

        EpochCounter(TrainingObserver observer) {
            this.observer = observer;
        }

        @Override
        public TrainingRecord record() {
            return observer.record().part("teacher", 0);
        }

        @Override
        public void epoch(EpochReport report) {
            epochs = report.epoch();
            observer.epoch(report);
        }

        @Override
        public void between(int epoch, Supplier<TrainedNetwork> network) {
            observer.between(epoch, network);
        }
    }
}
