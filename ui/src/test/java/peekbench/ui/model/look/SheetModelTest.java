package peekbench.ui.model.look;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import peekbench.ui.model.look.SheetModel.SheetScroll;
import peekbench.ui.service.picture.Layer;

class SheetModelTest {
    private static final int SIDE = 28;
    private static final Picks TWELVE = new Picks(List.of(
            new Picks.Group("best", List.of(5, 6, 7, 8)),
            new Picks.Group("median", List.of(1, 2, 3, 4)),
            new Picks.Group("worst", List.of(9, 10, 11, 12))));
    private static final List<SheetLine> LINES = List.of(
            new SheetLine(SheetTile.ORIGINALS, Layer.ORIGINAL, false, true, false),
            new SheetLine(0, Layer.MADE, true, true, false),
            new SheetLine(0, Layer.ERROR, false, false, false),
            new SheetLine(1, Layer.MADE, true, true, true));

    private static SheetSizes sizes(double scale, int zoom) {
        return new SheetSizes(scale, zoom, SIDE, SIDE, (int) (700 * scale), (int) (400 * scale), 12);
    }

    @ParameterizedTest
    @ValueSource(doubles = {1, 1.25, 1.5, 2})
    void everyPixelOfAPictureTakesWholePixelsOfTheDevice(double scale) {
        StripSheet sheet = new StripSheet(sizes(scale, 3), TWELVE, LINES);

        assertThat(sheet.tiles(0, 0)).isNotEmpty().allSatisfy(tile -> {
            assertThat(tile.width()).isEqualTo(3 * SIDE);
            assertThat(tile.height()).isEqualTo(3 * SIDE);
        });
        assertThat(sheet.sizes().logical(sheet.tiles(0, 0).get(0).width()) * scale)
                .as("what is drawn in logical pixels is whole on the device")
                .isEqualTo(3.0 * SIDE);
    }

    @ParameterizedTest
    @ValueSource(doubles = {1, 1.25, 1.5, 2})
    void whatIsUnderAPointIsWhatIsDrawnThere(double scale) {
        StripSheet strip = new StripSheet(sizes(scale, 4), TWELVE, LINES);
        GridSheet grid = new GridSheet(sizes(scale, 2), TWELVE, List.of(Layer.ORIGINAL, Layer.MADE));
        for (SheetModel sheet : List.of(strip, grid)) {
            for (SheetScroll scroll : List.of(SheetScroll.NONE, new SheetScroll(37, 11))) {
                for (SheetTile tile : sheet.tiles(scroll.x(), scroll.y())) {
                    int zoom = sheet.sizes().zoom();
                    int x = tile.x() + 5 * zoom + zoom - 1;
                    int y = tile.y() + 7 * zoom;
                    if (x < 0 || y < sheet.frozenHeight()) {
                        continue;
                    }
                    assertThat(sheet.hit(x, y, scroll)).contains(new SheetHit(tile, 5, 7));
                }
            }
        }
    }

    @Test
    void picturesNeverOverlap() {
        List<SheetTile> tiles = new StripSheet(sizes(1.25, 2), TWELVE, LINES).tiles(0, 0);

        for (SheetTile one : tiles) {
            assertThat(tiles.stream()
                            .filter(other -> !other.equals(one))
                            .noneMatch(other -> other.holds(one.x(), one.y())
                                    || other.holds(one.x() + one.width() - 1, one.y() + one.height() - 1)))
                    .isTrue();
        }
    }

    @Test
    void onlyWhatIsSeenOfAThousandPicturesIsDrawn() {
        Picks thousand = new Picks(
                List.of(new Picks.Group("", IntStream.range(0, 1000).boxed().toList())));
        StripSheet strip = new StripSheet(sizes(1, 2), thousand, LINES);
        GridSheet grid = new GridSheet(sizes(1, 2), thousand, List.of(Layer.ORIGINAL, Layer.MADE));

        assertThat(strip.tiles(20_000, 0)).hasSizeLessThan(70);
        assertThat(strip.tiles(20_000, 0)).extracting(SheetTile::column).allMatch(column -> column > 300);
        assertThat(grid.tiles(0, 4_000)).hasSizeLessThan(120);
    }

    @Test
    void aPictureThatIsLookedForIsMovedIntoView() {
        Picks thousand = new Picks(
                List.of(new Picks.Group("", IntStream.range(0, 1000).boxed().toList())));
        for (SheetModel sheet : List.of(
                new StripSheet(sizes(1, 2), thousand, LINES),
                new GridSheet(sizes(1, 2), thousand, List.of(Layer.ORIGINAL, Layer.MADE)))) {
            SheetScroll there = sheet.reveal(777, SheetScroll.NONE);

            assertThat(sheet.tiles(there.x(), there.y()))
                    .filteredOn(tile -> tile.column() == 777)
                    .isNotEmpty()
                    .allSatisfy(tile -> assertThat(tile.x()).isBetween(0, 700 - tile.width()));
            assertThat(sheet.reveal(777, there))
                    .as("nothing moves that is seen")
                    .isEqualTo(there);
        }
    }

    @Test
    void titlesStandOverTheirGroups() {
        StripSheet sheet = new StripSheet(sizes(1, 1), TWELVE, LINES);

        assertThat(sheet.titles(0, 0))
                .extracting(SheetModel.SheetText::text)
                .containsExactly("best", "median", "worst");
        assertThat(sheet.titles(0, 0).get(1).x()).isEqualTo(sheet.columnX(4));
    }
}
