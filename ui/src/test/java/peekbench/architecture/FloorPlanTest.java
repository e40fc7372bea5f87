package peekbench.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * The drawings and tables of docs/architecture.md are made here from the code, so they cannot say what is not so. With
 * {@code -Dpeekbench.write=docs} they are written; otherwise they are compared with what is there.
 */
class FloorPlanTest {
    private static final Path DOCUMENT = Project.ROOT.resolve("docs/architecture.md");
    private static final Path IMAGES = Project.ROOT.resolve("docs/images");
    private static final boolean WRITE = "docs".equals(System.getProperty("peekbench.write"));
    private static final String HOW =
            "%s shows another plan than the code has; to write it anew: mvn -q -pl ui -am test"
                    + " -Dtest=FloorPlanTest -Dsurefire.failIfNoSpecifiedTests=false -Dpeekbench.write=docs";
    private static final List<String> LABELS =
            List.of("ui · the window", "scenarios", "attacks", "defenses", "deeplearning4j", "src · the core");

    private final FloorPlan packages = FloorPlan.ofPackages();

    @Test
    void theHousesAreDrawnAsTheyAre() {
        check(IMAGES.resolve("floor-plan.svg"), PlanPicture.of(FloorPlan.ofTopPackages(), Project.HOUSES, LABELS));
    }

    @Test
    void theRoomsAreDrawnAsTheyAre() {
        for (String name : subdivided()) {
            check(picture(name), PlanPicture.of(packages.inside(List.of(name)), List.of(name), List.of(name)));
        }
    }

    @Test
    void theTablesSayWhatThePackagesSay() {
        StringBuilder text = new StringBuilder();
        for (String name : subdivided()) {
            text.append("![The packages of ").append(name).append(" and what they directly use inside it](images/");
            text.append(picture(name).getFileName()).append(")\n");
        }
        text.append('\n');
        for (String house : Project.HOUSES) {
            text.append("### ")
                    .append(LABELS.get(Project.HOUSES.indexOf(house)))
                    .append("\n\n");
            text.append("| package | files | what one finds there | what must not be there |\n|---|---:|---|---|\n");
            for (Room room : packages.of(house)) {
                text.append("| `").append(room.name()).append("` | ").append(room.files());
                text.append(" | ")
                        .append(room.summary())
                        .append(" | ")
                        .append(room.limit())
                        .append(" |\n");
            }
            text.append('\n');
        }
        String begin = "<!-- plan:begin -->\n";
        String end = "<!-- plan:end -->";
        String document = Project.read(DOCUMENT);
        assertThat(document).contains(begin, end);
        check(
                DOCUMENT,
                document.substring(0, document.indexOf(begin) + begin.length())
                        + text
                        + document.substring(document.indexOf(end)));
    }

    @Test
    void anArrowIsADependencyAndEveryDependencyIsReachedByArrows() {
        FloorPlan houses = FloorPlan.ofTopPackages();
        assertThat(houses.directly(houses.rooms().get("protocol")))
                .contains("training")
                .doesNotContain("seed");
        assertThat(houses.rooms().get("protocol").uses()).contains("training", "seed");
        for (Room room : houses.rooms().values()) {
            assertThat(room.uses()).containsAll(houses.directly(room));
        }
    }

    @Test
    void everyRoomSaysWhatOneFindsThere() {
        assertThat(FloorPlan.ofTopPackages().rooms().values())
                .as("rooms on the drawing; a parent without classes needs a package-info too")
                .isNotEmpty()
                .noneMatch(room -> room.summary().isEmpty());
    }

    /** Packages of core and scenarios that have enough rooms for a plan of their own. */
    private List<String> subdivided() {
        return FloorPlan.ofTopPackages().rooms().values().stream()
                .filter(room -> room.rooms() > 2)
                .filter(room -> List.of("src", "scenarios").contains(room.house()))
                .map(Room::name)
                .toList();
    }

    private static Path picture(String name) {
        return IMAGES.resolve("rooms-" + name + ".svg");
    }

    private static void check(Path file, String expected) {
        if (WRITE) {
            Project.write(file, expected);
        }
        assertThat(Files.exists(file) ? Project.read(file) : "")
                .as(HOW, Project.ROOT.relativize(file))
                .isEqualTo(expected);
    }
}
