package peekbench.trial;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.function.Supplier;
import peekbench.evaluation.Score;
import peekbench.victim.KeptScores;

/**
 * Scores that several trials have in common, each computed by whichever trial needs it first, of this process or another. A
 * trial that finds one in the making computes another meanwhile.
 */
final class SharedScores {
    private final Map<JsonNode, CompletableFuture<List<Score>>> tasks = new ConcurrentHashMap<>();
    private final Optional<KeptScores> kept;

    /** @param kept where processes share them; without, only the threads of this one do */
    SharedScores(Optional<KeptScores> kept) {
        this.kept = kept;
    }

    /**
     * Scores and all that they depend on.
     *
     * @param key equal for equal scores
     * @param scores computes them
     */
    record Work(JsonNode key, Supplier<List<Score>> scores) {}

    /** The scores of all works, in order. */
    List<Score> of(List<Work> works) {
        List<CompletableFuture<List<Score>>> wanted = new ArrayList<>();
        Map<Work, CompletableFuture<List<Score>>> postponed = new LinkedHashMap<>();
        for (Work work : works) {
            CompletableFuture<List<Score>> own = new CompletableFuture<>();
            CompletableFuture<List<Score>> earlier = tasks.putIfAbsent(work.key(), own);
            if (earlier == null) {
                complete(own, () -> unlessInTheMaking(work));
                if (!own.isDone()) {
                    postponed.put(work, own);
                }
            }
            wanted.add(earlier == null ? own : earlier);
        }
        postponed.forEach((work, own) -> complete(own, () -> Optional.of(waitedFor(work))));
        List<Score> scores = new ArrayList<>();
        wanted.forEach(task -> scores.addAll(result(task)));
        return scores;
    }

    private Optional<List<Score>> unlessInTheMaking(Work work) {
        return kept.isPresent()
                ? kept.get().unlessInTheMaking(work.key(), work.scores())
                : Optional.of(work.scores().get());
    }

    private List<Score> waitedFor(Work work) {
        return kept.orElseThrow().of(work.key(), work.scores());
    }

    /** Whatever goes wrong goes wrong for all who wait. */
    private static void complete(CompletableFuture<List<Score>> task, Supplier<Optional<List<Score>>> scores) {
        try {
            scores.get().ifPresent(task::complete);
        } catch (RuntimeException | Error e) {
            task.completeExceptionally(e);
        }
    }

    private static List<Score> result(CompletableFuture<List<Score>> task) {
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
