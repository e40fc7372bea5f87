package peekbench.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import peekbench.data.catalogue.DataCatalogue;
import peekbench.problem.ConfigurationException;
import peekbench.seed.Seed;

class PartitionTest {
    private static final Dataset DATASET = DataCatalogue.embedded("fashion-mnist-sample");
    private static final int[] RECORDS =
            IntStream.range(0, 3000).map(i -> 2 * i).toArray();
    private static final Seed SEED = Seed.of(8);

    static Stream<Partition> partitions() {
        return Stream.of(
                new Partition.Iid(),
                new Partition.ClassShards(2),
                new Partition.Dirichlet(.5),
                new Partition.Unequal(List.of(1., 2., 3., 4., 5., 6., 7.)));
    }

    @ParameterizedTest
    @MethodSource("partitions")
    void everyRecordGoesToExactlyOneClientTheSameEachTime(Partition partition) {
        List<int[]> parts = partition.split(DATASET, RECORDS, 7, SEED);
        assertThat(parts).hasSize(7);
        assertThat(parts.stream().flatMapToInt(Arrays::stream).sorted().toArray())
                .isEqualTo(RECORDS);
        List<int[]> again = partition.split(DATASET, RECORDS, 7, SEED);
        for (int client = 0; client < 7; client++) {
            assertThat(again.get(client)).isEqualTo(parts.get(client));
        }
        assertThat(partition.split(DATASET, RECORDS, 7, Seed.of(9)).get(0)).isNotEqualTo(parts.get(0));
    }

    @Test
    void iidPartsHaveEqualSizes() {
        assertThat(new Partition.Iid().split(DATASET, RECORDS, 7, SEED))
                .allSatisfy(part -> assertThat(part.length).isBetween(428, 429));
    }

    @Test
    void shardsHoldFewClasses() {
        int[] all = IntStream.range(0, 6000).toArray();
        assertThat(new Partition.ClassShards(2).split(DATASET, all, 5, SEED))
                .allSatisfy(part -> assertThat(Arrays.stream(part)
                                .map(DATASET::label)
                                .distinct()
                                .count())
                        .isEqualTo(2));
    }

    @Test
    void smallAlphaIsMoreUneven() {
        assertThat(unevenness(.1)).isGreaterThan(3 * unevenness(100));
    }

    private static double unevenness(double alpha) {
        return new Partition.Dirichlet(alpha)
                .split(DATASET, RECORDS, 4, SEED).stream()
                        .mapToDouble(part -> Math.abs(part.length - 750.0))
                        .sum();
    }

    @Test
    void sharesAreDrawnAnewUntilEachClientHasEnough() {
        int[] few = Arrays.copyOf(RECORDS, 100);
        for (int seed = 0; seed < 20; seed++) {
            assertThat(new Partition.Dirichlet(.1, Optional.of(3)).split(DATASET, few, 8, Seed.of(seed)))
                    .allSatisfy(part -> assertThat(part.length).isGreaterThanOrEqualTo(3));
        }
        assertThatThrownBy(() -> new Partition.Dirichlet(.01, Optional.of(8)).split(DATASET, few, 10, SEED))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining(
                        "left a client with fewer than 8 records in each of 1000 draws of 100 records over 10")
                .hasMessageMatching("(?s).*With alpha: [0-9.]+ it would not; or use fewer clients or more records.");
    }

    @Test
    void unequalPartsFollowTheShares() {
        List<int[]> parts = new Partition.Unequal(List.of(1., 3.)).split(DATASET, RECORDS, 2, SEED);
        assertThat((double) parts.get(1).length / RECORDS.length).isCloseTo(.75, within(.001));
    }

    @Test
    void impossiblePartitionsAreNamed() {
        assertThatThrownBy(() -> new Partition.Iid().split(DATASET, RECORDS, 0, SEED))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("to 0 clients");
        assertThatThrownBy(() -> new Partition.Iid().split(DATASET, new int[] {1}, 2, SEED))
                .hasMessageContaining("1 records to 2 clients");
        assertThatThrownBy(() -> new Partition.Dirichlet(Double.NaN)).hasMessageContaining("alpha: is NaN");
        assertThatThrownBy(() -> new Partition.ClassShards(0)).hasMessageContaining("shards-per-client: is 0");
        assertThatThrownBy(() -> new Partition.Unequal(List.of(1., -1.))).hasMessageContaining("shares[1]: is -1.0");
        assertThatThrownBy(() -> new Partition.Unequal(List.of(1.)).split(DATASET, RECORDS, 2, SEED))
                .hasMessageContaining("1 shares for 2 clients");
    }

    @Test
    void indexSetsAreDisjointBalancedAndHashed() {
        IndexSets sets = IndexSets.draw(DATASET, new IndexSets.Sizes(1000, 500, 300, 100), SEED);
        int[] counts = new int[10];
        for (int record : sets.of(IndexSets.Part.VICTIM_TRAIN)) {
            counts[DATASET.label(record)]++;
        }
        assertThat(counts).containsOnly(100);
        assertThat(Arrays.stream(sets.of(IndexSets.Part.VICTIM_TEST)).boxed().toList())
                .hasSize(500)
                .allMatch(record -> record >= 6000);
        assertThat(Stream.of(IndexSets.Part.values())
                        .flatMapToInt(part -> Arrays.stream(sets.of(part)))
                        .distinct())
                .hasSize(1900);
        assertThat(sets.sha256(IndexSets.Part.VICTIM_TRAIN))
                .hasSize(64)
                .isNotEqualTo(sets.sha256(IndexSets.Part.VICTIM_TEST));
    }

    @Test
    void overlappingIndexSetsAreRefused() {
        assertThatThrownBy(() -> new IndexSets(new int[] {1, 2}, new int[] {3}, new int[] {2}, new int[0]))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("Record (2) is in both (victim-train) and (attacker-auxiliary)");
    }

    @Test
    void indexSetsLargerThanTheDataAreRefusedTogether() {
        assertThatThrownBy(() -> IndexSets.draw(DATASET, new IndexSets.Sizes(6000, 2000, 1, 0), SEED))
                .hasMessageContaining("take 6001 records of the training part")
                .hasMessageContaining("take 2000 records of the test part");
    }
}
