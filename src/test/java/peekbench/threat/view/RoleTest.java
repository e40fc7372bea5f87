package peekbench.threat.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RoleTest {
    private static Stream<Class<? extends AdversaryView>> views(Class<?> kind) {
        return kind.isSealed()
                ? Arrays.stream(kind.getPermittedSubclasses()).flatMap(RoleTest::views)
                : Stream.of(kind.asSubclass(AdversaryView.class));
    }

    @Test
    void everyViewNamesARoleOfItsOwn() {
        assertThat(views(AdversaryView.class).distinct().map(AdversaryView::role))
                .hasSizeGreaterThanOrEqualTo(4)
                .doesNotHaveDuplicates()
                .allMatch(role -> role.startsWith("a ") || role.startsWith("an ") || role.startsWith("the "));
    }

    @Test
    void everyViewSaysWhatItShows() {
        assertThat(views(AdversaryView.class).distinct().map(AdversaryView::sees))
                .doesNotHaveDuplicates()
                .allMatch(what -> what.startsWith("the ") || what.startsWith("what "))
                .noneMatch(what -> what.endsWith("."));
    }

    @Test
    void aKindOfViewsIsNoRole() {
        assertThatThrownBy(() -> AdversaryView.role(ServerView.class))
                .hasMessageContaining("(ServerView)")
                .hasMessageContaining("@Role");
    }
}
