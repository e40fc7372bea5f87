package peekbench.ui.model.workspace;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntConsumer;
import javafx.collections.ObservableListBase;

/**
 * A long list of which the pages that somebody looks at are fetched. A row that is not there yet is empty.
 *
 * @param <T> a row
 */
public final class PagedRows<T> extends ObservableListBase<Optional<T>> {
    /** Rows that are fetched at once. */
    public static final int PAGE = 200;

    private final Map<Integer, List<T>> pages = new HashMap<>();
    private final Set<Integer> askedFor = new HashSet<>();
    private final IntConsumer fetch;
    private int size;

    /** @param fetch is told the number of a page, and answers some time with {@link #put} */
    PagedRows(IntConsumer fetch) {
        this.fetch = fetch;
    }

    @Override
    public Optional<T> get(int index) {
        List<T> page = pages.get(index / PAGE);
        if (page == null && askedFor.add(index / PAGE)) {
            fetch.accept(index / PAGE);
            page = pages.get(index / PAGE);
        }
        return page == null || index % PAGE >= page.size() ? Optional.empty() : Optional.of(page.get(index % PAGE));
    }

    @Override
    public int size() {
        return size;
    }

    /** The row if it is there; nothing is fetched. */
    public Optional<T> peek(int index) {
        List<T> page = pages.get(index / PAGE);
        return page == null || index % PAGE >= page.size() ? Optional.empty() : Optional.of(page.get(index % PAGE));
    }

    /** All rows that are there, in their order. */
    public List<T> present() {
        List<T> all = new ArrayList<>();
        pages.keySet().stream().sorted().forEach(page -> all.addAll(pages.getOrDefault(page, List.of())));
        return all;
    }

    /** Puts another list in the place of this one. */
    void reset(int newSize, List<T> firstPage) {
        List<Optional<T>> before = new ArrayList<>();
        pages.clear();
        askedFor.clear();
        int oldSize = size;
        for (int i = 0; i < oldSize; i++) {
            before.add(Optional.empty());
        }
        beginChange();
        size = newSize;
        pages.put(0, firstPage);
        askedFor.add(0);
        nextReplace(0, newSize, before);
        endChange();
    }

    /** A page that was asked for. */
    void put(int page, List<T> rows) {
        pages.put(page, rows);
        int from = page * PAGE;
        int to = Math.min(size, from + PAGE);
        if (from < to) {
            beginChange();
            for (int i = from; i < to; i++) {
                nextUpdate(i);
            }
            endChange();
        }
    }
}
