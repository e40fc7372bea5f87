package peekbench.run;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.function.Consumer;
import peekbench.event.Event;
import peekbench.event.EventJson;

/** A run for other programs: one JSON object an event, {@code {"event": "epoch", "at": …, "trial": …}}. */
public class JsonLines implements RunListener {
    private final Consumer<JsonNode> lines;

    /** @param lines takes one event after the other; several threads hand them over at once */
    public JsonLines(Consumer<JsonNode> lines) {
        this.lines = lines;
    }

    @Override
    public void event(Event event) {
        lines.accept(EventJson.tree(event));
    }
}
