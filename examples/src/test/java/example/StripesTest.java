package example;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import peekbench.data.Dataset;
import peekbench.data.catalogue.DatasetSource;

class StripesTest {
    @Test
    void isTheSameEachTimeAndHasBothClasses() {
        Dataset first =
                ((DatasetSource.Included) new Stripes().source()).records().get();
        Dataset second =
                ((DatasetSource.Included) new Stripes().source()).records().get();

        assertThat(first.sha256()).isEqualTo(second.sha256());
        assertThat(first.size()).isEqualTo(1000);
        assertThat(first.labels(new int[] {0, 1})).containsExactly(0, 1);
    }
}
