package peekbench.result;

import java.nio.file.Path;
import org.apiguardian.api.API;

/**
 * Something in a result folder that is not as it should be.
 *
 * @param kind of what sort
 * @param place the folder that it is about
 * @param text what is the matter
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1.0")
public record StoreProblem(Kind kind, Path place, String text) {
    /** What may be the matter. */
    public enum Kind {
        /** A trial is not as it was written; a repair moves it aside. */
        DAMAGED("damaged"),
        /** A run that died left it; a repair clears it away, or puts back what it had moved. */
        LEFTOVER("leftover"),
        /** The folder does not say what it is; a repair writes that. */
        UNMARKED("unmarked"),
        /** A trial is as it was written, and somebody put files beside its own. Left alone. */
        ADDED("added"),
        /** Nothing can be said: no hashes were stored, or it is another program's or a newer Peekbench's. Left alone. */
        UNCHECKED("cannot be checked");

        private final String label;

        Kind(String label) {
            this.label = label;
        }

        /** The name for a person. */
        public String label() {
            return label;
        }

        /** Whether a repair sets it right. */
        public boolean repairable() {
            return this != UNCHECKED && this != ADDED;
        }
    }
}
