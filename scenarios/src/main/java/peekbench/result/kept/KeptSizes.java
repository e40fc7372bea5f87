package peekbench.result.kept;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apiguardian.api.API;

/**
 * How much of trials is kept beside figures and pictures, or will be.
 *
 * @param victims trained networks; trials that differ in attacks only have one
 * @param victimBytes of them
 * @param attackers networks that attacks trained
 * @param attackerBytes of them
 * @param smashedData trials that keep what left the client
 * @param smashedBytes of that
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1.0")
public record KeptSizes(
        int victims, long victimBytes, int attackers, long attackerBytes, int smashedData, long smashedBytes) {
    /** Nothing. */
    public static final KeptSizes NOTHING = new KeptSizes(0, 0, 0, 0, 0, 0);

    private static final double KILOBYTE = 1e3;
    private static final double MEGABYTE = 1e6;

    /** Both together. */
    public KeptSizes plus(KeptSizes other) {
        return new KeptSizes(
                victims + other.victims,
                victimBytes + other.victimBytes,
                attackers + other.attackers,
                attackerBytes + other.attackerBytes,
                smashedData + other.smashedData,
                smashedBytes + other.smashedBytes);
    }

    /** The same without victims. */
    public KeptSizes withoutVictims() {
        return new KeptSizes(0, 0, attackers, attackerBytes, smashedData, smashedBytes);
    }

    /** All of it. */
    public long bytes() {
        return victimBytes + attackerBytes + smashedBytes;
    }

    /** For a person: {@code 3 victims (1.2 MB), 3 attackers (400 kB)}. */
    public String text() {
        List<String> parts = new ArrayList<>();
        add(parts, victims, "victim", victimBytes);
        add(parts, attackers, "attacker", attackerBytes);
        add(parts, smashedData, "file of smashed data", smashedBytes);
        return parts.isEmpty() ? "nothing" : String.join(", ", parts);
    }

    private static void add(List<String> parts, int count, String what, long bytes) {
        if (count > 0) {
            String plural = what.startsWith("file") ? what.replace("file", "files") : what + "s";
            parts.add(count + " " + (count == 1 ? what : plural) + " (" + size(bytes) + ")");
        }
    }

    private static String size(long bytes) {
        return bytes < MEGABYTE
                ? String.format(Locale.ROOT, "%.0f kB", bytes / KILOBYTE)
                : String.format(Locale.ROOT, "%.1f MB", bytes / MEGABYTE);
    }
}
