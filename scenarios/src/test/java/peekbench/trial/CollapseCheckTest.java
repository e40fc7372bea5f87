package peekbench.trial;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CollapseCheckTest {
    private static final int CLASSES = 10;
    private static final int[] LABELS =
            IntStream.range(0, 1000).map(record -> record % CLASSES).toArray();

    private static int[] said(int rightOfTen) {
        return IntStream.range(0, LABELS.length)
                .map(record -> record / CLASSES % 10 < rightOfTen
                        ? LABELS[record]
                        : (LABELS[record] + record / 100 + 1) % CLASSES)
                .toArray();
    }

    @Test
    void oneClassForAllIsACollapse() {
        assertThat(CollapseCheck.classes(new int[LABELS.length], LABELS, CLASSES))
                .hasValue("the network gives every test record the class 0");
    }

    /** Guessing gives 10 % with a standard error of .95 % on 1,000 records. */
    @Test
    void accuracyThatChanceExplainsIsACollapseAndMoreIsNone() {
        int[] guessed = IntStream.range(0, LABELS.length)
                .map(record -> (record / 10 + record / 100) % CLASSES)
                .toArray();
        assertThat(CollapseCheck.classes(guessed, LABELS, CLASSES))
                .hasValue("accuracy is at chance: 10.0 % where guessing gives 10.0 %, each class counted alike");
        assertThat(CollapseCheck.classes(said(3), LABELS, CLASSES)).isEmpty();
        assertThat(CollapseCheck.classes(said(10), LABELS, CLASSES)).isEmpty();
    }

    /** Ninety of a hundred records are of one class, which is said of all but of one. */
    @Test
    void whoSaysTheFrequentClassIsAtChanceThoughMostlyRight() {
        int[] rare = IntStream.range(0, 100).map(record -> record < 90 ? 0 : 1).toArray();
        int[] almostAlways = new int[100];
        almostAlways[0] = 1;
        assertThat(CollapseCheck.classes(almostAlways, rare, 2))
                .hasValueSatisfying(reason -> assertThat(reason).startsWith("accuracy is at chance: 49.4 %"));
        assertThat(CollapseCheck.classes(rare.clone(), rare, 2)).isEmpty();
    }

    @Test
    void aSingleClassTellsNothing() {
        assertThat(CollapseCheck.classes(new int[50], new int[50], CLASSES)).isEmpty();
    }
}
