package peekbench.protocol.federated;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import peekbench.channel.Channel;
import peekbench.channel.Party;
import peekbench.channel.PartyId;
import peekbench.protocol.engine.Learner;
import peekbench.protocol.engine.SegmentPool;
import peekbench.protocol.engine.TrainingMeter;
import peekbench.protocol.party.PartyFactory;
import peekbench.protocol.schedule.BatchSource;
import peekbench.protocol.schedule.LocalRecords;
import peekbench.protocol.weights.IncomingUpdates;
import peekbench.protocol.weights.SecureSum;
import peekbench.threat.defense.UpdateMasking;

/** Brings the parties of a federated training together. */
final class FederatedAssembly {
    private final PartyFactory parties;
    private final Channel channel;
    private final TrainingMeter meter = new TrainingMeter();
    private final SegmentPool fronts;
    private final SegmentPool backs;
    private final Learner global;
    private final Optional<UpdateMasking> masking;
    private final List<Learner> clients = new ArrayList<>();
    private final List<LocalRecords> records = new ArrayList<>();

    FederatedAssembly(PartyFactory parties) {
        this.parties = parties;
        this.channel = parties.setup().channels().open();
        this.fronts = parties.fronts();
        this.backs = parties.backs();
        this.global = parties.learner(parties.whole());
        this.masking = parties.withoutRecords(PartyId.AGGREGATOR).updateMasking();
    }

    /** The parties of a protocol whose clients send gradients and whose aggregator steps along them. */
    static FederatedAssembly ofGradients(
            PartyFactory parties, List<? extends BatchSource> sources, ClientProgram program) {
        FederatedAssembly assembly = new FederatedAssembly(parties);
        assembly.clients(sources, program);
        assembly.join(new GradientParty(assembly.global, assembly.incoming(), assembly.secureSum()));
        return assembly;
    }

    /** Adds clients with these records that run a program. */
    void clients(List<? extends BatchSource> sources, ClientProgram program) {
        for (int number = 0; number < sources.size(); number++) {
            PartyId id = PartyId.client(number);
            LocalRecords own = parties.records(sources.get(number));
            join(program.client(id, own, network(id, own)));
        }
    }

    void join(Party party) {
        channel.join(party);
    }

    /** The network that all learn together. */
    Learner global() {
        return global;
    }

    /** What the aggregator accepts of the clients made so far. */
    IncomingUpdates incoming() {
        return new IncomingUpdates(records.size(), global.size());
    }

    /** The whole network of one client. */
    private WholeNetwork network(PartyId client, LocalRecords own) {
        Learner front = parties.learner(fronts);
        Learner back = parties.learner(backs);
        clients.addAll(List.of(front, back));
        records.add(own);
        return new WholeNetwork(front, back, parties.setup().loss(), parties.defenses(client, own), meter);
    }

    /** How the aggregator adds up masked updates; empty where clients send theirs as they are. */
    Optional<SecureSum> secureSum() {
        return masking.map(SecureSum::new);
    }

    FederatedRun run(FederatedRun.Rounds rounds) {
        return new FederatedRun(
                channel, rounds, new Rosters(masking.isPresent()), global, clients, records.get(0), parties, meter);
    }
}
