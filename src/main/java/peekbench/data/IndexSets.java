package peekbench.data;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apiguardian.api.API;
import peekbench.problem.ConfigurationException;
import peekbench.problem.Problems;
import peekbench.seed.Seed;

/**
 * Which records of a data set play which part; no record plays two.
 *
 * <p>The arrays are the record's own: they are copied in and out.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1.0")
public final class IndexSets {
    private final int[] victimTrain;
    private final int[] victimTest;
    private final int[] attackerAuxiliary;
    private final int[] attackerValidation;

    /** The four parts. */
    public enum Part {
        VICTIM_TRAIN("victim-train"),
        VICTIM_TEST("victim-test"),
        ATTACKER_AUXILIARY("attacker-auxiliary"),
        ATTACKER_VALIDATION("attacker-validation");

        private final String label;

        Part(String label) {
            this.label = label;
        }

        /** The name in scenarios and results. */
        public String label() {
            return label;
        }
    }

    /**
     * Four given sets.
     *
     * @throws ConfigurationException when two of them share a record; names both sets and the record
     */
    public IndexSets(int[] victimTrain, int[] victimTest, int[] attackerAuxiliary, int[] attackerValidation) {
        this.victimTrain = victimTrain.clone();
        this.victimTest = victimTest.clone();
        this.attackerAuxiliary = attackerAuxiliary.clone();
        this.attackerValidation = attackerValidation.clone();
        checkDisjoint();
    }

    private void checkDisjoint() {
        Map<Integer, Part> owner = new HashMap<>();
        Problems problems = new Problems();
        for (Part part : Part.values()) {
            for (int index : members(part)) {
                Part other = owner.put(index, part);
                if (other != null && problems.isEmpty()) {
                    problems.add(
                            "data",
                            "Record (" + index + ") is in both (" + other.label() + ") and (" + part.label()
                                    + "); the four index sets must be disjoint. Give each record one part.");
                }
            }
        }
        problems.throwIfAny();
    }

    /** The records of a part, in the order drawn. */
    public int[] of(Part part) {
        return members(part).clone();
    }

    private int[] members(Part part) {
        return switch (part) {
            case VICTIM_TRAIN -> victimTrain;
            case VICTIM_TEST -> victimTest;
            case ATTACKER_AUXILIARY -> attackerAuxiliary;
            case ATTACKER_VALIDATION -> attackerValidation;
        };
    }

    /** SHA-256 of a part's records as big-endian 32-bit numbers, in hexadecimal. */
    public String sha256(Part part) {
        int[] members = members(part);
        ByteBuffer bytes = ByteBuffer.allocate(members.length * Integer.BYTES);
        Arrays.stream(members).forEach(bytes::putInt);
        Sha256 digest = new Sha256();
        digest.update(bytes.array());
        return HexFormat.of().formatHex(digest.finish());
    }

    /**
     * How many records each part gets.
     *
     * @param victimTrain records that the victims train on, at least 1
     * @param victimTest records that nobody trains on, at least 1
     * @param attackerAuxiliary the attacker's own records; 0 when nobody attacks
     * @param attackerValidation the attacker's own records for stopping; 0 when nobody attacks
     */
    public record Sizes(int victimTrain, int victimTest, int attackerAuxiliary, int attackerValidation) {
        public Sizes {
            Problems problems = new Problems();
            problems.atLeast("victim-train", victimTrain, 1);
            problems.atLeast("victim-test", victimTest, 1);
            problems.atLeast("attacker-auxiliary", attackerAuxiliary, 0);
            problems.atLeast("attacker-validation", attackerValidation, 0);
            problems.throwIfAny();
        }
    }

    /**
     * Draws the parts at random, classes in turn so that each part is as balanced as the data allow. The victims' test
     * records come from the official test part where there is one, the attackers' from the auxiliary part where there is one,
     * all others from the official training part.
     *
     * <p>Where the data set has groups, records of one group are in one part only, and the rest of a group that is more than
     * a part needs is in none.
     *
     * @throws ConfigurationException when the data set is too small, or has too few groups; says how many records there are
     */
    public static IndexSets draw(Dataset dataset, Sizes sizes, Seed seed) {
        GivenParts given = dataset.parts();
        long attackers = (long) sizes.attackerAuxiliary() + sizes.attackerValidation();
        long fromTrain = sizes.victimTrain()
                + (given.auxiliary() > 0 ? 0 : attackers)
                + (given.test() > 0 ? 0 : sizes.victimTest());
        Problems problems = new Problems();
        enough(problems, dataset, "training", fromTrain, given.train());
        if (given.test() > 0) {
            enough(problems, dataset, "test", sizes.victimTest(), given.test());
        }
        if (given.auxiliary() > 0) {
            enough(problems, dataset, "auxiliary", attackers, given.auxiliary());
        }
        problems.throwIfAny();
        Drawing train = drawing(dataset, given.trainRecords(), seed, "train-part");
        Drawing test = given.test() > 0 ? drawing(dataset, given.testRecords(), seed, "test-part") : train;
        Drawing auxiliary =
                given.auxiliary() > 0 ? drawing(dataset, given.auxiliaryRecords(), seed, "auxiliary-part") : train;
        int[] victimTest = test.take(Part.VICTIM_TEST, sizes.victimTest());
        int[] victimTrain = train.take(Part.VICTIM_TRAIN, sizes.victimTrain());
        int[] attackerAuxiliary = auxiliary.take(Part.ATTACKER_AUXILIARY, sizes.attackerAuxiliary());
        return new IndexSets(
                victimTrain,
                victimTest,
                attackerAuxiliary,
                auxiliary.take(Part.ATTACKER_VALIDATION, sizes.attackerValidation()));
    }

    /** Hands out the records of a part of the data set, each once. */
    interface Drawing {
        int[] take(Part part, int wanted);
    }

    /** @param stream of the random order, where records are not in groups */
    private static Drawing drawing(Dataset dataset, int[] records, Seed seed, String stream) {
        if (dataset.groupName().isPresent()) {
            return new GroupedDraw(dataset, records, dataset.parts().isDivided() ? seed.child(stream) : seed);
        }
        int[] order = balanced(dataset, records, seed.child(stream));
        return new Drawing() {
            private int taken;

            @Override
            public int[] take(Part part, int wanted) {
                taken += wanted;
                return Arrays.copyOfRange(order, taken - wanted, taken);
            }
        };
    }

    private static void enough(Problems problems, Dataset dataset, String part, long wanted, int available) {
        if (wanted > available) {
            problems.add(
                    "data",
                    "The index sets take " + wanted + " records of the " + part + " part of data set (" + dataset.name()
                            + "), which has " + available + ". Make them smaller.");
        }
    }

    /** A random order of records in which every run holds the classes in turn. */
    static int[] balanced(Dataset dataset, int[] records, Seed seed) {
        int[] order = Arrays.stream(seed.permutation(records.length))
                .map(i -> records[i])
                .toArray();
        if (!(dataset.task() instanceof Task.Classification)) {
            return order;
        }
        List<List<Integer>> classes = new ArrayList<>();
        IntStream.range(0, dataset.task().outputs()).forEach(i -> classes.add(new ArrayList<>()));
        for (int index : order) {
            classes.get(dataset.label(index)).add(index);
        }
        return Interleaving.proportional(classes);
    }
}
