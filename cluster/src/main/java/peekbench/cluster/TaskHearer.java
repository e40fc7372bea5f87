package peekbench.cluster;

import java.util.List;

/** Hears of the task of one trial. Spark may attempt a task several times; the attempts' numbers grow. */
interface TaskHearer {
    /** What an attempt printed from its beginning on. */
    void heard(long task, List<String> lines);

    /** No attempt runs any more, and none will. */
    void over();
}
