package peekbench.data.picture;

import java.util.List;
import java.util.Optional;
import org.apiguardian.api.API;
import peekbench.problem.ConfigurationException;
import peekbench.problem.Problems;
import peekbench.registry.Default;
import peekbench.registry.Summary;

/**
 * How pictures of any size and kind become numbers of one shape: scaled, then cut, as torchvision's {@code Resize} and {@code
 * CenterCrop}. Colours become grey by luminance.
 *
 * @param resize nothing; the length of the shorter side, the other in proportion; or height and width
 * @param crop nothing, the side of the square, or height and width of what is cut out of the middle
 * @param channels 1 for grey, 3 for colours; if not given, 1 where all pictures are grey
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1.0")
public record PictureFit(
        @Default("[]") @Summary("scaled to: [length of the shorter side], or [height, width]")
        List<Integer> resize,

        @Default("[]") @Summary("cut out of the middle, after resize: [side of a square], or [height, width]")
        List<Integer> crop,

        @Summary("1 for grey, 3 for colours; if not given, 1 where all images are grey")
        Optional<Integer> channels) {
    /** Pictures stay as they are. */
    public static final PictureFit NONE = new PictureFit(List.of(), List.of(), Optional.empty());

    /** No network here takes images that are larger by far. */
    private static final int LONGEST_SIDE = 4096;

    public PictureFit {
        resize = List.copyOf(resize);
        crop = List.copyOf(crop);
        Problems problems = new Problems();
        check(problems, "resize", resize);
        check(problems, "crop", crop);
        if (channels.isPresent() && channels.get() != 1 && channels.get() != 3) {
            problems.add("channels", "is " + channels.get() + "; it must be 1 for grey or 3 for red, green and blue.");
        }
        problems.throwIfAny();
    }

    private static void check(Problems problems, String key, List<Integer> sides) {
        if (sides.size() > 2) {
            problems.add(
                    key,
                    "has " + sides.size()
                            + " numbers; give one side, as in [32], or height and width, as in [32, 48].");
        }
        sides.forEach(side -> problems.inRange(key, side, 1, LONGEST_SIDE));
    }

    /** Height and width of a picture. */
    record Size(int height, int width) {
        @Override
        public String toString() {
            return width + "x" + height;
        }
    }

    /**
     * The size that a picture comes to.
     *
     * @throws ConfigurationException when it is smaller than what is to be cut out of it, or larger than any network takes
     */
    Size sizeOf(PictureFile picture) {
        Size scaled = scaled(picture.height(), picture.width());
        Size cut = crop.isEmpty() ? scaled : new Size(crop.get(0), crop.get(crop.size() - 1));
        if (cut.height() > scaled.height() || cut.width() > scaled.width()) {
            throw new ConfigurationException(
                    "The image (" + picture.file() + ") is " + scaled + (resize.isEmpty() ? "" : " when resized")
                            + ", too small to cut " + cut + " out of it. Give a smaller crop, or resize first.");
        }
        if (cut.height() > LONGEST_SIDE || cut.width() > LONGEST_SIDE) {
            throw new ConfigurationException("The image (" + picture.file() + ") has " + cut
                    + " pixels; a side may have " + LONGEST_SIDE + ". Scale it, as with resize: [64].");
        }
        return cut;
    }

    private Size scaled(int height, int width) {
        if (resize.isEmpty()) {
            return new Size(height, width);
        }
        int first = resize.get(0);
        if (resize.size() == 2) {
            return new Size(first, resize.get(1));
        }
        return height <= width
                ? new Size(first, Math.toIntExact((long) first * width / height))
                : new Size(Math.toIntExact((long) first * height / width), first);
    }

    /** The picture, scaled, cut and in so many channels. */
    Picture of(Picture picture, int wantedChannels) {
        Size scaled = scaled(picture.height(), picture.width());
        Picture fitted = PictureScale.of(picture.inChannels(wantedChannels), scaled.height(), scaled.width());
        return crop.isEmpty() ? fitted : fitted.middle(crop.get(0), crop.get(crop.size() - 1));
    }
}
