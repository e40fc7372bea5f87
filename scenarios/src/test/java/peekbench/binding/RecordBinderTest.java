package peekbench.binding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import peekbench.problem.ConfigurationException;
import peekbench.problem.Problem;
import peekbench.problem.Problems;

class RecordBinderTest {
    private static final String KEYS = "title, courses, seed, open, serving-size, heat, plate, tables, note, prices";

    private static Menu bind(YamlDocument document) {
        PartialCheck noBlankTitle = (parts, problems) -> parts.get("title", String.class)
                .filter(String::isBlank)
                .ifPresent(title -> problems.add("title", "is blank."));
        return new RecordBinder(Menu.TYPES).bind(document, Menu.class, noBlankTitle);
    }

    private static Menu bind(String yaml) {
        return bind(YamlDocument.parse("menu.yaml", yaml));
    }

    private static List<String> problems(ThrowingCallable call) {
        return catchThrowableOfType(ConfigurationException.class, call).problems().stream()
                .map(Problem::toString)
                .toList();
    }

    private static List<String> mistakes(String yaml) {
        return problems(() -> bind(yaml));
    }

    /** The mistakes of a document that is right but for this line, which comes first. */
    private static List<String> mistakesWith(String key, String line) {
        String others = Menu.YAML
                .lines()
                .filter(other -> !other.startsWith(key + ":"))
                .filter(other -> !key.equals("tables") || !other.startsWith(" "))
                .collect(Collectors.joining("\n"));
        return mistakes(line + "\n" + others);
    }

    @Test
    void bindsEveryKindOfValueAndFillsInDefaults() {
        assertThat(bind(Menu.YAML))
                .isEqualTo(new Menu(
                        "lunch",
                        3,
                        Long.MAX_VALUE,
                        true,
                        1.5,
                        Menu.Heat.VERY_HOT,
                        new Menu.Round(2),
                        List.of(List.of(), List.of(new Menu.Soup(.5, 1), new Menu.Bread())),
                        Optional.empty(),
                        List.of()));
    }

    @Test
    void writesWhatItReads() {
        RecordWriter writer = new RecordWriter();
        Menu menu = bind(Menu.YAML + "note: 'yes: no'\nprices: [1e-9, 0.1, -3]\nplate: deep-square\n");

        assertThat(bind(writer.yaml(menu))).isEqualTo(menu);
        assertThat(bind(writer.tree(menu).toString())).isEqualTo(menu);
    }

    @Test
    void aConstructorThatBreaksHidesNoMistake() {
        YamlDocument document = YamlDocument.parse("fondue.yaml", "eaters: 0\npots: none\n");

        assertThat(problems(() -> new RecordBinder(new TypeModel(List.of(), List.of()))
                        .bind(document, Fondue.class, (parts, problems) -> {})))
                .containsExactly(
                        "fondue.yaml:1: forks: is missing; it must be a whole number.",
                        "fondue.yaml:2: pots: is none; it must be a whole number.");
    }

    /** Divides before it checks, as a plug-in's options may. */
    record Fondue(int eaters, int forks, int pots) {
        Fondue {
            Problems problems = new Problems();
            problems.atLeast("forks", forks / eaters, 1);
            problems.throwIfAny();
        }
    }

    @Test
    void reportsEveryMistakeOfADocumentAtOnceInTheOrderOfLines() {
        List<String> mistakes = mistakes("""
                title: " "
                courses: many
                sed: 7
                open: yes
                serving-size: -1
                heat: veryhot
                plate: {name: round, radius: 0}
                tables:
                  - [{name: soop, litres: 1}]
                  - [{name: soup, litres: -2, bowls: 0}, {name: pie, fillings: [apple, chery]}]
                prices: [1, .nan]
                """);

        assertThat(mistakes)
                .containsExactly(
                        "menu.yaml:1: seed: is missing; it must be a whole number.",
                        "menu.yaml:1: title: is blank.",
                        "menu.yaml:2: courses: is many; it must be a whole number.",
                        "menu.yaml:3: sed: is not a key here; the keys are " + KEYS + ". Maybe you meant seed.",
                        "menu.yaml:4: open: is yes; it must be true or false.",
                        "menu.yaml:5: serving-size: is -1.0; it must be a finite number greater than 0.",
                        "menu.yaml:6: heat: is veryhot; it must be one of cold, very-hot. Maybe you meant very-hot.",
                        "menu.yaml:7: plate.radius: is 0.0; it must be a finite number greater than 0.",
                        "menu.yaml:9: tables[0][0].name: There is no dish (soop); there are bread, pie, soup."
                                + " Maybe you meant soup.",
                        "menu.yaml:10: tables[1][0].litres: is -2.0; it must be a finite number greater than 0.",
                        "menu.yaml:10: tables[1][0].bowls: is 0; it must be at least 1.",
                        "menu.yaml:10: tables[1][1].fillings[1]: is chery; it must be one of apple, cherry."
                                + " Maybe you meant cherry.",
                        "menu.yaml:11: prices[1]: is .nan; it must be a finite number.");
    }

    @Test
    void reportsWhatAConstructorMindsEvenWhenAnotherComponentIsUnreadable() {
        assertThat(mistakesWith("tables", "tables: [[{name: soup, litres: much, bowls: 0}]]"))
                .containsExactly(
                        "menu.yaml:1: tables[0][0].litres: is much; it must be a finite number.",
                        "menu.yaml:1: tables[0][0].bowls: is 0; it must be at least 1.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "2.5         | is 2.5; it must be a whole number, without a fraction.",
                "3000000000  | is 3000000000; it must be a whole number from -2147483648 to 2147483647.",
                "1e999999999 | is 1e999999999; it must be a whole number from -2147483648 to 2147483647.",
                "60_000      | is 60_000; it must be a whole number. Maybe you meant 60000.",
                "'3'         | is text in quotes (3); it must be a whole number, without quotes.",
                ".inf        | is .inf; it must be a whole number.",
                "[1]         | is a list; it must be a whole number.",
                "{a: 1}      | is a mapping; it must be a whole number.",
                "null        | has no value; it must be a whole number.",
                "0           | is 0; it must be at least 1.",
            })
    void refusesWholeNumbers(String text, String message) {
        assertThat(mistakesWith("courses", "courses: " + text)).containsExactly("menu.yaml:1: courses: " + message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                ".nan  | is .nan; it must be a finite number.",
                "NaN   | is NaN; it must be a finite number.",
                "-.Inf | is -.Inf; it must be a finite number.",
                "0,5   | is 0,5; it must be a finite number. Maybe you meant 0.5.",
                "1e999 | is 1e999, which is too large; it must be a finite number of at most 1.7976931348623157E308"
                        + " in size.",
                "-2    | is -2.0; it must be a finite number greater than 0.",
            })
    void refusesDecimals(String text, String message) {
        assertThat(mistakesWith("serving-size", "serving-size: " + text))
                .containsExactly("menu.yaml:1: serving-size: " + message);
    }

    @ParameterizedTest
    @ValueSource(strings = {"3", "+3", "3.0", "3e0", "0.3e1"})
    void takesAWholeNumberHoweverItIsWritten(String text) {
        assertThat(bind(Menu.YAML.replace("courses: 3", "courses: " + text)).courses())
                .isEqualTo(3);
    }

    @Test
    void refusesKeysGivenTwice() {
        assertThat(mistakes(Menu.YAML + "courses: 4\n"))
                .containsExactly("menu.yaml:9: courses: is given twice; remove one of the two.");
    }

    @Test
    void asksForTheNameOfAChoice() {
        assertThat(mistakesWith("plate", "plate: {radius: 3}"))
                .containsExactly(
                        "menu.yaml:1: plate.name: is missing; it chooses the plate, one of round, deep-square.");
        assertThat(mistakesWith("plate", "plate: dip"))
                .containsExactly("menu.yaml:1: plate: There is no plate (dip); there are round, deep-square.");
        assertThat(mistakesWith("plate", "plate: round"))
                .containsExactly("menu.yaml:1: plate.radius: is missing; it must be a finite number.");
        assertThat(mistakesWith("plate", "plate: [round]"))
                .containsExactly("menu.yaml:1: plate: is a list; it must choose the plate, as in {name: round}.");
    }

    @Test
    void asksForLists() {
        assertThat(mistakesWith("prices", "prices: 3"))
                .containsExactly("menu.yaml:1: prices: is 3; it must be a list, as in [3].");
        assertThat(mistakes("- a"))
                .containsExactly("menu.yaml:1: is a list; it must be a mapping with the keys " + KEYS + ".");
    }

    @Test
    void saysWhereTextIsNoYaml() {
        assertThat(mistakes("title: lunch\ncourses: [1, 2\nopen: true\n"))
                .singleElement()
                .asString()
                .startsWith("menu.yaml:3: This is not YAML: ")
                .contains("expected ',' or ']'");
        assertThat(mistakes("")).containsExactly("menu.yaml is empty; write a mapping from keys to values.");
    }

    @Test
    void setsValuesBeforeBinding() {
        YamlDocument document = YamlDocument.parse("menu.yaml", Menu.YAML)
                .setAll(List.of("courses=5", "tables[1][0].litres=0.75", "plate.name=deep-square", "prices=[1, 2]"));

        Menu menu = bind(document);
        assertThat(menu.courses()).isEqualTo(5);
        assertThat(menu.tables().get(1).get(0)).isEqualTo(new Menu.Soup(.75, 1));
        assertThat(menu.plate()).isEqualTo(new Menu.DeepSquare());
        assertThat(menu.prices()).containsExactly(1., 2.);
        assertThat(bind(document.setOnly("--price", "prices", 4)).prices()).containsExactly(4.);
        assertThat(problems(() -> bind(document.setOnly("--seed", "seed", 4))))
                .containsExactly("--seed: seed: is a list; it must be a whole number.");
    }

    @Test
    void checksSetValuesLikeWrittenOnes() {
        YamlDocument document = YamlDocument.parse("menu.yaml", Menu.YAML)
                .setAll(List.of("courses=none", "tables[1][0].bowls=0", "hat=1"));

        assertThat(problems(() -> bind(document)))
                .containsExactlyInAnyOrder(
                        "--set: courses: is none; it must be a whole number.",
                        "--set: tables[1][0].bowls: is 0; it must be at least 1.",
                        "--set: hat: is not a key here; the keys are " + KEYS + ". Maybe you meant heat.");
    }

    @Test
    void refusesToSetWhatIsNotThere() {
        YamlDocument document = YamlDocument.parse("menu.yaml", Menu.YAML);

        assertThat(problems(() -> document.setAll(List.of("courses", "title.a=1", "tables[5]=[]", "open[0]=1"))))
                .containsExactly(
                        "--set (courses) must be KEY=VALUE; the key is a path as in training.epochs=5 or"
                                + " defenses[1][0].weight=2.",
                        "--set: title: is no mapping, so it has no key (a). Set a path that the file has.",
                        "--set: tables: has 2 entries, so [5] is beyond its end; [2] appends. Set a path that the file"
                                + " has.",
                        "--set: open: is no list, so it has no place [0]. Set a path that the file has.");
    }

    @Test
    void anAliasIsSetInOnePlaceOnly() {
        String shared =
                Menu.YAML.replace("[]", "[&first {name: soup, litres: 1}]").replace("bread]", "*first]");

        assertThat(bind(YamlDocument.parse("menu.yaml", shared).set("tables[0][0].litres=2"))
                        .tables())
                .containsExactly(List.of(new Menu.Soup(2, 1)), List.of(new Menu.Soup(.5, 1), new Menu.Soup(1, 1)));
    }
}
