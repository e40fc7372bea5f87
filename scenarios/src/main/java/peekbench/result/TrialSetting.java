package peekbench.result;

/**
 * A key of the scenario that its axes vary, and what a trial has there.
 *
 * @param key path of the key: {@code training.epochs}
 * @param value as it is written in a scenario
 */
public record TrialSetting(String key, String value) {}
