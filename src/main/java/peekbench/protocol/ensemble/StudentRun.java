package peekbench.protocol.ensemble;

import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;
import peekbench.channel.Traffic;
import peekbench.data.IndexSets;
import peekbench.nn.Segment;
import peekbench.nn.array.SavedState;
import peekbench.nn.loss.Distillation;
import peekbench.nn.loss.LossAndGradient;
import peekbench.protocol.engine.Learner;
import peekbench.protocol.engine.TrainingMeter;
import peekbench.protocol.engine.TrainingRun;
import peekbench.protocol.party.PartyFactory;
import peekbench.protocol.party.SplitNetwork;
import peekbench.protocol.schedule.LocalRecords;
import peekbench.protocol.schedule.ShuffledBatches;
import peekbench.training.Flops;
import peekbench.training.TrainingSetup;

/** A student's training by the server on what a finished split network answers. */
final class StudentRun implements TrainingRun.Metered {
    private final PartyFactory parties;
    private final SplitNetwork teacher;
    private final LocalRecords records;
    private final Distillation distillation;
    private final Learner student;
    private final TrainingMeter meter = new TrainingMeter();
    private final long teacherFront;
    private final long teacherBack;
    private long taught;

    /**
     * @param setup the trial's, with the student's seed and its number of epochs
     * @param temperature of the comparison with the teacher
     */
    StudentRun(TrainingSetup setup, double temperature, SplitNetwork teacher) {
        this.parties = new PartyFactory(setup);
        this.teacher = teacher;
        this.records = publicRecords(setup, parties);
        this.distillation = new Distillation(setup.loss(), temperature);
        this.student = parties.learner(parties.whole());
        Segment front = teacher.client();
        Segment back = teacher.server();
        this.teacherFront = front.forwardFlops();
        this.teacherBack = back.forwardFlops();
    }

    /** Batches of public records; the student gets at no others. */
    private static LocalRecords publicRecords(TrainingSetup setup, PartyFactory parties) {
        int[] records = setup.indexSets().of(IndexSets.Part.ATTACKER_AUXILIARY);
        int batchSize = setup.training().batchSize();
        return parties.records(
                new ShuffledBatches(records, batchSize, 0, setup.seed().child("data-order")));
    }

    @Override
    public void train(int epoch) {
        student.begin(epoch);
        for (int number = 0; number < records.batches(epoch); number++) {
            INDArray inputs = records.batch(epoch, number).inputs();
            INDArray answers = teacher.predict(inputs);
            LossAndGradient result = distillation.of(student.forward(inputs), answers);
            meter.loss(result.loss(), inputs.size(0));
            student.learnOnly(result.gradient());
            taught += inputs.size(0);
        }
    }

    @Override
    public TrainingMeter meter() {
        return meter;
    }

    /** Those of the student at the server, and the teacher's forward passes. */
    @Override
    public Flops takeFlops() {
        Flops teaching = new Flops(taught * teacherFront, taught * teacherBack);
        taught = 0;
        return Learner.takeFlops(List.of(), List.of(student)).plus(teaching);
    }

    @Override
    public Traffic traffic() {
        return teacher.traffic();
    }

    @Override
    public List<Learner> learners() {
        return List.of(student);
    }

    @Override
    public void remember(SavedState state) {
        student.remember(state.part("student"));
    }

    @Override
    public SplitNetwork network() {
        return parties.network(student.state(), records);
    }
}
