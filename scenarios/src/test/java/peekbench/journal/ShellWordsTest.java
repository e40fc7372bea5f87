package peekbench.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ShellWordsTest {
    @Test
    void whatWasJoinedIsTakenApartAgain() {
        List<String> words = List.of("./peekbench", "run", "my scenarios/it's.yaml", "--set", "seeds=[1, 2]", "");

        String line = ShellWords.join(words);

        assertThat(line).isEqualTo("./peekbench run 'my scenarios/it'\\''s.yaml' --set 'seeds=[1, 2]' ''");
        assertThat(ShellWords.split(line)).isEqualTo(words);
    }

    @Test
    void blanksBetweenWordsDoNotCount() {
        assertThat(ShellWords.split("  run   a\\ b ")).containsExactly("run", "a b");
        assertThat(ShellWords.split("")).isEmpty();
    }
}
