package peekbench.binding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import peekbench.catalogue.Catalogue;
import peekbench.protocol.party.ClientTurns;
import peekbench.protocol.party.TestedClient;
import peekbench.protocol.schedule.ClientOrder;
import peekbench.protocol.schedule.Participation;
import peekbench.protocol.split.Relays;
import peekbench.protocol.split.VanillaSplit;
import peekbench.protocol.weights.HandOver;
import peekbench.protocol.weights.WeightsTransfer;
import peekbench.registry.Kind;
import peekbench.registry.OptionsProvider;
import peekbench.scenario.OptionLabel;
import peekbench.threat.defense.DefenseOptions;
import peekbench.threat.defense.DefenseProvider;
import peekbench.training.ProtocolOptions;
import peekbench.training.ProtocolProvider;

/** Two protocols or defenses that differ in any one option have different names. */
class OptionLabelTest {

    /** The only one that a stand-in, an empty list, does not do for. */
    private static final Object RELAYS = new Relays(
            2,
            List.of("pool1", "fc1"),
            ClientOrder.ROUND_ROBIN_BY_BATCH,
            HandOver.WITH_OPTIMIZER_STATE,
            Participation.ALL);

    @TestFactory
    Stream<DynamicTest> protocolsThatDifferInAnyOptionHaveDifferentNames() {
        return tests(ProtocolProvider.KIND, ProtocolOptions.class, OptionLabel::of);
    }

    @TestFactory
    Stream<DynamicTest> defensesThatDifferInAnyOptionHaveDifferentNames() {
        return tests(DefenseProvider.KIND, DefenseOptions.class, OptionLabel::of);
    }

    private static <T, P extends OptionsProvider<T>> Stream<DynamicTest> tests(
            Kind<P> kind, Class<T> declared, Function<T, String> label) {
        return Catalogue.builtIn().of(kind).entries().stream()
                .map(entry -> DynamicTest.dynamicTest(entry.name(), () -> {
                    ValueType.Open open =
                            (ValueType.Open) TypeModel.forWriting().of(declared);
                    ValueType.Alternative alternative =
                            open.alternative().apply(entry.provider().options());
                    T plain = declared.cast(StandIns.of(alternative.form()).orElse(RELAYS));
                    differ(plain, declared, label);
                    // and around a point at which as much as possible is not as usual
                    T far = plain;
                    for (int place = 0; place < OptionChanges.of(far, declared).size(); place++) {
                        List<Object> others =
                                OptionChanges.of(far, declared).get(place).others();
                        far = others.isEmpty() ? far : declared.cast(others.get(others.size() - 1));
                    }
                    differ(far, declared, label);
                }));
    }

    private static <T> void differ(T options, Class<T> declared, Function<T, String> label) {
        for (OptionChanges.Option option : OptionChanges.of(options, declared)) {
            List<Object> all = new ArrayList<>(option.others());
            all.add(options);
            Map<String, Object> names = new LinkedHashMap<>();
            for (Object one : all.stream().distinct().toList()) {
                Object namesake = names.put(label.apply(declared.cast(one)), one);
                assertThat(namesake).as("of the same name as %s", one).isNull();
            }
        }
    }

    private static VanillaSplit turns(ClientOrder order, TestedClient tested) {
        return new VanillaSplit(new ClientTurns(
                5, order, HandOver.WITH_OPTIMIZER_STATE, WeightsTransfer.NONE, tested, Participation.ALL));
    }

    @Test
    void whatTheOwnLabelTellsIsNotSaidTwiceAndWhatIsAsUsualNotAtAll() {
        assertThat(OptionLabel.of(turns(ClientOrder.ROUND_ROBIN_BY_BATCH, TestedClient.LAST)))
                .isEqualTo("vanilla split, 5 clients, own layers");
        assertThat(OptionLabel.of(turns(ClientOrder.ROUND_ROBIN_BY_EPOCH, TestedClient.EACH_ON_OWN_CLASSES)))
                .isEqualTo("vanilla split, 5 clients, own layers, order round-robin-by-epoch,"
                        + " tested each-on-own-classes");
    }
}
