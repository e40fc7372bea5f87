package peekbench.protocol.ensemble;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import peekbench.data.Dataset;
import peekbench.nn.Segment;
import peekbench.nn.array.Shape;
import peekbench.nn.layer.Mean;
import peekbench.nn.layer.NamedLayer;
import peekbench.nn.layer.Repeat;
import peekbench.nn.layer.SideBySide;
import peekbench.protocol.engine.Vote;
import peekbench.protocol.party.SplitNetwork;
import peekbench.seed.Seed;
import peekbench.threat.observation.SmashedObservation;
import peekbench.threat.observation.TargetSet;
import peekbench.training.TrainedNetwork;

/**
 * Several split networks at work on the same inputs, seen as one network: its smashed data are the members', flattened and
 * joined, and its outputs the mean of theirs.
 *
 * @param members of the same architecture, cut at the same place
 * @param seed of whatever the joined segments would draw if somebody trained them further
 */
record EnsembleNetwork(List<SplitNetwork> members, Seed seed) implements TrainedNetwork {
    EnsembleNetwork {
        members = List.copyOf(members);
    }

    /** The outputs {@code [N, outputs]} of each member. */
    List<INDArray> memberOutputs(INDArray inputs) {
        return members.stream().map(member -> member.predict(inputs)).toList();
    }

    @Override
    public INDArray predict(INDArray inputs) {
        return new Vote(memberOutputs(inputs)).meanOutputs();
    }

    @Override
    public INDArray encode(INDArray inputs) {
        return joined(members.stream().map(member -> member.encode(inputs)).toList());
    }

    @Override
    public INDArray encode(int client, INDArray inputs) {
        return joined(
                members.stream().map(member -> member.encode(client, inputs)).toList());
    }

    @Override
    public SmashedObservation observe(Dataset dataset, Map<TargetSet, int[]> targets) {
        List<SmashedObservation> all =
                members.stream().map(member -> member.observe(dataset, targets)).toList();
        Map<TargetSet, INDArray> smashed = new HashMap<>();
        targets.keySet()
                .forEach(set -> smashed.put(
                        set,
                        joined(all.stream().map(one -> one.smashed().get(set)).toList())));
        SmashedObservation first = all.get(0);
        Shape shape = Shape.of((long) members.size() * first.smashedShape().length());
        return new SmashedObservation(
                first.precision(),
                first.inputShape(),
                client().layers(),
                shape,
                smashed,
                this::server,
                first.senders());
    }

    /** {@code [N, F_1 + … + F_m]}. */
    private static INDArray joined(List<INDArray> parts) {
        return Nd4j.concat(
                1,
                parts.stream()
                        .map(part -> part.reshape('c', part.size(0), part.length() / part.size(0)))
                        .toArray(INDArray[]::new));
    }

    /** Every member's layers on the same input, their outputs flattened and joined. */
    @Override
    public Segment client() {
        return joinedFronts(members.stream().map(SplitNetwork::client).toList());
    }

    @Override
    public Segment client(int client) {
        return joinedFronts(
                members.stream().map(member -> member.client(client)).toList());
    }

    private Segment joinedFronts(List<Segment> fronts) {
        Shape input = fronts.get(0).inputShape();
        SideBySide sideBySide = sideBySide(fronts);
        return together(fronts, List.of(repeated(), new NamedLayer("members", sideBySide)), input);
    }

    private NamedLayer repeated() {
        return new NamedLayer("repeated", new Repeat(members.size()));
    }

    /** Every member's layers on its own smashed data, and the mean of their outputs. */
    @Override
    public Segment server() {
        List<Segment> backs = members.stream().map(SplitNetwork::server).toList();
        SideBySide sideBySide = sideBySide(backs);
        NamedLayer mean = new NamedLayer("mean", new Mean(backs.size()));
        return together(backs, List.of(new NamedLayer("members", sideBySide), mean), sideBySide.joinedInput());
    }

    private static SideBySide sideBySide(List<Segment> segments) {
        Segment first = segments.get(0);
        return new SideBySide(first.layers(), first.inputShape(), segments.size());
    }

    private Segment together(List<Segment> segments, List<NamedLayer> layers, Shape input) {
        Segment together = Segment.create(layers, input, segments.get(0).precision(), seed);
        assign(together.parameters(), segments, Segment::parameters);
        assign(together.buffers(), segments, Segment::buffers);
        return together;
    }

    private static void assign(INDArray to, List<Segment> segments, Function<Segment, INDArray> from) {
        if (to.length() > 0) {
            to.assign(Nd4j.concat(0, segments.stream().map(from).toArray(INDArray[]::new)));
        }
    }
}
