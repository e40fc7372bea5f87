package peekbench.ui.model.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import peekbench.problem.ConfigurationException;
import peekbench.query.ArmRow;
import peekbench.threat.observation.TargetSet;

class FocusModelTest {
    private static final ArmRow.Key ONE = new ArmRow.Key("quickstart", "one");
    private static final ArmRow.Key OTHER = new ArmRow.Key("", "other");

    private final FocusModel model = new FocusModel();

    @Test
    void everyChangeCanBeGoneBackTo() {
        model.change(now -> now.onArm(ONE));
        model.change(now -> now.onPicture(OptionalInt.of(4)));
        model.change(now -> now.onArm(OTHER));

        assertThat(model.get().picture()).as("another arm keeps the picture").hasValue(4);
        model.back();
        assertThat(model.get().arm()).contains(ONE);
        model.back();
        assertThat(model.get().picture()).isEmpty();
        model.forward();
        assertThat(model.get().picture()).hasValue(4);
        assertThat(model.canGoForwardProperty().get()).isTrue();

        model.change(now -> now.filtered("arm:one"));
        assertThat(model.canGoForwardProperty().get())
                .as("what was gone back from is given up for something new")
                .isFalse();
    }

    @Test
    void theSameAgainIsNoChange() {
        model.change(now -> now.onArm(ONE));
        model.change(now -> now.onArm(ONE));
        model.back();

        assertThat(model.get()).isEqualTo(Focus.INITIAL);
        assertThat(model.canGoBackProperty().get()).isFalse();
    }

    @Test
    void hoveringIsInNoHistory() {
        model.brushedProperty().set(Optional.of(ONE));

        assertThat(model.canGoBackProperty().get()).isFalse();
    }

    @Test
    void pinsStayUnderFiltersAndAreAtMostSix() {
        IntStream.range(0, 8).forEach(i -> model.change(now -> now.pinnedOrNot(new ArmRow.Key("", "arm" + i))));
        model.change(now -> now.filtered("arm:nothing"));

        assertThat(model.get().pins())
                .extracting(ArmRow.Key::group)
                .containsExactly("arm0", "arm1", "arm2", "arm3", "arm4", "arm5");

        model.change(now -> now.pinnedOrNot(new ArmRow.Key("", "arm2")));
        assertThat(model.get().pins()).hasSize(5);
    }

    @Test
    void aLinkOpensTheSameSelection() {
        Focus focus = Focus.INITIAL
                .onArm(ONE)
                .pinned(List.of(ONE, OTHER))
                .filtered("arm:\"no defense\"")
                .onSeed(OptionalLong.of(3))
                .onAttack(Optional.of("decoder"))
                .onRecords(TargetSet.VICTIM_TRAIN)
                .onPicture(OptionalInt.of(417))
                .afterEpoch(OptionalInt.of(1))
                .at(Place.COMPARE);

        String link = FocusLink.write(focus);

        assertThat(link).contains("arm=quickstart/one", "pin=other", "picture=417", "epoch=1");
        assertThat(FocusLink.read(link)).isEqualTo(focus);
        assertThat(FocusLink.write(Focus.INITIAL)).isEmpty();
    }

    @Test
    void aLinkThatCannotBeReadSaysWhere() {
        assertThatThrownBy(() -> FocusLink.read("arm=a/b;picture=many"))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("(picture=many)")
                .hasMessageContaining("whole number");
        assertThatThrownBy(() -> FocusLink.read("pictures=4")).hasMessageContaining("place, filter, arm, pin");
        assertThatThrownBy(() -> FocusLink.read("place=attic")).hasMessageContaining("look, compare");
        assertThatThrownBy(() -> FocusLink.read("records=some")).hasMessageContaining("victim-train and victim-test");
        assertThatThrownBy(() -> FocusLink.read("arm")).hasMessageContaining("KEY=VALUE");
    }
}
