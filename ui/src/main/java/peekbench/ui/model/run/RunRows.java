package peekbench.ui.model.run;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import peekbench.event.RunEvent;
import peekbench.journal.TimeText;
import peekbench.journal.TrialState;
import peekbench.report.estimate.Column;
import peekbench.report.table.Cells;
import peekbench.ui.service.run.FollowedTrial;
import peekbench.ui.service.run.RunNews;
import peekbench.ui.service.run.RunRequest;

/** Writes the lines of runs. */
final class RunRows {
    private RunRows() {}

    /** Of a run that waits, starts or was refused. */
    static RunView of(RowKey key, RunRequest request, RunState state, String now) {
        String first = now.lines().findFirst().orElse("");
        return new RunView(
                new RunRow(key, request.title(), state, first, 0, "", "", "", explained(request.command(), state, now)),
                List.of(),
                Optional.empty(),
                Optional.of(request));
    }

    /** Of a run with a journal. */
    static RunView of(RowKey key, RunNews news, Optional<RunRequest> request, Instant now) {
        List<String> titles = RunWords.shortened(
                news.trials().stream().map(trial -> trial.state().id()).toList());
        List<RunRow> trials = new ArrayList<>();
        for (int i = 0; i < news.trials().size(); i++) {
            trials.add(trial(key, news, news.trials().get(i), titles.get(i), now));
        }
        RunState state = RunState.of(news);
        String doing = doing(trials, state);
        String command = news.header().map(RunEvent.Run::command).orElse("");
        RunRow row = new RunRow(
                key,
                news.title(),
                state,
                doing,
                share(news),
                "",
                left(news.left()),
                took(news, now),
                explained(command, state, doing) + "\nIn " + news.files().results());
        return new RunView(row, trials, Optional.of(news), request);
    }

    private static double share(RunNews news) {
        return news.trials().stream()
                .mapToDouble(trial ->
                        trial.state().status().ended() ? 1 : trial.state().share())
                .average()
                .orElse(0);
    }

    private static String doing(List<RunRow> trials, RunState state) {
        if (trials.isEmpty()) {
            return state.going() ? "begins" : "";
        }
        long complete =
                trials.stream().filter(trial -> trial.state().complete()).count();
        long failed = trials.stream()
                .filter(trial -> trial.state() == RunState.FAILED)
                .count();
        return complete + " of " + RunWords.count(trials.size(), "trial") + " complete"
                + (failed == 0 ? "" : ", " + failed + " failed");
    }

    private static String took(RunNews news, Instant now) {
        Optional<Instant> end = news.going()
                ? Optional.of(now)
                : news.end()
                        .map(RunEvent.RunDone::at)
                        .or(() -> news.trials().stream()
                                .flatMap(trial -> trial.state().heard().stream())
                                .max(Instant::compareTo));
        return news.header()
                .flatMap(run -> end.map(to -> Duration.between(run.at(), to)))
                .map(TimeText::took)
                .orElse("");
    }

    private static RunRow trial(RowKey run, RunNews news, FollowedTrial trial, String title, Instant now) {
        TrialState one = trial.state();
        RunState state = RunState.of(one.status(), news);
        boolean over = state != RunState.RUNNING;
        Optional<Instant> end = over ? one.heard() : Optional.of(now);
        String took = one.started()
                .flatMap(from -> end.map(to -> Duration.between(from, to)))
                .map(TimeText::took)
                .orElse("");
        String first = one.now().lines().findFirst().orElse("");
        String doing = state == RunState.FAILED || state == RunState.RUNNING ? first : "";
        return new RunRow(
                new RowKey(run.run(), one.id()),
                title,
                state,
                doing,
                one.share(),
                one.accuracy().isPresent() ? Cells.text(Column.ACCURACY, one.accuracy()) : "",
                left(trial.left()),
                took,
                explained(one.id(), state, state == RunState.FAILED ? one.now() : doing));
    }

    private static String left(Optional<Duration> left) {
        return left.map(TimeText::left).orElse("");
    }

    private static String explained(String what, RunState state, String now) {
        return Stream.of(what, state.word() + ": " + state.meaning(), now)
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining("\n"));
    }
}
