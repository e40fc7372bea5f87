package peekbench.protocol.federated;

import peekbench.channel.Envelope;
import peekbench.channel.Message;
import peekbench.channel.ModelState;
import peekbench.channel.Outbox;
import peekbench.channel.Party;
import peekbench.channel.PartyId;
import peekbench.protocol.engine.UnexpectedMessage;
import peekbench.protocol.schedule.LocalRecords;
import peekbench.protocol.weights.WeightExchange;

/** A client of federated averaging: trains the whole network on its own records (McMahan et al. 2017, "ClientUpdate"). */
final class FederatedClient implements Party, WeightExchange.Holder {
    private final PartyId id;
    private final LocalRecords records;
    private final WholeNetwork network;
    private final LocalMethod method;
    private final int localEpochs;
    private int round;

    FederatedClient(PartyId id, LocalRecords records, WholeNetwork network, LocalMethod method, int localEpochs) {
        this.id = id;
        this.records = records;
        this.network = network;
        this.method = method;
        this.localEpochs = localEpochs;
    }

    @Override
    public PartyId id() {
        return id;
    }

    @Override
    public void receive(Envelope envelope, Outbox outbox) {
        if (envelope.message() instanceof Message.Turn turn) {
            round = turn.epoch();
            if (method.exchange().begin(outbox)) {
                train(outbox);
            }
        } else {
            switch (method.exchange().receive(envelope, this, outbox)) {
                case READY -> train(outbox);
                case HANDLED -> {}
                case UNKNOWN -> throw UnexpectedMessage.at(this, envelope);
            }
        }
    }

    private void train(Outbox outbox) {
        network.forget();
        network.begin(round);
        network.correct(method.begin(this));
        int trainedOn = 0;
        for (int local = 1; local <= localEpochs; local++) {
            int epoch = (round - 1) * localEpochs + local;
            trainedOn = 0;
            for (int number = 0; number < records.batches(epoch); number++) {
                LocalRecords.Batch batch = records.batch(epoch, number);
                network.learn(batch);
                trainedOn += batch.size();
            }
        }
        method.exchange().end(this, trainedOn, outbox);
        network.reset();
        outbox.send(PartyId.COORDINATOR, new Message.TurnDone());
    }

    @Override
    public ModelState state() {
        return network.state();
    }

    @Override
    public void adopt(ModelState state) {
        network.adopt(state);
    }
}
