package peekbench.threat;

/** A self-checking record of a defense's options; see the defense registry. */
public interface DefenseOptions {
    Defense create();

    /** A short name with the strength, for tables and legends: {@code NoPeek CE + 2·dCor}. */
    String label();
}
