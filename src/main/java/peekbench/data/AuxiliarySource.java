package peekbench.data;

import java.util.Optional;
import org.apiguardian.api.API;
import peekbench.problem.Problems;
import peekbench.registry.NameOf;
import peekbench.registry.Summary;

/** Where an attacker's own records come from, those to train attacks on as well as those to stop and choose by. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1.0")
public sealed interface AuxiliarySource {

    /** What is appended to the name of an attack: {@code -without-class-9}; nothing for records of the victims' kind. */
    String suffix();

    /** Whether the records have classes of the victims' task. */
    boolean hasClasses();

    /** The name of the data set that they come from, where it is another than the victims'. */
    default Optional<String> otherDataset() {
        return Optional.empty();
    }

    /** The same data set as the victims' and the same distribution, but other records. */
    @Summary("other records of the victims' data set")
    record Same() implements AuxiliarySource {
        @Override
        public String suffix() {
            return "";
        }

        @Override
        public boolean hasClasses() {
            return true;
        }
    }

    /**
     * As {@link Same}, without the records of one class, so somewhat fewer.
     *
     * @param label of the class, from 0
     */
    @Summary("other records of the victims' data set, but none of one class")
    record MissingClass(
            @Summary("number of the class that is missing, from 0")
            int label) implements AuxiliarySource {
        public MissingClass {
            Problems problems = new Problems();
            problems.atLeast("label", label, 0);
            problems.throwIfAny();
        }

        @Override
        public String suffix() {
            return "-without-class-" + label;
        }

        @Override
        public boolean hasClasses() {
            return true;
        }
    }

    /**
     * As many records of another data set, made to fit by {@link ImageFit}. Their classes are others than the victims', so
     * they come without.
     *
     * @param dataset name in the catalogue
     */
    @Summary("records of another data set, scaled to the victims' shape")
    record OtherDataset(
            @NameOf("data set") @Summary("name of a data set, see peekbench list datasets")
            String dataset) implements AuxiliarySource {
        @Override
        public String suffix() {
            return "-with-" + dataset;
        }

        @Override
        public boolean hasClasses() {
            return false;
        }

        @Override
        public Optional<String> otherDataset() {
            return Optional.of(dataset);
        }
    }

    /** As many examples of noise: pixels uniform in [0, 1], columns of tables standard normal; without classes. */
    @Summary("noise of the victims' shape")
    record Noise() implements AuxiliarySource {
        @Override
        public String suffix() {
            return "-with-noise";
        }

        @Override
        public boolean hasClasses() {
            return false;
        }
    }
}
