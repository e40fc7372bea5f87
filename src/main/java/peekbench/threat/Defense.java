package peekbench.threat;

/** A defense before it is given to a party. */
@FunctionalInterface
public interface Defense {
    /** The hooks of one party, with state of their own. */
    DefenseHooks attach(DefenseContext context);
}
