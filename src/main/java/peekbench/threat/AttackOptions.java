package peekbench.threat;

/** A self-checking record of an attack's options; see the attack registry. */
public interface AttackOptions {
    Attack<?, ?> create();
}
