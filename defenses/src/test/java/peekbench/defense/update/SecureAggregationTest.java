package peekbench.defense.update;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import peekbench.defense.SmallTraining;
import peekbench.nn.array.Precision;
import peekbench.problem.ConfigurationException;
import peekbench.protocol.federated.FedProx;
import peekbench.protocol.federated.FederatedAveraging;
import peekbench.protocol.federated.FederatedSgd;
import peekbench.protocol.federated.StragglerDelay;
import peekbench.protocol.federated.SynchronousSgd;
import peekbench.protocol.schedule.ClientOrder;
import peekbench.protocol.schedule.LocalBatches;
import peekbench.protocol.schedule.Participation;
import peekbench.protocol.split.VanillaSplit;
import peekbench.protocol.weights.HandOver;
import peekbench.seed.Seed;
import peekbench.threat.defense.Defense;
import peekbench.threat.defense.DefenseContext;
import peekbench.threat.defense.DefenseOptions;
import peekbench.threat.defense.SumRoster;
import peekbench.threat.defense.UpdateMasking;
import peekbench.training.ProtocolOptions;
import peekbench.training.TrainedNetwork;

@Tag("slow")
class SecureAggregationTest {
    private static final SecureAggregation PLAIN = new SecureAggregation(32);
    private static final List<String> CLIENTS = List.of("client-0", "client-1", "client-2");
    private static final int LENGTH = 1000;

    private static final List<ProtocolOptions> SUMMING = List.of(
            new FederatedAveraging(3, 1, LocalBatches.ALL_RECORDS, Participation.ALL),
            new FedProx(new FederatedAveraging(3, 2, LocalBatches.ALL_RECORDS, Participation.ALL), .5),
            new FederatedSgd(3, LocalBatches.ALL_RECORDS, new Participation(0, .7, 0, .5)),
            new SynchronousSgd(3, 0, new StragglerDelay(1, .5), Participation.ALL));

    /** Float32, and an optimiser that divides by the size of small gradients. */
    @Test
    void theAverageIsThatOfPlainAveraging() {
        for (ProtocolOptions protocol : SUMMING) {
            INDArray masked = weights(protocol, PLAIN);
            assertThat(masked.sub(weights(protocol)).amaxNumber().doubleValue())
                    .as(protocol.label())
                    .isLessThan(1e-4);
            assertThat(SmallTraining.bits(weights(protocol, PLAIN))).isEqualTo(SmallTraining.bits(masked));
        }
    }

    @Test
    void otherDefensesWorkBeforeTheMasks() {
        ClipAndNoise noise = new ClipAndNoise(.05, .5);
        for (ProtocolOptions protocol : SUMMING) {
            INDArray both = weights(protocol, noise, PLAIN);
            assertThat(both.sub(weights(protocol, noise)).amaxNumber().doubleValue())
                    .as(protocol.label())
                    .isLessThan(1e-4);
            assertThat(both.sub(weights(protocol)).amaxNumber().doubleValue()).isGreaterThan(1e-3);
        }
    }

    private static INDArray weights(ProtocolOptions protocol, DefenseOptions... arm) {
        TrainedNetwork network = SmallTraining.train(protocol, arm);
        return Nd4j.concat(0, network.client().parameters(), network.server().parameters());
    }

    /** Fixed point of 32 digits behind the point, each part rounded by half of the last one. */
    @Test
    void masksCancelExactlyInTheWholeSumAndInNoPartOfIt() {
        List<UpdateMasking> parties = parties(PLAIN);
        SumRoster roster = new SumRoster(1, CLIENTS);
        double[] wanted = new double[LENGTH];
        long[] sum = new long[LENGTH];
        for (int client = 0; client < CLIENTS.size(); client++) {
            double[] values = SmallTraining.numbers("values-" + client, LENGTH).toDoubleVector();
            long[] part = mask(parties.get(client), values, client + 1, roster);
            for (int i = 0; i < LENGTH; i++) {
                wanted[i] += (client + 1) * values[i];
                sum[i] += part[i];
            }
            double error = IntStream.range(0, LENGTH)
                    .mapToDouble(i -> Math.abs(sum[i] * 0x1p-32 - wanted[i]))
                    .max()
                    .orElseThrow();
            if (client < CLIENTS.size() - 1) {
                assertThat(error).isGreaterThan(1e8);
            } else {
                assertThat(error).isLessThan(1.5 * 0x1p-32 + 1e-12);
            }
        }
        assertThat(parties.get(0).read(Nd4j.createFromArray(sum)).toDoubleVector())
                .containsExactly(wanted, within(1e-9));
    }

    /** Bits of a uniform number are even coins: 64,000 of them, four standard deviations. */
    @Test
    void aSingleMaskedUpdateLooksUniformWhateverItHides() {
        UpdateMasking party = parties(PLAIN).get(1);
        double[] values = new double[LENGTH];
        Arrays.fill(values, 3);
        long[] first = mask(party, values, 5, new SumRoster(1, CLIENTS));
        long[] other = mask(party, values, 5, new SumRoster(2, CLIENTS));
        long[] hidingNothing = mask(party, new double[LENGTH], 5, new SumRoster(1, CLIENTS));
        for (long[] ring : List.of(first, other, hidingNothing, difference(first, other))) {
            long ones = Arrays.stream(ring).map(Long::bitCount).sum();
            assertThat((double) ones / (LENGTH * Long.SIZE))
                    .isCloseTo(.5, within(4 * .5 / Math.sqrt(LENGTH * (double) Long.SIZE)));
            assertThat(Arrays.stream(ring).distinct().count()).isEqualTo(LENGTH);
        }
        assertThat(mask(parties(PLAIN).get(1), values, 5, new SumRoster(1, CLIENTS)))
                .isEqualTo(first);
    }

    private static long[] difference(long[] left, long[] right) {
        return IntStream.range(0, left.length)
                .mapToLong(i -> left[i] - right[i])
                .toArray();
    }

    private static long[] mask(UpdateMasking party, double[] values, int weight, SumRoster roster) {
        return party.mask(Nd4j.createFromArray(values), weight, roster).toLongVector();
    }

    private static List<UpdateMasking> parties(SecureAggregation options) {
        Defense defense = options.create();
        List<UpdateMasking> parties = new ArrayList<>();
        for (String client : CLIENTS) {
            DefenseContext context = new DefenseContext(
                    client,
                    Seed.of(3).child(client),
                    Seed.of(3).child("shared"),
                    () -> {
                        throw new IllegalStateException("No test here gives its party records.");
                    },
                    Precision.FLOAT64);
            parties.add(defense.attach(context).updateMasking().orElseThrow());
        }
        return parties;
    }

    @Test
    void whatCannotBeSummedIsRefused() {
        assertThatThrownBy(() -> weights(new FederatedSgd(1, LocalBatches.ALL_RECORDS, Participation.ALL), PLAIN))
                .hasMessageContaining("Client 0 takes part alone")
                .hasMessageContaining("at least two clients");
        assertThatThrownBy(() ->
                        weights(new VanillaSplit(2, ClientOrder.ROUND_ROBIN_BY_BATCH, HandOver.WEIGHTS_ONLY), PLAIN))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("federated-averaging");
        assertThatThrownBy(() -> weights(SUMMING.get(0), PLAIN, new SecureAggregation(20)))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("2 defenses of one arm mask updates");
        assertThatThrownBy(() -> weights(new SynchronousSgd(3, 1, new StragglerDelay(1, .5), Participation.ALL), PLAIN))
                .hasMessageContaining("only the first 2 are waited for");
        UpdateMasking party = parties(PLAIN).get(0);
        assertThatThrownBy(() -> mask(party, new double[] {1e9}, 100, new SumRoster(1, CLIENTS)))
                .hasMessageContaining("(client-0) holds 1.0E9")
                .hasMessageContaining("fraction-bits");
        assertThatThrownBy(() -> mask(party, new double[] {Double.NaN}, 1, new SumRoster(1, CLIENTS)))
                .hasMessageContaining("NaN");
        assertThatThrownBy(() -> mask(party, new double[1], 1, new SumRoster(1, List.of("client-0", "client-9"))))
                .hasMessageContaining("no public key of (client-9)");
    }

    @Test
    void optionsAreCheckedAndLabelled() {
        assertThatThrownBy(() -> new SecureAggregation(53))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("fraction-bits: is 53");
        assertThat(PLAIN.label()).isEqualTo("secure aggregation");
        assertThat(PLAIN.needsSums()).isTrue();
    }
}
