package peekbench.protocol.party;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import peekbench.channel.Channel;
import peekbench.channel.ModelState;
import peekbench.channel.Party;
import peekbench.channel.PartyId;
import peekbench.channel.Tap;
import peekbench.nn.Segment;
import peekbench.nn.array.Shape;
import peekbench.problem.ConfigurationException;
import peekbench.protocol.engine.Learner;
import peekbench.protocol.engine.SegmentPool;
import peekbench.protocol.engine.ServerLearning;
import peekbench.protocol.engine.TrainingMeter;
import peekbench.protocol.schedule.Attendance;
import peekbench.protocol.schedule.BatchSchedule;
import peekbench.protocol.schedule.BatchSource;
import peekbench.protocol.weights.WeightsTransfer;

/** Brings the parties of a split training together. */
public final class SplitAssembly {
    private final PartyFactory parties;
    private final ClientTurns turns;
    private final BatchSchedule schedule;
    private final Function<ClientSetup, SplitClient> maker;
    private final SegmentPool fronts;
    private final Channel channel;
    private final List<SplitClient> clients = new ArrayList<>();
    private final List<PartyId> others = new ArrayList<>();
    private final List<Learner> otherLearners = new ArrayList<>();
    private final TrainingMeter meter = new TrainingMeter();

    /**
     * @param turns with whose number of clients the schedule may disagree; the schedule's counts
     * @param maker makes a client of what it has
     */
    public SplitAssembly(
            PartyFactory parties, ClientTurns turns, BatchSchedule schedule, Function<ClientSetup, SplitClient> maker) {
        this(parties, parties.fronts(), turns, schedule, maker);
    }

    /**
     * @param fronts segments for the clients' layers
     */
    public SplitAssembly(
            PartyFactory parties,
            SegmentPool fronts,
            ClientTurns turns,
            BatchSchedule schedule,
            Function<ClientSetup, SplitClient> maker) {
        if (parties.serverDefenses().updateMasking().isPresent()) {
            throw new ConfigurationException(
                    "A defense hides updates in their sum, and no aggregator adds up updates of"
                            + " whole networks in split learning. Use federated-sgd, federated-averaging or synchronous-sgd, or"
                            + " leave the defense out.");
        }
        this.parties = parties;
        this.channel = parties.setup().channels().open();
        this.turns =
                schedule.clients().size() == 1 && turns.weights() != WeightsTransfer.NONE ? ClientTurns.alone() : turns;
        this.schedule = schedule;
        this.fronts = fronts;
        this.maker = maker;
        for (int number = 0; number < count(); number++) {
            clients.add(client(number, schedule.clients().get(number)));
        }
        this.turns.weights().thirdParty().ifPresent(channel::join);
    }

    private SplitClient client(int number, BatchSource batches) {
        Learner front = parties.learner(fronts);
        SplitClient client = maker.apply(parties.client(number, front, parties.records(batches), turns, meter));
        channel.join(client);
        return client;
    }

    private int count() {
        return schedule.clients().size();
    }

    /** Adds a party that hears of epochs, with what it learns. */
    public void join(Party party, List<Learner> learners) {
        channel.join(party);
        others.add(party.id());
        otherLearners.addAll(learners);
    }

    /** Lets a tap see every message from now on. */
    public void tap(Tap tap) {
        channel.tap(tap);
    }

    /** Which client trains when. */
    public BatchSchedule schedule() {
        return schedule;
    }

    public PartyFactory parties() {
        return parties;
    }

    public ClientTurns turns() {
        return turns;
    }

    /** What the parties take note of. */
    TrainingMeter meter() {
        return meter;
    }

    /** How a server learns from these clients. */
    public ServerLearning serverLearning() {
        return serverLearning(parties.smashedShape());
    }

    /** How a server learns from smashed data of another shape than the clients'. */
    public ServerLearning serverLearning(Shape smashed) {
        return parties.serverLearning(count(), smashed, meter);
    }

    /** A training in which clients take their turns in the schedule's order; server's layers are deployed as they are. */
    public SplitRun run(Supplier<Segment> server) {
        return run(SplitRun.Turns.inOrder(schedule), deployed(client -> server.get()));
    }

    /** A training in which clients take such turns. */
    public SplitRun run(SplitRun.Turns turnsOfEpoch, Deployment deployment) {
        Attendance attendance = parties.attendance(turns.participation(), count());
        return new SplitRun(
                new SplitRun.Parties(channel, clients, attendance, others, otherLearners, meter),
                turnsOfEpoch,
                deployment);
    }

    /**
     * The clients are deployed as their way of passing weights on asks for.
     *
     * @param servers makes copies of the server's layers as they are for a client
     */
    public Deployment deployed(IntFunction<Segment> servers) {
        return turns.weights() == WeightsTransfer.NONE && count() > 1
                ? new Deployment.OwnFronts(channel, clients, servers, records(), turns.tested(), tester())
                : new Deployment.SharedFronts(channel, clients, () -> servers.apply(0));
    }

    /** The average of an aggregator is deployed. */
    public Deployment averaged(Supplier<Segment> server, Supplier<ModelState> average) {
        return new Deployment.AveragedFronts(channel, tester(), server, average);
    }

    private List<int[]> records() {
        return IntStream.range(0, count())
                .mapToObj(client -> schedule.clients().get(client).epoch(1).stream()
                        .flatMapToInt(Arrays::stream)
                        .toArray())
                .toList();
    }

    /** A further client without turns; a defense that looks at its records finds those of the first client. */
    private SplitClient tester() {
        return client(count(), schedule.clients().get(0));
    }
}
