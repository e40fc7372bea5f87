package peekbench.protocol.split;

import java.util.List;
import peekbench.channel.Envelope;
import peekbench.channel.Message;
import peekbench.channel.Outbox;
import peekbench.channel.Party;
import peekbench.channel.PartyId;
import peekbench.nn.Architecture;
import peekbench.protocol.engine.Incoming;
import peekbench.protocol.engine.Learner;
import peekbench.protocol.engine.ServerLearning;
import peekbench.protocol.engine.UnexpectedMessage;
import peekbench.protocol.party.PartyFactory;
import peekbench.protocol.party.SplitAssembly;
import peekbench.protocol.party.SplitClient;
import peekbench.protocol.party.SplitProtocol;
import peekbench.protocol.party.SplitRun;
import peekbench.protocol.schedule.BatchSchedule;
import peekbench.training.TrainingSetup;

/** Runs {@link Relays}: relays between the two ends of a cut that {@link VanillaSplitProtocol} has. */
final class RelaysProtocol implements SplitProtocol {
    private final Relays options;

    RelaysProtocol(Relays options) {
        this.options = options;
    }

    /**
     * Eve_k: holds layers between clients and server and knows only its neighbours (Gupta and Raskar 2018, section 6). What it
     * gets from the one side it hands on to the other under its own name, so nobody behind the first relay learns who sent.
     */
    static final class Relay implements Party {
        private final int number;
        private final PartyId next;
        private final Learner learner;
        private final Incoming incoming;
        private PartyId sender = PartyId.COORDINATOR;

        /**
         * @param number from 0, next to the clients
         * @param next the relay behind this one, or the server
         * @param incoming what it accepts
         */
        Relay(int number, PartyId next, Learner learner, Incoming incoming) {
            this.number = number;
            this.next = next;
            this.learner = learner;
            this.incoming = incoming;
        }

        @Override
        public PartyId id() {
            return PartyId.relay(number);
        }

        @Override
        public void receive(Envelope envelope, Outbox outbox) {
            Message message = envelope.message();
            if (message instanceof Message.SmashedData data) {
                incoming.check(this, envelope, data.smashed(), data.targets());
                sender = envelope.from();
                outbox.send(
                        next, new Message.SmashedData(data.batch(), learner.forward(data.smashed()), data.targets()));
            } else if (message instanceof Message.CutGradient answer) {
                outbox.send(sender, new Message.CutGradient(answer.batch(), learner.learn(answer.gradient())));
            } else if (message instanceof Message.InferenceData data) {
                sender = envelope.from();
                outbox.send(next, new Message.InferenceData(learner.predict(data.smashed())));
            } else if (message instanceof Message.Prediction) {
                outbox.send(sender, message);
            } else if (message instanceof Message.EpochBegins begins) {
                learner.begin(begins.epoch());
            } else if (!(message instanceof Message.EpochEnds)) {
                throw UnexpectedMessage.at(this, envelope);
            }
        }
    }

    @Override
    public SplitRun run(TrainingSetup setup) {
        PartyFactory parties = new PartyFactory(setup);
        BatchSchedule schedule = parties.schedule(options.clients(), options.order());
        Architecture network = setup.architecture();
        SplitAssembly assembly = new SplitAssembly(
                parties,
                options.turns(),
                schedule,
                own -> new SplitClient(own, new VanillaSplitProtocol.Client(PartyId.relay(0))));
        List<String> cuts = options.relays();
        String from = setup.cut();
        for (int number = 0; number < cuts.size(); number++) {
            String to = cuts.get(number);
            Learner learner = parties.learner(parties.pool(network.between(from, to), network.smashedShape(from)));
            PartyId next = number + 1 < cuts.size() ? PartyId.relay(number + 1) : PartyId.SERVER;
            Incoming incoming = parties.incoming(schedule.clients().size(), network.smashedShape(from));
            assembly.join(new Relay(number, next, learner, incoming), List.of(learner));
            from = to;
        }
        Learner back = parties.learner(parties.pool(network.back(from), network.smashedShape(from)));
        ServerLearning learning = assembly.serverLearning(network.smashedShape(from));
        assembly.join(new VanillaSplitProtocol.Server(back, learning, false), List.of(back));
        return assembly.run(back::segment);
    }
}
