package peekbench.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every package says what one finds there and what must not be there, and means no nulls where it does not say so. */
class PackageInfoTest {
    private static final Path PROJECT = Path.of("").toAbsolutePath().getParent();
    private static final Pattern COMMENT = Pattern.compile("/\\*\\*(.*?)\\*/", Pattern.DOTALL);
    private static final Pattern TWO_SENTENCES = Pattern.compile("\\p{Lu}.*?[^.]\\. Nothing here .*\\.");

    @ParameterizedTest
    @MethodSource("packages")
    void saysWhatIsThereAndWhatMustNotBe(Path folder) throws IOException {
        Path info = folder.resolve("package-info.java");
        assertThat(info).as("what is in this package, and what is not?").isRegularFile();
        Matcher comment = COMMENT.matcher(Files.readString(info));
        assertThat(comment.find()).as("%s has a Javadoc comment", info).isTrue();
        assertThat(comment.group(1).replaceAll("\\s*\\n \\*", "").strip())
                .as("first sentence: what one finds there; second sentence, \"Nothing here …\": what must not be there")
                .matches(TWO_SENTENCES);
    }

    @ParameterizedTest
    @MethodSource("packages")
    void isCheckedForNulls(Path folder) throws IOException {
        assertThat(folder.resolve("package-info.java")).content().contains("\n@NullMarked\npackage ");
    }

    /** The folders with main code, also of modules that the tests of this one do not see. */
    static List<Path> packages() throws IOException {
        TreeSet<Path> packages = new TreeSet<>();
        try (Stream<Path> folders = Files.list(PROJECT)) {
            for (Path module : folders.filter(PackageInfoTest::isOurs).toList()) {
                for (String main : new String[] {"main/java", "src/main/java"}) {
                    Path sources = module.resolve(main);
                    if (Files.isDirectory(sources)) {
                        packages.addAll(foldersWithCode(sources));
                    }
                }
            }
        }
        assertThat(packages).hasSizeGreaterThan(50);
        return List.copyOf(packages);
    }

    /** Of the house, not of {@code examples/}, which is written as a user's own project would be. */
    private static boolean isOurs(Path module) {
        return Files.isDirectory(module) && !module.endsWith("examples");
    }

    private static List<Path> foldersWithCode(Path sources) throws IOException {
        try (Stream<Path> files = Files.walk(sources)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .map(Path::getParent)
                    .distinct()
                    .toList();
        }
    }
}
