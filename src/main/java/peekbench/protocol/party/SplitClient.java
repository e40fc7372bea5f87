package peekbench.protocol.party;

import java.util.List;
import java.util.Optional;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import peekbench.channel.Envelope;
import peekbench.channel.Message;
import peekbench.channel.ModelState;
import peekbench.channel.Outbox;
import peekbench.channel.Party;
import peekbench.channel.PartyId;
import peekbench.nn.Segment;
import peekbench.protocol.engine.ExampleFiltering;
import peekbench.protocol.engine.Learner;
import peekbench.protocol.engine.TrainingMeter;
import peekbench.protocol.schedule.LocalRecords;
import peekbench.protocol.weights.WeightExchange;
import peekbench.threat.defense.DefenseChain;
import peekbench.threat.defense.LossTerm;

/**
 * Alice: holds records and the layers up to the cut (Gupta and Raskar 2018, Algorithms 1 and 2). In its turn it comes by
 * current weights, trains on its batches and passes its weights on. What a defense adds to the loss is computed here and
 * never mixed with the server's gradient before it arrives.
 */
public abstract class SplitClient implements Party, Predictor, WeightExchange.Holder {
    private final PartyId id;
    private final LocalRecords records;
    private final Learner front;
    private final DefenseChain defenses;
    private final WeightExchange exchange;
    private final TrainingMeter meter;
    private Message.Turn turn = new Message.Turn(0, 0, 0);
    private int batch;
    private int trainedOn;
    private Optional<INDArray> addedGradient = Optional.empty();
    private INDArray prediction = Nd4j.scalar(0);

    protected SplitClient(ClientSetup setup) {
        this.id = setup.id();
        this.records = setup.records();
        this.front = setup.front();
        this.defenses = setup.defenses();
        this.exchange = setup.exchange();
        this.meter = setup.meter();
    }

    /** Sends what the network behind the cut needs for this batch; {@link #cutGradient} follows when it has answered. */
    protected abstract void send(int number, INDArray smashed, LocalRecords.Batch own, Outbox outbox);

    /** Handles a message of the training; anything else is an error. */
    protected abstract void train(Envelope envelope, Outbox outbox);

    /** What the client's last layers make of an answer. */
    protected INDArray outputs(INDArray answer) {
        return answer;
    }

    /**
     * The gradient {@code [N, …]} of a loss that the client computes of its own smashed data.
     *
     * @param smashed {@code [N, …]}, before the filter
     */
    protected Optional<INDArray> ownGradient(INDArray smashed, LocalRecords.Batch own) {
        return Optional.empty();
    }

    /** Whether the network behind the cut learns from this batch; if not, the client trains on it alone. */
    protected boolean isShared(int number) {
        return true;
    }

    /** Every learner of this client, the front first. */
    protected List<Learner> learners() {
        return List.of(front);
    }

    @Override
    public final PartyId id() {
        return id;
    }

    @Override
    public final void receive(Envelope envelope, Outbox outbox) {
        Message message = envelope.message();
        if (message instanceof Message.Turn begun) {
            begin(begun, outbox);
        } else if (message instanceof Message.Predict predict) {
            INDArray smashed = front.predict(defenses.sanitizeInput(predict.inputs()));
            front.rest();
            outbox.send(next(), new Message.InferenceData(defenses.filterSmashed(smashed)));
        } else if (message instanceof Message.Prediction answer) {
            prediction = outputs(answer.outputs());
        } else {
            switch (exchange.receive(envelope, this, outbox)) {
                case READY -> goOn(outbox);
                case HANDLED -> {}
                case UNKNOWN -> train(envelope, outbox);
            }
        }
    }

    private void begin(Message.Turn begun, Outbox outbox) {
        turn = begun;
        batch = begun.first();
        trainedOn = 0;
        learners().forEach(learner -> learner.begin(begun.epoch()));
        if (front.isFrozen()) {
            defenses.weightsFrozen();
        }
        if (exchange.begin(outbox)) {
            goOn(outbox);
        }
    }

    /** Trains on the batches that need nobody else and sends the next one that does, or ends the turn. */
    private void goOn(Outbox outbox) {
        boolean waiting = false;
        while (!waiting && batch < turn.first() + turn.batches()) {
            LocalRecords.Batch own = records.batch(turn.epoch(), batch);
            INDArray smashed = front.forward(defenses.sanitizeInput(own.inputs()));
            addedGradient = added(smashed, own);
            trainedOn += own.size();
            waiting = isShared(batch);
            if (waiting) {
                send(batch, smashed, own, outbox);
            } else {
                learnAlone();
                batch++;
            }
        }
        if (!waiting) {
            learners().forEach(Learner::rest);
            exchange.end(this, trainedOn, outbox);
            outbox.send(PartyId.COORDINATOR, new Message.TurnDone());
        }
    }

    private Optional<INDArray> added(INDArray smashed, LocalRecords.Batch own) {
        Optional<LossTerm> term = defenses.addToLoss(own.inputs(), smashed);
        term.ifPresent(present -> meter.defenseStatistic(present.statistic()));
        Optional<INDArray> gradient = ownGradient(smashed, own);
        if (term.isEmpty() || gradient.isEmpty()) {
            return term.map(LossTerm::gradient).or(() -> gradient);
        }
        return Optional.of(gradient.get().add(term.get().gradient()));
    }

    /** The front learns from the gradient that arrived, and the client goes on. */
    protected final void cutGradient(INDArray arrived, Outbox outbox) {
        defenses.watchGradient(arrived);
        INDArray gradient = defenses.smashedFilterGradient(arrived);
        if (defenses.learnsFrom(form(addedGradient.map(gradient::add).orElse(gradient)))) {
            front.step();
        }
        batch++;
        goOn(outbox);
    }

    /** The front learns from what the client adds to the loss of the batch, and from nothing else. */
    protected final void learnAlone() {
        addedGradient.ifPresent(this::learn);
    }

    private void learn(INDArray gradient) {
        form(gradient);
        front.step();
    }

    /** The front's own gradient {@code [P]}, as its next step takes it. */
    private INDArray form(INDArray gradient) {
        INDArray own = front.gradient(gradient);
        new ExampleFiltering(defenses, meter).apply(new ExampleFiltering.Part(front, gradient));
        return own;
    }

    /** The client goes on without an answer to what it sent. */
    protected final void goOnWithNext(Outbox outbox) {
        batch++;
        goOn(outbox);
    }

    /** Who holds the layers behind the cut. */
    PartyId next() {
        return PartyId.SERVER;
    }

    protected final DefenseChain defenses() {
        return defenses;
    }

    /** Weights of all learners, one after the other. */
    @Override
    public final ModelState state() {
        return ModelState.joined(learners().stream().map(Learner::state).toList());
    }

    @Override
    public final void adopt(ModelState state) {
        ModelState left = state;
        for (Learner learner : learners()) {
            Learner.Size size = learner.size();
            learner.adopt(left.first(size.parameters(), size.buffers()));
            left = left.rest(size.parameters(), size.buffers());
        }
    }

    @Override
    public final Segment front() {
        return front.segment();
    }

    @Override
    public final INDArray prediction() {
        return prediction;
    }
}
