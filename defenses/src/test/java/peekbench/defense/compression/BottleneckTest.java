package peekbench.defense.compression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.indexing.NDArrayIndex;
import peekbench.defense.SmallTraining;
import peekbench.nn.CutArchitecture;
import peekbench.nn.Segment;
import peekbench.nn.array.Precision;
import peekbench.nn.array.Shape;
import peekbench.nn.layer.NamedLayer;
import peekbench.nn.model.GruNetwork;
import peekbench.nn.model.LeNet5;
import peekbench.problem.ConfigurationException;
import peekbench.protocol.schedule.ClientOrder;
import peekbench.protocol.split.VanillaSplit;
import peekbench.protocol.weights.HandOver;
import peekbench.seed.Seed;
import peekbench.threat.defense.DefenseOptions;
import peekbench.training.EpochReport;

class BottleneckTest {
    private static final Shape IMAGE = Shape.of(1, 28, 28);

    @Test
    void narrowsTheCutOfImagesAndOfVectorsAndWidensItAgain() {
        CutArchitecture images = lenet("pool1");
        CutArchitecture narrow = new Bottleneck(2).reshape(images);
        assertThat(narrow.cut()).isEqualTo("bottleneck-down");
        assertThat(narrow.smashedShape()).isEqualTo(Shape.of(2, 14, 14));
        assertThat(narrow.architecture().smashedShape("bottleneck-up")).isEqualTo(images.smashedShape());
        assertThat(narrow.architecture().output()).isEqualTo(Shape.of(10));
        CutArchitecture vectors = new Bottleneck(5).reshape(lenet("fc1"));
        assertThat(vectors.smashedShape()).isEqualTo(Shape.of(5));
        assertThat(vectors.architecture().back("bottleneck-down"))
                .extracting(NamedLayer::name)
                .containsExactly("bottleneck-up", "relu3", "fc2", "relu4", "fc3");
    }

    @Test
    void aCutThatIsNoWiderStaysTheVeryNetworkItWas() {
        CutArchitecture images = lenet("pool1");
        assertThat(new Bottleneck(6).reshape(images)).isSameAs(images);
        assertThat(new Bottleneck(5).reshape(images)).isNotSameAs(images);
    }

    @Test
    void allOtherLayersKeepTheirInitialWeights() {
        CutArchitecture images = lenet("pool1");
        CutArchitecture narrow = new Bottleneck(1).reshape(images);
        INDArray without = weights(images);
        INDArray with = weights(narrow);
        long front = segment(images.architecture().front("pool1"), IMAGE).parameterCount();
        long added = 6 + 1 + 6 + 6;
        assertThat(with.length()).isEqualTo(without.length() + added);
        assertThat(SmallTraining.bits(with.get(NDArrayIndex.interval(0, front))))
                .isEqualTo(SmallTraining.bits(without.get(NDArrayIndex.interval(0, front))));
        assertThat(SmallTraining.bits(with.get(NDArrayIndex.interval(front + added, with.length()))))
                .isEqualTo(SmallTraining.bits(without.get(NDArrayIndex.interval(front, without.length()))));
    }

    @Test
    void fewerBytesLeaveTheClientAndTheNetworkLearns() {
        List<EpochReport> wide = train();
        List<EpochReport> narrow = train(new Bottleneck(2));
        assertThat(narrow.get(1).traffic().bytesToServer())
                .isLessThan(wide.get(1).traffic().bytesToServer());
        assertThat(narrow.get(1).trainLoss()).isLessThan(narrow.get(0).trainLoss());
        assertThat(SmallTraining.bits(new Bottleneck(2))).isEqualTo(SmallTraining.bits(new Bottleneck(2)));
    }

    @Test
    void whatCannotBeNarrowedIsNamed() {
        assertThatThrownBy(() -> new Bottleneck(0))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("channels: is 0; it must be at least 1");
        CutArchitecture rows = new CutArchitecture(new GruNetwork(8, 1).architecture(IMAGE, 10), "rows");
        assertThatThrownBy(() -> new Bottleneck(2).reshape(rows))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("A bottleneck needs images or vectors, but at the cut (rows)");
        assertThatThrownBy(() -> DefenseOptions.reshape(lenet("pool1"), List.of(new Bottleneck(3), new Bottleneck(2))))
                .hasMessageContaining("must have layers with different names");
    }

    @Test
    void theLabelStatesTheStrength() {
        assertThat(new Bottleneck(1).label()).isEqualTo("bottleneck of 1 channel");
        assertThat(new Bottleneck(2).label()).isEqualTo("bottleneck of 2 channels");
    }

    private static CutArchitecture lenet(String cut) {
        return new CutArchitecture(new LeNet5().architecture(IMAGE, 10), cut);
    }

    private static INDArray weights(CutArchitecture network) {
        return segment(network.architecture().layers(), IMAGE).parameters();
    }

    private static Segment segment(List<NamedLayer> layers, Shape input) {
        return Segment.create(layers, input, Precision.FLOAT32, Seed.of(7));
    }

    private static List<EpochReport> train(DefenseOptions... arm) {
        List<EpochReport> reports = new ArrayList<>();
        new VanillaSplit(2, ClientOrder.ROUND_ROBIN_BY_BATCH, HandOver.WITH_OPTIMIZER_STATE)
                .create()
                .train(SmallTraining.setup(List.of(16), arm), reports::add);
        return reports;
    }
}
