package peekbench.protocol.engine;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Supplier;
import peekbench.channel.ModelState;
import peekbench.nn.Optimizer;
import peekbench.nn.Segment;

/**
 * Segments that parties of the same layers train with by turns, so that memory grows with the parties at work at once and
 * not with all of them.
 */
public final class SegmentPool {
    private final Supplier<Segment> segments;
    private final Optimizer optimizer;
    private final Deque<PooledSegment> idle = new ArrayDeque<>();
    private final ModelState initial;

    /**
     * @param segments makes segments with the initial weights
     */
    public SegmentPool(Supplier<Segment> segments, Optimizer optimizer) {
        this.segments = segments;
        this.optimizer = optimizer;
        PooledSegment first = make();
        this.initial = first.state();
        idle.add(first);
    }

    private PooledSegment make() {
        Segment segment = segments.get();
        return new PooledSegment(segment, optimizer.start(segment));
    }

    /** The state before the first step. */
    public ModelState initial() {
        return initial;
    }

    PooledSegment take() {
        return idle.isEmpty() ? make() : idle.pop();
    }

    void give(PooledSegment pooled) {
        idle.push(pooled);
    }

    /** A copy of the layers with these weights, for those who only look. */
    Segment segment(ModelState state) {
        PooledSegment pooled = take();
        pooled.adopt(state);
        Segment copy = pooled.segment().copy();
        give(pooled);
        return copy;
    }
}
