package peekbench.trial;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;
import peekbench.evaluation.Score;

/**
 * Scores that several trials have in common, each computed by whichever trial needs it first. A trial that finds one in
 * the making computes another meanwhile.
 */
final class SharedScores {
    private final Map<Object, FutureTask<List<Score>>> tasks = new ConcurrentHashMap<>();

    /**
     * Scores and all that they depend on.
     *
     * @param key equal for equal scores
     * @param scores computes them
     */
    record Work(Object key, Supplier<List<Score>> scores) {}

    /** The scores of all works, in order. */
    List<Score> of(List<Work> works) {
        List<FutureTask<List<Score>>> wanted = new ArrayList<>();
        for (Work work : works) {
            FutureTask<List<Score>> own = new FutureTask<>(work.scores()::get);
            FutureTask<List<Score>> earlier = tasks.putIfAbsent(work.key(), own);
            if (earlier == null) {
                own.run();
            }
            wanted.add(earlier == null ? own : earlier);
        }
        List<Score> scores = new ArrayList<>();
        wanted.forEach(task -> scores.addAll(result(task)));
        return scores;
    }

    private static List<Score> result(FutureTask<List<Score>> task) {
        try {
            return task.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("The trial was interrupted while it waited for scores of another", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("A floor or ceiling could not be computed: " + e.getCause(), e.getCause());
        }
    }
}
