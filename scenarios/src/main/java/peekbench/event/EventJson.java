package peekbench.event;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import peekbench.result.file.Json;

/**
 * Events as lines of JSON: an object whose {@code event} names the record in kebab-case, and whose other keys are the
 * record's components as the result store writes them.
 */
public final class EventJson {
    static final String NAME = "event";

    private static final List<Class<?>> RECORDS = records(Event.class).toList();

    private EventJson() {}

    private static Stream<Class<?>> records(Class<?> type) {
        return type.isSealed()
                ? Arrays.stream(type.getPermittedSubclasses()).flatMap(EventJson::records)
                : Stream.of(type);
    }

    /** All records of events, in the order of their interfaces. */
    static List<Class<?>> records() {
        return RECORDS;
    }

    /** What a line calls the event: {@code run-done}. */
    static String name(Class<?> type) {
        return Json.key(type.getSimpleName());
    }

    /** The time as lines hold it: to the millisecond. */
    public static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MILLIS);
    }

    /** The event as a tree. */
    public static JsonNode tree(Event event) {
        ObjectNode line = JsonNodeFactory.instance.objectNode().put(NAME, name(event.getClass()));
        return line.setAll((ObjectNode) Json.tree(event));
    }

    /** The event as a line, without its end. */
    public static String line(Event event) {
        return tree(event).toString();
    }

    /** The event of a line; empty when it is none, as a line that was cut off or that another program printed. */
    public static Optional<Event> read(String line) {
        if (!line.startsWith("{")) {
            return Optional.empty();
        }
        try {
            JsonNode tree = Json.parse(line);
            String name = tree.path(NAME).asText();
            if (!(tree instanceof ObjectNode object)) {
                return Optional.empty();
            }
            object.remove(NAME);
            Optional<Class<?>> type =
                    RECORDS.stream().filter(record -> name(record).equals(name)).findFirst();
            return type.isPresent() ? Optional.of((Event) Json.read(object, type.get())) : Optional.empty();
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }
}
