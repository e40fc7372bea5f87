package peekbench.ui.view.look;

import java.util.Map;
import java.util.WeakHashMap;
import javafx.scene.image.Image;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import peekbench.ui.service.picture.PicturePage;

/** Pages as images that share the pages' memory. */
final class PageImages {
    private final Map<PicturePage, Image> images = new WeakHashMap<>();

    /** The image of a page. Its pixels are opaque, so that they need no multiplying. */
    Image of(PicturePage page) {
        return images.computeIfAbsent(
                page,
                one -> new WritableImage(new PixelBuffer<>(
                        one.width(), one.height(), one.pixels(), PixelFormat.getIntArgbPreInstance())));
    }
}
