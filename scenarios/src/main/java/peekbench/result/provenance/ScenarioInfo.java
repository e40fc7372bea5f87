package peekbench.result.provenance;

import com.fasterxml.jackson.databind.JsonNode;
import org.apiguardian.api.API;

/**
 * What was asked for, as text trees that need none of the scenario's own types to be read again.
 *
 * @param name short name of the scenario
 * @param title one line for headings
 * @param resolved the whole scenario with every default and override filled in
 * @param point the part of it that this trial ran: two trials with the same id and an equal point are the same work
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1.0")
public record ScenarioInfo(String name, String title, JsonNode resolved, JsonNode point) {}
