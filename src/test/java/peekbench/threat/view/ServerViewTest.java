package peekbench.threat.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import peekbench.threat.observation.SmashedObservation;

class ServerViewTest {
    @Test
    void theObservationHoldsNothingThatEveryServerCannotAskFor() {
        assertThat(SmashedObservation.class.getRecordComponents())
                .extracting(RecordComponent::getName)
                .isSubsetOf(methods(ServerView.class));
    }

    @Test
    void powersAreMethodsOfTheirViewsAlone() {
        assertThat(ServerView.class.getPermittedSubclasses())
                .containsExactlyInAnyOrder(CuriousServerView.class, QueryingServerView.class, InformedServerView.class);
        assertThat(methods(QueryingServerView.class)).contains("query");
        assertThat(methods(InformedServerView.class)).contains("clientSegment").doesNotContain("query");
        assertThat(methods(QueryingServerView.class)).doesNotContain("clientSegment");
        assertThat(methods(CuriousServerView.class)).doesNotContain("query", "clientSegment");
    }

    @Test
    void theWireHasNoLayersAndNoQueries() {
        assertThat(methods(EavesdropperView.class))
                .contains("smashed", "knownPlaintexts")
                .doesNotContain("query", "ownSegment", "clientSegment", "clientLayers", "observation");
    }

    private static List<String> methods(Class<?> view) {
        return Arrays.stream(view.getMethods()).map(Method::getName).toList();
    }
}
