package peekbench.protocol.party;

import java.util.ArrayList;
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
import peekbench.nn.array.SavedState;
import peekbench.protocol.engine.ExampleFiltering;
import peekbench.protocol.engine.Learner;
import peekbench.protocol.engine.TrainingMeter;
import peekbench.protocol.schedule.LocalRecords;
import peekbench.protocol.weights.WeightExchange;
import peekbench.threat.defense.DefenseChain;
import peekbench.threat.defense.LossTerm;

/**
 * Alice: holds records and the layers up to the cut (Gupta and Raskar 2018, Algorithms 1 and 2). In its turn it comes by
 * current weights, trains on its batches as its {@link BatchExchange} says and passes its weights on. What a defense adds to
 * the loss is computed here and never mixed with the server's gradient before it arrives.
 */
public final class SplitClient implements Party, WeightExchange.Holder {
    private final PartyId id;
    private final LocalRecords records;
    private final Learner front;
    private final DefenseChain defenses;
    private final WeightExchange weights;
    private final TrainingMeter meter;
    private final BatchExchange exchange;
    private Message.Turn turn = new Message.Turn(0, 0, 0);
    private int batch;
    private int trainedOn;
    private int sharers = 1;
    private Optional<INDArray> addedGradient = Optional.empty();
    private INDArray prediction = Nd4j.scalar(0);

    /**
     * @param exchange how it trains on a batch, this client's alone
     */
    public SplitClient(ClientSetup setup, BatchExchange exchange) {
        this.id = setup.id();
        this.records = setup.records();
        this.front = setup.front();
        this.defenses = setup.defenses();
        this.weights = setup.exchange();
        this.meter = setup.meter();
        this.exchange = exchange;
    }

    // ---- a batch, for the exchange ----

    /** The number of the batch, in the client's own epoch. */
    public int batch() {
        return batch;
    }

    public DefenseChain defenses() {
        return defenses;
    }

    /** The forward pass {@code [N, …]} of a batch up to the cut, before the filter of smashed data. */
    public INDArray forward(LocalRecords.Batch own) {
        INDArray smashed = front.forward(defenses.sanitizeInput(own.inputs()));
        Optional<LossTerm> term = defenses.addToLoss(own.inputs(), smashed);
        term.ifPresent(present -> meter.defenseStatistic(present.statistic()));
        addedGradient = term.map(LossTerm::gradient).map(gradient -> sharers == 1 ? gradient : gradient.div(sharers));
        trainedOn += own.size();
        return smashed;
    }

    /** Whether something was added to the loss of the batch. */
    public boolean hasOwnLoss() {
        return addedGradient.isPresent();
    }

    /**
     * Adds a loss that the client computes of its own smashed data.
     *
     * @param gradient {@code [N, …]} with respect to what {@link #forward} gave
     */
    public void addToLoss(INDArray gradient) {
        addedGradient = Optional.of(addedGradient.map(gradient::add).orElse(gradient));
    }

    /** The step on the gradient {@code [N, …]} that arrived for filtered smashed data. */
    public void learn(INDArray arrived) {
        defenses.watchGradient(arrived);
        INDArray gradient = defenses.smashedFilterGradient(arrived);
        if (defenses.learnsFrom(form(addedGradient.map(gradient::add).orElse(gradient)))) {
            front.step();
        }
    }

    /** The step on what the client adds to the loss of the batch, and on nothing else. */
    public void learnAlone() {
        addedGradient.ifPresent(gradient -> {
            form(gradient);
            front.step();
        });
    }

    /** The front's own gradient {@code [P]}, as its next step takes it. */
    private INDArray form(INDArray gradient) {
        INDArray own = front.gradient(gradient);
        new ExampleFiltering(defenses, meter).apply(new ExampleFiltering.Part(front, gradient));
        return own;
    }

    // ---- a turn ----

    @Override
    public PartyId id() {
        return id;
    }

    @Override
    public void receive(Envelope envelope, Outbox outbox) {
        Message message = envelope.message();
        if (message instanceof Message.Turn begun) {
            begin(begun, outbox);
        } else if (message instanceof Message.StepBegins step) {
            sharers = step.clients(); // of a loss in which the terms of all count as one
        } else if (message instanceof Message.Predict predict) {
            INDArray smashed = front.predict(defenses.sanitizeInput(predict.inputs()));
            front.rest();
            outbox.send(exchange.next(), new Message.InferenceData(defenses.filterSmashed(smashed)));
        } else if (message instanceof Message.Prediction answer) {
            prediction = exchange.outputs(answer.outputs());
        } else {
            switch (weights.receive(envelope, this, outbox)) {
                case READY -> goOn(outbox);
                case HANDLED -> {}
                case UNKNOWN -> answer(envelope, outbox);
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
        if (weights.begin(outbox)) {
            goOn(outbox);
        }
    }

    private void answer(Envelope envelope, Outbox outbox) {
        if (exchange.answer(envelope, this, outbox)) {
            batch++;
            goOn(outbox);
        }
    }

    /** Trains on batches up to the first that needs an answer, or ends the turn. */
    private void goOn(Outbox outbox) {
        while (batch < turn.first() + turn.batches()) {
            if (exchange.send(records.batch(turn.epoch(), batch), this, outbox)) {
                return;
            }
            batch++;
        }
        learners().forEach(Learner::rest);
        weights.end(this, trainedOn, outbox);
        outbox.send(PartyId.COORDINATOR, new Message.TurnDone());
    }

    // ---- what it has learned ----

    /** Every learner of this client, the front first. */
    List<Learner> learners() {
        List<Learner> all = new ArrayList<>(List.of(front));
        all.addAll(exchange.learners());
        return all;
    }

    /** Weights of all learners, one after the other. */
    @Override
    public ModelState state() {
        return ModelState.joined(learners().stream().map(Learner::state).toList());
    }

    @Override
    public void adopt(ModelState state) {
        ModelState left = state;
        for (Learner learner : learners()) {
            Learner.Size size = learner.size();
            learner.adopt(left.first(size.parameters(), size.buffers()));
            left = left.rest(size.parameters(), size.buffers());
        }
    }

    /** Writes down, or takes over, what was learned and what the defenses go by. */
    void remember(SavedState state) {
        front.remember(state.part("front"));
        List<Learner> others = exchange.learners();
        for (int i = 0; i < others.size(); i++) {
            others.get(i).remember(state.part("own-" + i));
        }
        defenses.remember(state);
    }

    /** A copy of the layers that make smashed data. */
    Segment front() {
        return front.segment();
    }

    /** The outputs {@code [N, outputs]} of the last prediction. */
    INDArray prediction() {
        return prediction;
    }
}
