package peekbench.seed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class CountedGeneratorTest {
    private static final Seed SEED = Seed.of(5).child("noise");

    @Test
    void itsNumbersAreThoseOfTheStream() {
        CountedGenerator counted = SEED.countedGenerator();
        assertThat(numbers(counted)).isEqualTo(numbers(SEED.generator()));
        assertThat(counted.position()).isGreaterThan(1000);
    }

    @Test
    void itGoesOnWhereAnotherWasLeft() {
        CountedGenerator left = SEED.countedGenerator();
        numbers(left);
        CountedGenerator later = SEED.countedGenerator();
        later.goTo(left.position());
        CountedGenerator back = SEED.countedGenerator();
        numbers(back);
        numbers(back);
        back.goTo(left.position());
        List<Number> next = numbers(left);
        assertThat(numbers(later)).isEqualTo(next);
        assertThat(numbers(back)).isEqualTo(next);
    }

    @Test
    void thereIsNothingBeforeTheBeginning() {
        assertThatThrownBy(() -> SEED.countedGenerator().goTo(-1))
                .hasMessage("A stream cannot have been drawn from -1 times.");
    }

    private static List<Number> numbers(RandomGenerator generator) {
        List<Number> all = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            all.add(generator.nextGaussian());
            all.add(generator.nextDouble());
            all.add(generator.nextInt(7));
            all.add(generator.nextExponential());
            all.add(generator.nextBoolean() ? 1 : 0);
            generator.ints(3, 0, 8).forEach(all::add);
            generator.doubles(2).forEach(all::add);
            byte[] bytes = new byte[5];
            generator.nextBytes(bytes);
            all.add(bytes[4]);
        }
        return all;
    }
}
