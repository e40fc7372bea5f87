package peekbench.ui.model.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LatestTaskTest {
    private final StepExecutor worker = new StepExecutor();
    private final LatestTask<String> task = new LatestTask<>(worker, Runnable::run);
    private final List<String> shown = new ArrayList<>();

    private void start(String text) {
        task.start(() -> text, shown::add, failure -> shown.add("failed: " + failure.getMessage()));
    }

    @Test
    void onlyTheLatestStartCounts() {
        start("first");
        start("second");
        assertThat(task.workingProperty().get()).isTrue();

        worker.runLast();
        worker.runFirst();

        assertThat(shown).containsExactly("second");
        assertThat(task.workingProperty().get()).isFalse();
    }

    @Test
    void workThatHasNotBegunIsNotBegunWhenNobodyWantsItAnyMore() {
        List<String> begun = new ArrayList<>();
        task.start(
                () -> {
                    begun.add("first");
                    return "";
                },
                shown::add,
                failure -> {});
        task.cancel();
        worker.runAll();

        assertThat(begun).isEmpty();
        assertThat(shown).isEmpty();
    }

    @Test
    void aFailureIsTold() {
        task.start(
                () -> {
                    throw new IllegalStateException("no");
                },
                shown::add,
                failure -> shown.add("failed: " + failure.getMessage()));
        worker.runAll();

        assertThat(shown).containsExactly("failed: no");
    }
}
