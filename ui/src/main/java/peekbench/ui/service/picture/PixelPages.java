package peekbench.ui.service.picture;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Decoded pages of pictures. Pages are read away from the window's thread when they are first asked for; those that were not
 * looked at longest go when there are too many bytes. All methods are called on the window's thread.
 */
public final class PixelPages {
    /** What pages may take. */
    public static final long USUAL_BYTES = 96L << 20;

    private static final Logger LOGGER = LoggerFactory.getLogger(PixelPages.class);

    private final Executor reader;
    private final Executor window;
    private final long mostBytes;
    private final Map<PageKey, PicturePage> pages = new LinkedHashMap<>(16, .75f, true);
    private final Map<PageKey, String> problems = new HashMap<>();
    private final Set<PageKey> underWay = new HashSet<>();
    private Runnable whenRead = () -> {};
    private long bytes;
    private long generation;
    private int reads;

    /**
     * @param reader reads files
     * @param window runs what touches the window
     * @param mostBytes what pages may take
     */
    public PixelPages(Executor reader, Executor window, long mostBytes) {
        this.reader = reader;
        this.window = window;
        this.mostBytes = mostBytes;
    }

    /** Called whenever a page came that was asked for. */
    public void onRead(Runnable listener) {
        whenRead = listener;
    }

    /** The page with a picture; empty while it is being read, or when it cannot be. */
    public Optional<PicturePage> page(PictureArrays arrays, Layer layer, int place) {
        PageKey key = PageKey.of(arrays, layer, place);
        Optional<PicturePage> page = Optional.ofNullable(pages.get(key));
        if (page.isEmpty() && !problems.containsKey(key) && underWay.add(key)) {
            read(key);
            page = Optional.ofNullable(pages.get(key));
        }
        return page.filter(one -> one.holds(place));
    }

    /** Why a picture cannot be shown. */
    public Optional<String> problem(PictureArrays arrays, Layer layer, int place) {
        return Optional.ofNullable(problems.get(PageKey.of(arrays, layer, place)));
    }

    /** Forgets everything: files have changed. */
    public void clear() {
        generation++;
        pages.clear();
        problems.clear();
        underWay.clear();
        bytes = 0;
    }

    /** Whether a page that was asked for has not come yet. */
    public boolean reading() {
        return !underWay.isEmpty();
    }

    /** How many pages were read so far. */
    public int reads() {
        return reads;
    }

    private void read(PageKey key) {
        long mine = generation;
        reads++;
        reader.execute(() -> {
            Runnable outcome;
            try {
                PicturePage page = PictureDecoder.decode(key);
                outcome = () -> keep(key, page);
            } catch (RuntimeException failure) {
                LOGGER.warn("Could not read pictures", failure);
                String message = Optional.ofNullable(failure.getMessage()).orElseGet(failure::toString);
                outcome = () -> problems.put(key, message);
            }
            Runnable last = outcome;
            window.execute(() -> {
                if (mine == generation) {
                    underWay.remove(key);
                    last.run();
                    whenRead.run();
                }
            });
        });
    }

    private void keep(PageKey key, PicturePage page) {
        pages.put(key, page);
        bytes += page.bytes();
        Iterator<PicturePage> oldest = pages.values().iterator();
        while (bytes > mostBytes && pages.size() > 1) {
            bytes -= oldest.next().bytes();
            oldest.remove();
        }
    }
}
