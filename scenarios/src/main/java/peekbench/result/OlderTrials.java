package peekbench.result;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Gives the trees of trials that older versions wrote the keys that came later. */
final class OlderTrials {
    private OlderTrials() {}

    static void complete(JsonNode trial) {
        if (trial.get("provenance") instanceof ObjectNode provenance && !provenance.has("plugins")) {
            provenance.putArray("plugins"); // written before there were any
        }
        if (trial.get("key") instanceof ObjectNode key && !key.has("settings")) {
            key.putArray("settings"); // written before there were axes
        }
        if (trial instanceof ObjectNode whole && !whole.has("attackers")) {
            whole.putArray("attackers"); // written before it was kept who mounted which attack
        }
        if (trial instanceof ObjectNode whole && !whole.has("records")) {
            whole.putNull("records"); // written before anything was kept of single records
            whole.path("reconstructions").forEach(OlderTrials::completeReconstructions);
        }
    }

    /** Their only scores were of SSIM. */
    private static void completeReconstructions(JsonNode files) {
        if (files instanceof ObjectNode older && older.has("ssim")) {
            ObjectNode ssim = older.putArray("values").addObject();
            ssim.put("metric", "ssim").set("file", older.remove("ssim"));
            older.putNull("read");
        }
    }
}
