package peekbench.run;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import peekbench.plan.Plan;
import peekbench.plan.TrialPlan;
import peekbench.result.EpochMetrics;
import peekbench.result.Json;

/** A run for other programs: one JSON object an event, {@code {"event": "epoch", "trial": …}}. */
public class JsonLines implements RunListener {
    private final Consumer<JsonNode> lines;

    /** @param lines takes one event after the other; several threads hand them over at once */
    public JsonLines(Consumer<JsonNode> lines) {
        this.lines = lines;
    }

    private static ObjectNode event(String name) {
        return JsonNodeFactory.instance.objectNode().put("event", name);
    }

    private static ObjectNode event(String name, TrialPlan plan) {
        return event(name).put("trial", plan.id());
    }

    @Override
    public void planned(Plan plan, int complete, Path folder) {
        plan.leftOut()
                .forEach(pair -> lines.accept(event("left-out")
                        .put("protocol", pair.protocol().label())
                        .put(pair.kind(), pair.label())
                        .put("reason", pair.reason())));
    }

    @Override
    public void started(TrialPlan plan) {
        lines.accept(event("started", plan));
    }

    @Override
    public void epoch(TrialPlan plan, EpochMetrics metrics, int epochs) {
        ObjectNode event = event("epoch", plan).put("epochs", epochs);
        event.set("metrics", Json.tree(metrics));
        lines.accept(event);
    }

    @Override
    public void phase(TrialPlan plan, String what, double fraction, String detail) {
        lines.accept(event("phase", plan)
                .put("phase", what)
                .put("fraction", fraction)
                .put("detail", detail));
    }

    @Override
    public void finished(TrialPlan plan, Optional<Throwable> failure) {
        ObjectNode event = event("finished", plan).put("completed", failure.isEmpty());
        failure.ifPresent(error -> event.put("error", error.toString()));
        lines.accept(event);
    }

    @Override
    public void done(RunResult result) {
        ObjectNode event = event("done");
        result.trials()
                .forEach(trial -> event.withArray("trials")
                        .addObject()
                        .put("id", trial.key().id())
                        .put("completed", trial.completed())
                        .put("folder", trial.folder().toString()));
        result.files().forEach(path -> event.withArray("files").add(path.toString()));
        lines.accept(event);
    }
}
