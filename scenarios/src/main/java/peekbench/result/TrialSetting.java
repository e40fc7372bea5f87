package peekbench.result;

import org.apiguardian.api.API;

/**
 * A key of the scenario that its axes vary, and what a trial has there.
 *
 * @param key path of the key: {@code training.epochs}
 * @param value as it is written in a scenario
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1.0")
public record TrialSetting(String key, String value) {}
