package peekbench.cluster;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/**
 * How a program on a worker ended.
 *
 * @param code its exit code
 * @param lines all that it printed
 * @param log the end of its standard error
 * @param unfit why it was not let go on or could not begin; empty otherwise
 */
record ProcessEnd(int code, List<String> lines, String log, String unfit) implements Serializable {
    ProcessEnd {
        lines = new ArrayList<>(lines);
    }

    static ProcessEnd unfit(String reason) {
        return new ProcessEnd(1, List.of(), "", reason);
    }
}
