package peekbench.protocol.engine;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import peekbench.channel.ModelState;
import peekbench.nn.Optimizer;
import peekbench.nn.Segment;
import peekbench.nn.array.SavedState;
import peekbench.training.Flops;
import peekbench.training.TrainingOptions;

/**
 * The layers of one party and how they learn. A learner at rest is no more than its state; it takes a segment from the pool
 * when it is first asked to compute and gives it back at {@link #rest()}.
 */
public final class Learner {
    private final SegmentPool pool;
    private final TrainingOptions training;
    private ModelState state;
    private Optional<PooledSegment> pooled = Optional.empty();
    private double learningRateFactor = 1;
    private LocalCorrection correction = LocalCorrection.none();
    private INDArray lastInput = Nd4j.scalar(0);
    private boolean frozen;
    private Optional<Segment> inUse = Optional.empty();
    private long flops;
    private OptionalLong passesOfCopies = OptionalLong.empty();

    public Learner(SegmentPool pool, TrainingOptions training) {
        this.pool = pool;
        this.training = training;
        this.state = pool.initial();
    }

    /** What learners computed since they were last asked. */
    public static Flops takeFlops(Collection<Learner> clients, Collection<Learner> server) {
        return new Flops(sum(clients), sum(server));
    }

    private static long sum(Collection<Learner> learners) {
        return learners.stream().mapToLong(Learner::takeFlops).sum();
    }

    /** What it takes its steps by. */
    public Optimizer optimizer() {
        return training.optimizer();
    }

    private PooledSegment awake() {
        if (pooled.isEmpty()) {
            PooledSegment taken = pool.take();
            taken.adopt(state);
            taken.optimizer().scaleLearningRate(learningRateFactor);
            pooled = Optional.of(taken);
        }
        return pooled.get();
    }

    /** What passes go through: with frozen weights the network as it is used, which no pass changes. */
    private Segment passes() {
        if (!frozen) {
            return awake().segment();
        }
        if (inUse.isEmpty()) {
            inUse = Optional.of(awake().segment().inferenceCopy());
        }
        return inUse.get();
    }

    /** Ends a stretch of work. */
    public void rest() {
        inUse = Optional.empty();
        pooled.ifPresent(busy -> {
            state = busy.state();
            pool.give(busy);
            lastInput = Nd4j.scalar(0);
        });
        pooled = Optional.empty();
    }

    /** Sets the learning rate of an epoch; in those behind the last one of the training, weights are frozen. */
    public void begin(int epoch) {
        frozen = epoch > training.epochs();
        inUse = Optional.empty();
        if (!frozen) {
            learningRateFactor = training.schedule().factor(epoch, training.epochs());
            pooled.ifPresent(busy -> busy.optimizer().scaleLearningRate(learningRateFactor));
        }
    }

    /** Whether the weights stay as they are: passes give gradients, and no step is taken. */
    public boolean isFrozen() {
        return frozen;
    }

    /** The training pass; the output is overwritten by the next one. */
    public INDArray forward(INDArray input) {
        flops += input.size(0) * passes().forwardFlops();
        lastInput = input;
        return passes().forward(input);
    }

    /** The backward pass of the last {@link #forward} and a step; the input's gradient is overwritten by the next one. */
    public INDArray learn(INDArray outputGradient) {
        INDArray gradient = gradients(outputGradient).input();
        step();
        return gradient;
    }

    /** {@link #learn} without the input's gradient. */
    public void learnOnly(INDArray outputGradient) {
        gradient(outputGradient);
        step();
    }

    /** Has the gradient of every {@link #step()} corrected until the {@link #reset}. */
    public void correct(LocalCorrection other) {
        correction = other;
    }

    /** The backward pass without a step. @return the parameters' gradient {@code [P]}, overwritten by the next pass */
    public INDArray gradient(INDArray outputGradient) {
        flops += outputGradient.size(0) * passes().backwardFlops(false);
        passes().backwardParameters(outputGradient);
        return passes().gradients();
    }

    /** Squared norms of the gradients that the examples of the last {@link #forward} give, one an example. */
    double[] squaredExampleNorms(INDArray outputGradient) {
        countExamplePass(outputGradient);
        return awake().examples().squaredNorms(lastInput, outputGradient);
    }

    /** Replaces the parameters' gradient by the sum of the examples', each times its factor. */
    void weighExamples(INDArray outputGradient, double... factors) {
        countExamplePass(outputGradient);
        awake().examples().weigh(lastInput, outputGradient, factors);
    }

    private void countExamplePass(INDArray outputGradient) {
        Segment segment = awake().segment();
        flops += outputGradient.size(0) * (segment.forwardFlops() + segment.backwardFlops(false));
    }

    /** The parameters' gradient {@code [P]} that the next step takes; writing to it changes that. */
    public INDArray parameterGradient() {
        return awake().segment().gradients();
    }

    /** The weights {@code [P]} that the next pass takes; writing to them changes those. */
    public INDArray parameters() {
        return awake().segment().parameters();
    }

    /** A step along the gradient of the last backward pass; none while weights are frozen. */
    public void step() {
        if (!frozen) {
            Segment segment = awake().segment();
            correction.correct(segment.gradients(), segment.parameters());
            awake().optimizer().step();
        }
    }

    /** The whole backward pass without a step. */
    public Gradients gradients(INDArray outputGradient) {
        flops += outputGradient.size(0) * passes().backwardFlops(true);
        INDArray input = passes().backward(outputGradient);
        return new Gradients(passes().gradients(), input);
    }

    /**
     * What a backward pass gives; overwritten by the next one.
     *
     * @param parameters {@code [P]}
     * @param input {@code [N, …]}
     */
    public record Gradients(INDArray parameters, INDArray input) {}

    /**
     * A step along a gradient that was computed elsewhere.
     *
     * @param gradient {@code [P]}
     * @param buffers what the layers remembered there besides, {@code [B]}
     */
    public void step(INDArray gradient, INDArray buffers) {
        if (frozen) {
            return;
        }
        awake().segment().gradients().assign(gradient);
        awake().optimizer().step();
        rest();
        state = new ModelState(state.parameters(), buffers, state.optimizerSteps(), state.optimizerVectors());
    }

    public INDArray predict(INDArray input) {
        return awake().segment().predict(input);
    }

    /** Weights and the optimiser's memory as they are now. */
    public ModelState state() {
        return pooled.map(PooledSegment::state).orElse(state);
    }

    /** Takes over a state; one without an optimiser's memory leaves this learner its own. */
    public void adopt(ModelState other) {
        ModelState complete = other.optimizerVectors().isEmpty() ? keepingMemory(other) : other;
        state = complete;
        inUse = Optional.empty();
        pooled.ifPresent(busy -> busy.adopt(complete));
    }

    private ModelState keepingMemory(ModelState other) {
        ModelState own = state();
        return new ModelState(other.parameters(), other.buffers(), own.optimizerSteps(), own.optimizerVectors());
    }

    /** Makes the optimiser forget all steps. */
    public void forget() {
        ModelState fresh = pool.initial();
        ModelState own = state();
        adopt(new ModelState(own.parameters(), own.buffers(), fresh.optimizerSteps(), fresh.optimizerVectors()));
    }

    /** Goes back to the beginning, keeping nothing of its own: for parties that get all weights anew in each turn. */
    public void reset() {
        rest();
        state = pool.initial();
        correction = LocalCorrection.none();
    }

    /** A copy of the layers. */
    public Segment segment() {
        Segment copy = pool.segment(state());
        passesOfCopies.ifPresent(copy::continueAfterPass);
        return copy;
    }

    /**
     * Writes down what was learned, or takes it over as if it had been learned here. The optimiser's memory is not among it:
     * nobody learns on.
     */
    public void remember(SavedState kept) {
        Segment copy = segment();
        copy.remember(kept);
        if (kept.isRead()) {
            adopt(new ModelState(copy.parameters(), copy.buffers(), 0, List.of()));
            passesOfCopies = OptionalLong.of(copy.trainingPasses());
        }
    }

    /**
     * Floating-point operations of all forward and backward passes of training since the last call, a multiplication and an
     * addition counted as two; those of the optimiser and of predictions are left out.
     */
    long takeFlops() {
        long taken = flops;
        flops = 0;
        return taken;
    }

    /** Numbers of parameters and of buffers. */
    public Size size() {
        return new Size(
                pool.initial().parameters().length(), pool.initial().buffers().length());
    }

    /** How long the vectors of a state are. */
    public record Size(long parameters, long buffers) {}
}
