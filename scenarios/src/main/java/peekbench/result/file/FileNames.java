package peekbench.result.file;

import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import peekbench.metric.Metric;

/**
 * The names of the files of one attack: {@code decoder.npy}, {@code decoder-ssim.npy}, {@code decoder@3-read.npy}. Two
 * different attacks never get the name of one file, nor does an attack get that of another's scores.
 *
 * <p>Letters, digits and {@code . _ @ -} stand as they are, all else as {@code ~} and two hexadecimal digits a byte of
 * UTF-8; so does a hyphen that would make a name look like that of scores, and the first character of the two names that
 * are the originals'.
 */
public final class FileNames {
    /** What stands behind a metric's name when it has no short one. */
    private static final String BY = "-by-";

    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9._@-]");
    private static final Pattern LIKE_SCORES = Pattern.compile("-(?=(?:ssim|error|psnr|read)$|by(?:-|$))");
    private static final Pattern RESERVED_START = Pattern.compile("^(?=originals$|\\.)(.)");

    private FileNames() {}

    /** The name without its ending. */
    public static String of(String attack) {
        Set<Integer> places = Stream.of(RESERVED_START, LIKE_SCORES)
                .flatMap(reserved -> reserved.matcher(attack).results())
                .map(MatchResult::start)
                .collect(Collectors.toSet());
        StringBuilder name = new StringBuilder();
        for (int at = 0; at < attack.length(); at = attack.offsetByCodePoints(at, 1)) {
            String character = Character.toString(attack.codePointAt(at));
            boolean plain = !places.contains(at) && PLAIN.matcher(character).matches();
            name.append(plain ? character : escaped(character));
        }
        return name.toString();
    }

    /** What follows it for the scores by a metric. */
    public static String ending(Metric metric) {
        if (metric.equals(Metric.MSE)) {
            return "-error";
        }
        if (metric.equals(Metric.SSIM) || metric.equals(Metric.PSNR)) {
            return "-" + metric.label();
        }
        return BY + of(metric.label());
    }

    private static String escaped(String text) {
        StringBuilder bytes = new StringBuilder();
        for (byte one : text.getBytes(StandardCharsets.UTF_8)) {
            bytes.append(String.format("~%02X", one));
        }
        return bytes.toString();
    }
}
