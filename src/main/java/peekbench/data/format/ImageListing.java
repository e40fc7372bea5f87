package peekbench.data.format;

import java.util.List;

/**
 * The images that a folder or its index names, by part and in order.
 *
 * @param images all of them
 * @param remarks what was skipped, a sentence each
 */
record ImageListing(List<LabelledImage> images, List<String> remarks) {
    ImageListing {
        images = List.copyOf(images);
        remarks = List.copyOf(remarks);
    }
}
