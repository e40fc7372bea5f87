package peekbench.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import peekbench.plan.TrialPlan;
import peekbench.result.EpochMetrics;
import peekbench.result.Json;
import peekbench.trial.TrialProgress;

/** Progress for other programs: one JSON object a line. */
final class JsonProgress implements TrialProgress {
    private final Console console;

    JsonProgress(Console console) {
        this.console = console;
    }

    private static ObjectNode event(String name, TrialPlan plan) {
        return JsonNodeFactory.instance.objectNode().put("event", name).put("trial", plan.id());
    }

    @Override
    public void started(TrialPlan plan) {
        console.json(event("started", plan));
    }

    @Override
    public void epoch(TrialPlan plan, EpochMetrics metrics, int epochs) {
        ObjectNode event = event("epoch", plan).put("epochs", epochs);
        event.set("metrics", Json.tree(metrics));
        console.json(event);
    }

    @Override
    public void phase(TrialPlan plan, String what, double fraction, String detail) {
        console.json(event("phase", plan)
                .put("phase", what)
                .put("fraction", fraction)
                .put("detail", detail));
    }

    @Override
    public void finished(TrialPlan plan, Optional<Throwable> failure) {
        ObjectNode event = event("finished", plan).put("completed", failure.isEmpty());
        failure.ifPresent(error -> event.put("error", error.toString()));
        console.json(event);
    }
}
