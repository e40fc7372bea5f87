package peekbench.journal;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Command lines as the journal and stored trials hold them: words for a POSIX shell, those with special characters in single quotes. */
public final class ShellWords {
    private static final String ESCAPED_QUOTE = "'\\''";

    private ShellWords() {}

    /** The words as one line, which {@link #split} takes apart again. */
    public static String join(List<String> words) {
        return words.stream().map(ShellWords::quoted).collect(Collectors.joining(" "));
    }

    private static String quoted(String word) {
        return word.matches("[A-Za-z0-9_./=:+-]+") ? word : "'" + word.replace("'", ESCAPED_QUOTE) + "'";
    }

    /** The words of a line; of what a shell knows besides, only a backslash before one character is obeyed. */
    public static List<String> split(String line) {
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        boolean begun = false;
        boolean quoted = false;
        for (int i = 0; i < line.length(); i++) {
            char at = line.charAt(i);
            if (at == '\'') {
                quoted = !quoted;
                begun = true;
            } else if (at == '\\' && !quoted && i + 1 < line.length()) {
                i++;
                word.append(line.charAt(i));
                begun = true;
            } else if (at == ' ' && !quoted) {
                if (begun) {
                    words.add(word.toString());
                    word.setLength(0);
                }
                begun = false;
            } else {
                word.append(at);
                begun = true;
            }
        }
        if (begun) {
            words.add(word.toString());
        }
        return words;
    }
}
