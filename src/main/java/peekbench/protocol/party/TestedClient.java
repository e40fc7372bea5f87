package peekbench.protocol.party;

import java.util.Locale;

/** Whose layers in front of the cut are tested after an epoch, where clients' layers differ. */
public enum TestedClient {
    /** Those of the client that trained last (Ioannidou and Straathof 2020, section 3.3). */
    LAST,
    /** Those of each client; reported is the mean over clients. */
    EACH,
    /**
     * Those of each client, on the test records weighted so that their classes are as frequent as among the client's own;
     * reported is the mean over clients. Classes that no test record has are left out. Numbers to predict have no classes and
     * are tested as by {@link #EACH}.
     */
    EACH_ON_OWN_CLASSES,
    /** The mean of all clients' layers. */
    AVERAGE;

    /** As scenarios write it: {@code each-on-own-classes}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whether every client is tested, so that there is no one network to deploy. */
    public boolean isEveryone() {
        return this == EACH || this == EACH_ON_OWN_CLASSES;
    }
}
