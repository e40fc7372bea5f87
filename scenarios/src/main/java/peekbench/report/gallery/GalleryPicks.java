package peekbench.report.gallery;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Which images a gallery shows: places in the reference arm's list, by how well they were reconstructed. */
public record GalleryPicks(List<Column> groups) {

    /**
     * A group of columns.
     *
     * @param title what these images have in common
     * @param images their places, best reconstructed first
     */
    public record Column(String title, List<Integer> images) {}

    /**
     * The best, median and worst of all images by SSIM, never one twice.
     *
     * @param ssim similarity of each image
     * @param each images in a group, fewer when there are too few
     */
    public static GalleryPicks of(double[] ssim, int each) {
        List<Integer> best = IntStream.range(0, ssim.length)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer i) -> -ssim[i]).thenComparing(i -> i))
                .toList();
        if (ssim.length < 3 * each) {
            return new GalleryPicks(List.of(new Column("all, best first", best)));
        }
        int middle = (ssim.length - each) / 2;
        List<Column> groups = new ArrayList<>();
        groups.add(new Column("best", best.subList(0, each)));
        groups.add(new Column("median", best.subList(middle, middle + each)));
        groups.add(new Column("worst", best.subList(ssim.length - each, ssim.length)));
        return new GalleryPicks(List.copyOf(groups));
    }
}
