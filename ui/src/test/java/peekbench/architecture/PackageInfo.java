package peekbench.architecture;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a package says of itself.
 *
 * @param summary the first sentence: what one finds there
 * @param limit the rest: what must not be there
 */
record PackageInfo(String summary, String limit) {
    private static final Pattern COMMENT = Pattern.compile("/\\*\\*(.*?)\\*/", Pattern.DOTALL);
    private static final Pattern INLINE_TAG = Pattern.compile("\\{@(?:code|link|linkplain|literal)\\s+([^}]*)}");
    private static final Pattern FIRST_SENTENCE = Pattern.compile("(.*?\\.) (\\p{Lu}.*)");

    /** Both are empty where there is no such file yet. */
    static PackageInfo read(Path file) {
        if (!Files.isRegularFile(file)) {
            return new PackageInfo("", "");
        }
        Matcher comment = COMMENT.matcher(Project.read(file));
        if (!comment.find()) {
            return new PackageInfo("", "");
        }
        String text = INLINE_TAG
                .matcher(comment.group(1).replaceAll("\\n\\s*\\*", "\n"))
                .replaceAll("$1")
                .replaceAll("<[^>]*>", " ")
                .replaceAll("\\s+", " ")
                .strip();
        Matcher first = FIRST_SENTENCE.matcher(text);
        return first.matches() ? new PackageInfo(first.group(1), first.group(2)) : new PackageInfo(text, "");
    }
}
