package peekbench.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import peekbench.event.Event;
import peekbench.event.EventJson;
import peekbench.event.TrialEvent;
import peekbench.result.Beginning;
import peekbench.result.Existing;
import peekbench.result.ResultStore;
import peekbench.result.TrialKey;
import peekbench.result.file.Json;
import peekbench.result.provenance.Provenance;

/**
 * A trial process that computes nothing: it stores an empty trial at once. Those of some seeds behave otherwise, as the
 * properties {@code stub.kills} and {@code stub.waits} say.
 */
final class StubTrial {
    private final BufferedReader input;

    private StubTrial(BufferedReader input) {
        this.input = input;
    }

    public static void main(String[] arguments) throws Exception {
        BufferedReader input = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        input.readLine();
        new StubTrial(input).run(Json.parse(input.readLine()).path("trial"));
        Runtime.getRuntime().halt(0);
    }

    private void run(JsonNode order) throws Exception {
        TrialKey key = Json.read(order.path("key"), TrialKey.class);
        ResultStore store = ResultStore.open(Path.of(order.path("results").asText()));
        Beginning beginning =
                store.beginWaiting(key, Json.read(order.path("provenance"), Provenance.class), Existing.KEEP);
        if (beginning instanceof Beginning.Writing writing) {
            say(new TrialEvent.Started(
                    EventJson.now(),
                    order.path("name").asText(),
                    0,
                    ProcessHandle.current().pid(),
                    1));
            if (key.seed() == Long.getLong("stub.kills", -1)) {
                kill();
            }
            if (key.seed() == Long.getLong("stub.waits", -1) && first(store, key)) {
                waitForTheEnd(writing);
            }
            writing.writer().complete(1, 1);
        }
        say(new TrialEvent.Done(
                EventJson.now(),
                order.path("name").asText(),
                1,
                store.path().resolve(key.id()).toString()));
    }

    private static void kill() throws IOException, InterruptedException {
        System.err.println("a trial that kills its process");
        new ProcessBuilder("kill", "-9", Long.toString(ProcessHandle.current().pid()))
                .start()
                .waitFor();
    }

    /** Whether no process of this trial has waited before. */
    private static boolean first(ResultStore store, TrialKey key) throws IOException {
        Path mark = store.path().resolveSibling(key.id() + ".waited");
        boolean first = Files.notExists(mark);
        Files.writeString(mark, "");
        return first;
    }

    private void waitForTheEnd(Beginning.Writing writing) throws IOException {
        while (input.readLine() != null) {
            // There are no more orders.
        }
        writing.writer().close();
        Runtime.getRuntime().halt(3);
    }

    private static void say(Event event) {
        System.out.println("\n" + EventJson.line(event));
    }
}
