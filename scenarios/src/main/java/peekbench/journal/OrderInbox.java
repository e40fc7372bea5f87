package peekbench.journal;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The orders that reach a run. For one thread. */
public final class OrderInbox {
    private static final Logger LOG = LoggerFactory.getLogger(OrderInbox.class);

    private final LineTail lines;

    /** @param files of the run */
    public OrderInbox(RunFiles files) {
        this.lines = new LineTail(files.control());
    }

    /** Those that came since the last call. */
    public List<Order> more() {
        try {
            return lines.more().stream()
                    .map(OrderInbox::order)
                    .flatMap(Optional::stream)
                    .toList();
        } catch (IOException e) {
            LOG.warn("orders to this run cannot be read: {}", e.getMessage());
            return List.of();
        }
    }

    private static Optional<Order> order(String line) {
        Optional<Order> order = Order.of(line.strip());
        if (order.isEmpty()) {
            LOG.warn("({}) is no order to a run; there are pause, resume, stop and stop trial ID", line);
        }
        return order;
    }
}
