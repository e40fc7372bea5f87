package peekbench.protocol.ensemble;

import com.google.auto.service.AutoService;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import peekbench.data.IndexSets;
import peekbench.problem.ConfigurationException;
import peekbench.problem.Problem;
import peekbench.problem.Problems;
import peekbench.protocol.engine.TrainingLoop;
import peekbench.protocol.party.PartyFactory;
import peekbench.protocol.party.SplitRun;
import peekbench.protocol.schedule.Numbers;
import peekbench.protocol.split.VanillaSplit;
import peekbench.protocol.split.VanillaSplitProtocol;
import peekbench.registry.Default;
import peekbench.registry.Inlined;
import peekbench.registry.Name;
import peekbench.registry.Paper;
import peekbench.registry.Sees;
import peekbench.registry.Summary;
import peekbench.threat.defense.DefensePlace;
import peekbench.training.EpochReport;
import peekbench.training.Protocol;
import peekbench.training.ProtocolOptions;
import peekbench.training.ProtocolProvider;
import peekbench.training.TrainedNetwork;
import peekbench.training.TrainingObserver;
import peekbench.training.TrainingOptions;
import peekbench.training.TrainingSetup;

/**
 * Student and teacher: after vanilla split training the finished network, the teacher, answers on public records, and the
 * server trains a second network of the same architecture, the student, on those answers. Each public batch goes through
 * the layers of the client that is tested and the server's, with every defense in place; the server knows the public
 * records and does the student's forward and backward pass for the same batch. The private records are not used again.
 *
 * <p>The public records are the index set {@code attacker-auxiliary}: records that no victim trains or is tested on, whose
 * inputs everybody has; their labels are not used. An attacker's own records are therefore those that the student was
 * trained on.
 *
 * <p>Epochs of the student follow those of the split training and count on; their training loss is {@link
 * peekbench.nn.loss.Distillation}, their test marks are the student's. The teacher's passes on public records count as traffic
 * and as operations. What is put to work is the student, split at the cut. The learning rate's schedule begins anew for it,
 * and so does early stopping.
 *
 * <p>Deviations: the paper gives no loss; that of Hinton et al. (2015) is taken. The student's architecture is the teacher's.
 *
 * @param split how the teacher is trained
 * @param studentEpochs passes over the public records
 * @param temperature T, by which outputs are divided before they are compared; 1 leaves them
 */
@Paper(
        authors = "Gupta, Raskar",
        title = "Distributed learning of deep neural network over multiple agents",
        year = 2018,
        venue = "Journal of Network and Computer Applications 116",
        section = "6")
@Name("student")
@Summary("Vanilla split, then a student learns from its outputs on public records; the server sees all")
@Sees(role = "server", what = "smashed data and labels while the teacher trains")
@Sees(role = "student's owner", what = "the outputs of the finished network on public records")
public record StudentTraining(
        @Inlined VanillaSplit split,

        @Summary("passes over the public records, which are data.attacker-auxiliary")
        int studentEpochs,

        @Default("1") @Summary("by what outputs are divided before they are compared")
        double temperature)
        implements ProtocolOptions {
    public StudentTraining {
        Problems problems = new Problems();
        problems.atLeast("student-epochs", studentEpochs, 1);
        problems.positive("temperature", temperature);
        if (split.turns().tested().isEveryone()) {
            problems.add(
                    "tested",
                    "is " + split.turns().tested().key() + ", but a student has one teacher; use last or average.");
        }
        problems.throwIfAny();
    }

    @Override
    public Protocol create() {
        return new Protocol() {
            @Override
            public TrainedNetwork train(TrainingSetup setup, TrainingObserver observer) {
                return StudentTraining.this.train(setup, observer);
            }

            @Override
            public boolean takesPublicRecords() {
                return true;
            }
        };
    }

    private TrainedNetwork train(TrainingSetup setup, TrainingObserver observer) {
        setup.refuseFrozenEpochs("student", "clients get no gradient from the student, which is put to work");
        StudentSetup student = student(setup);
        SplitRun teaching = teacher()
                .run(
                        setup,
                        new PartyFactory(setup)
                                .schedule(clients(), split.turns().order()));
        EpochCounter counter = new EpochCounter(observer);
        new TrainingLoop(setup, teaching).train(counter);
        return new TrainingLoop(student.setup(), new StudentRun(student, teaching.network()))
                .train(new LaterEpochs(observer, counter.epochs));
    }

    /** The teacher's training. */
    VanillaSplitProtocol teacher() {
        return new VanillaSplitProtocol(split);
    }

    @Override
    public int clients() {
        return split.clients();
    }

    /**
     * What the student needs.
     *
     * @throws ConfigurationException when there are no public records; names the key that gives some
     */
    StudentSetup student(TrainingSetup setup) {
        if (setup.indexSets().of(IndexSets.Part.ATTACKER_AUXILIARY).length == 0) {
            throw new ConfigurationException(List.of(new Problem(
                    "data.attacker-auxiliary",
                    "is 0, but a student learns from these records as public ones; give at least 1.")));
        }
        TrainingOptions training = setup.training().withEpochs(studentEpochs);
        TrainingSetup own = setup.withTraining(training).withSeed(setup.seed().child("student"));
        return new StudentSetup(own, temperature);
    }

    /** Hands on what is heard of a training that followed another of so many epochs. */
    private record LaterEpochs(TrainingObserver observer, int before) implements TrainingObserver {
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
        public void epoch(EpochReport report) {
            epochs = report.epoch();
            observer.epoch(report);
        }

        @Override
        public void between(int epoch, Supplier<TrainedNetwork> network) {
            observer.between(epoch, network);
        }
    }

    @Override
    public int epochs(TrainingOptions training) {
        return training.epochs() + studentEpochs;
    }

    @Override
    public Set<DefensePlace> defensePlaces() {
        return split.defensePlaces();
    }

    @Override
    public String label() {
        return "student of vanilla split, " + Numbers.clients(clients())
                + split.turns().label() + (temperature == 1 ? "" : ", T = " + temperature);
    }

    /** Puts it into the catalogue. */
    @AutoService(ProtocolProvider.class)
    public record Provider() implements ProtocolProvider {}
}
