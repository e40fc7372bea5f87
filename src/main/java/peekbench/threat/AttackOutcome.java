package peekbench.threat;

/** What an attack claims to have learned. */
public sealed interface AttackOutcome permits ReconstructedInputs {}
