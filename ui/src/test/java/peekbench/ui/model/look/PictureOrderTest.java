package peekbench.ui.model.look;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PictureOrderTest {
    private static final List<Integer> PLACES = IntStream.range(0, 30).boxed().toList();
    private static final PictureOrder.Facts FACTS = new PictureOrder.Facts(
            place -> place * 7 % 30,
            place -> -place,
            place -> place == 4 ? 1 : 0,
            Map.of(0, "shirt", 1, "bag", 2, "shirt"));

    @Test
    void bestMedianAndWorstAreThoseOfTheReport() {
        Picks picks = PictureOrder.BEST_MEDIAN_WORST.of(PLACES, FACTS);

        assertThat(picks.groups()).extracting(Picks.Group::title).containsExactly("best", "median", "worst");
        assertThat(picks.count()).isEqualTo(12);
        assertThat(FACTS.leak().applyAsDouble(picks.places().get(0))).isEqualTo(29);
        assertThat(FACTS.leak().applyAsDouble(picks.places().get(11))).isZero();
    }

    @Test
    void placesAreThoseOfTheArraysAlsoUnderAFilter() {
        List<Integer> odd = PLACES.stream().filter(place -> place % 2 == 1).toList();

        assertThat(PictureOrder.BEST_MEDIAN_WORST.of(odd, FACTS).places()).isSubsetOf(odd);
        assertThat(PictureOrder.AS_STORED.of(odd, FACTS).places()).isEqualTo(odd);
    }

    @Test
    void leakDropAndDisagreementPutTheLargestFirst() {
        assertThat(PictureOrder.MOST_LEAK.of(PLACES, FACTS).places().get(0)).isEqualTo(17);
        assertThat(PictureOrder.LEAST_LEAK.of(PLACES, FACTS).places().get(0)).isZero();
        assertThat(PictureOrder.LARGEST_DROP.of(PLACES, FACTS).places()).startsWith(0, 1, 2);
        assertThat(PictureOrder.DISAGREEMENT.of(PLACES, FACTS).places()).startsWith(4, 0, 1);
    }

    @Test
    void anEvenSpreadGoesFromBestToWorst() {
        List<Integer> places = PictureOrder.EVEN_SPREAD.of(PLACES, FACTS).places();

        assertThat(places).hasSize(12).doesNotHaveDuplicates();
        assertThat(FACTS.leak().applyAsDouble(places.get(0))).isEqualTo(29);
        assertThat(FACTS.leak().applyAsDouble(places.get(11))).isZero();
    }

    @Test
    void classesAreGroups() {
        Picks picks = PictureOrder.BY_CLASS.of(List.of(0, 1, 2), FACTS);

        assertThat(picks.groups())
                .containsExactly(new Picks.Group("bag", List.of(1)), new Picks.Group("shirt", List.of(0, 2)));
        assertThat(picks.columnOf(2)).hasValue(2);
        assertThat(picks.columnOf(9)).isEmpty();
    }
}
