package peekbench.protocol.ensemble;

import java.util.List;
import java.util.OptionalDouble;
import peekbench.channel.Traffic;
import peekbench.nn.array.SavedState;
import peekbench.protocol.engine.Learner;
import peekbench.protocol.engine.NetworkTest;
import peekbench.protocol.engine.TrainingRun;
import peekbench.protocol.party.SplitRun;
import peekbench.protocol.schedule.Attendance;
import peekbench.protocol.schedule.BatchSchedule;
import peekbench.seed.Seed;
import peekbench.training.Flops;

/**
 * Trainings of several networks in lock step, turn by turn. Each has a channel of its own, so that no member's messages can
 * reach another's parties.
 *
 * @param members their trainings
 * @param schedule of all
 * @param attendance of all
 * @param seed of the joined networks
 */
record EnsembleRun(List<SplitRun> members, BatchSchedule schedule, Attendance attendance, Seed seed)
        implements TrainingRun {
    EnsembleRun {
        members = List.copyOf(members);
    }

    @Override
    public void train(int epoch) {
        members.forEach(member -> member.begin(epoch));
        for (BatchSchedule.ClientTurn turn : schedule.turns(epoch, attendance.of(epoch))) {
            members.forEach(member -> member.giveTurn(epoch, turn));
        }
        members.forEach(member -> member.end(epoch));
    }

    @Override
    public double takeMeanLoss() {
        return members.stream().mapToDouble(TrainingRun::takeMeanLoss).average().orElseThrow();
    }

    @Override
    public OptionalDouble takeDefenseStatistic() {
        return members.stream()
                .flatMapToDouble(member -> member.takeDefenseStatistic().stream())
                .average();
    }

    /** Every member learns from the same records, and what each spends adds up. */
    @Override
    public OptionalDouble privacySpent() {
        return members.stream()
                .flatMapToDouble(member -> member.privacySpent().stream())
                .reduce(Double::sum);
    }

    @Override
    public Flops takeFlops() {
        return members.stream().map(TrainingRun::takeFlops).reduce(new Flops(0, 0), Flops::plus);
    }

    @Override
    public Traffic traffic() {
        return members.stream().map(TrainingRun::traffic).reduce(Traffic.NONE, Traffic::plus);
    }

    @Override
    public List<Learner> learners() {
        return members.stream().flatMap(member -> member.learners().stream()).toList();
    }

    @Override
    public void remember(SavedState state) {
        for (int member = 0; member < members.size(); member++) {
            members.get(member).remember(state.part("member-" + member));
        }
    }

    @Override
    public EnsembleNetwork network() {
        return new EnsembleNetwork(members.stream().map(SplitRun::network).toList(), seed);
    }

    @Override
    public NetworkTest.TestMetrics testMetrics(NetworkTest test) {
        return test.ofMembers(network()::memberOutputs);
    }
}
