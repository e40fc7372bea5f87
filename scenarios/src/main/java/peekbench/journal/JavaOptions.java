package peekbench.journal;

import java.util.List;
import java.util.regex.Pattern;

/** Options of a Java machine, for another that it starts. */
public final class JavaOptions {
    /** Agents and archives are of one process: their ports and files are taken. */
    private static final Pattern OF_ONE_PROCESS = Pattern.compile(
            "-(agentlib|agentpath|javaagent|Xrun|Xdebug|XX:ArchiveClassesAtExit|XX:SharedArchiveFile|XX:\\+?FlightRecorder|XX:StartFlight).*");

    private JavaOptions() {}

    /** Those that another machine may have too. */
    public static List<String> inherited(List<String> own) {
        return own.stream()
                .filter(option -> !OF_ONE_PROCESS.matcher(option).matches())
                .toList();
    }
}
