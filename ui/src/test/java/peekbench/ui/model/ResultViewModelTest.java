package peekbench.ui.model;

import static org.assertj.core.api.Assertions.assertThat;
import static peekbench.ui.FakeResultFolders.DEFENDED;
import static peekbench.ui.FakeResultFolders.FAILED;
import static peekbench.ui.FakeResultFolders.UNDEFENDED;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import peekbench.report.chart.Chart;
import peekbench.threat.observation.TargetSet;
import peekbench.ui.FakeResultFolders;

class ResultViewModelTest {
    private static final Path FOLDER = Path.of("results", "quickstart");

    private final StepExecutor worker = new StepExecutor();
    private final ResultViewModel model =
            new ResultViewModel(new FakeResultFolders(), startAt -> Optional.of(FOLDER), worker, Runnable::run);

    @Test
    void openingAFolderShowsItsFirstTrial() {
        model.chooseFolder();
        assertThat(model.workingProperty().get()).isTrue();
        assertThat(model.trials()).isEmpty();

        worker.runAll();

        assertThat(model.folderProperty().get()).contains(FOLDER);
        assertThat(model.trials()).containsExactly(UNDEFENDED, DEFENDED, FAILED);
        assertThat(model.lacks()).containsExactly(FakeResultFolders.LACK);
        assertThat(model.selectedProperty().get()).contains(UNDEFENDED);
        assertThat(model.pictures()).hasSize(30);
        assertThat(model.chartProperty(Chart.CURVES).get()).isPresent();
        assertThat(model.chartProperty(Chart.TRADE_OFF).get()).isEmpty();
        assertThat(model.workingProperty().get()).isFalse();
    }

    @Test
    void aDialogThatIsClosedChangesNothing() {
        ResultViewModel closed =
                new ResultViewModel(new FakeResultFolders(), startAt -> Optional.empty(), worker, Runnable::run);

        closed.chooseFolder();

        assertThat(worker.waiting()).isZero();
        assertThat(closed.folderProperty().get()).isEmpty();
    }

    @Test
    void trainingRecordsAreShownApart() {
        model.open(FOLDER);
        worker.runAll();

        model.targetsProperty().set(TargetSet.VICTIM_TRAIN);
        worker.runAll();

        assertThat(model.pictures()).hasSize(7);
    }

    @Test
    void onlyTheLatestSelectionIsShown() {
        model.open(FOLDER);
        worker.runAll();

        model.selectedProperty().set(Optional.of(DEFENDED));
        model.selectedProperty().set(Optional.of(FAILED));
        worker.runLast();
        worker.runFirst();

        assertThat(model.pictures())
                .as("the defended trial came in late, after the failed one")
                .isEmpty();
    }

    @Test
    void aFolderThatCannotBeReadSaysWhyAndKeepsTheOpenOne() {
        model.open(FOLDER);
        worker.runAll();

        model.open(Path.of("damaged"));
        worker.runAll();

        assertThat(model.problemProperty().get()).contains("Could not read damaged/trial.json: the file is truncated.");
        assertThat(model.folderProperty().get()).contains(FOLDER);
        assertThat(model.trials()).hasSize(3);
        assertThat(model.workingProperty().get()).isFalse();
    }

    @Test
    void refreshingKeepsTheSelection() {
        model.open(FOLDER);
        worker.runAll();
        model.selectedProperty().set(Optional.of(DEFENDED));
        worker.runAll();

        model.refresh();
        worker.runAll();

        assertThat(model.selectedProperty().get()).contains(DEFENDED);
        assertThat(model.pictures()).hasSize(30);
    }
}
