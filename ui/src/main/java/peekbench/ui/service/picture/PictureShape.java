package peekbench.ui.service.picture;

import java.util.List;
import java.util.Optional;

/**
 * Size of a stored picture {@code [channels, height, width]}.
 *
 * @param channels three are red, green and blue, otherwise the first is grey
 */
public record PictureShape(int channels, int height, int width) {
    private static final int RANK = 3;

    /** That of the rows of an array; empty when these are no pictures. */
    static Optional<PictureShape> of(List<Long> row) {
        return row.size() == RANK && row.stream().allMatch(size -> size > 0)
                ? Optional.of(new PictureShape(
                        row.get(0).intValue(), row.get(1).intValue(), row.get(2).intValue()))
                : Optional.empty();
    }

    boolean coloured() {
        return channels == RANK;
    }

    /** Pixels of one channel. */
    public int plane() {
        return height * width;
    }
}
