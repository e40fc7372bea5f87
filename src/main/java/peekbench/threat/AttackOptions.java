package peekbench.threat;

/** A self-checking record of an attack's options; see the attack registry. */
public interface AttackOptions {
    Attack<?, ?> create();

    /**
     * The same attack tried at one of its strengths only, for floors and ceilings, which are compared with the strongest.
     *
     * @param strength a candidate's strength
     */
    AttackOptions onlyAt(String strength);
}
