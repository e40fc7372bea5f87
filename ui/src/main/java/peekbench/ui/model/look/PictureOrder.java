package peekbench.ui.model.look;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import peekbench.report.gallery.GalleryPicks;

/**
 * In which order pictures come. It is that of one reference for all rows, so that a place means the same picture in every
 * arm.
 */
public enum PictureOrder {
    BEST_MEDIAN_WORST("best, median, worst", "the four best, median and worst, as in reports"),
    EVEN_SPREAD("even spread", "twelve at even steps from best to worst"),
    MOST_LEAK("most leak first", "most leak first, chosen for leaking most"),
    LEAST_LEAK("least leak first", "least leak first, chosen for leaking least"),
    LARGEST_DROP("largest drop by the defense", "those first that the current arm hides most"),
    DISAGREEMENT("largest disagreement", "those first whose scores differ most between the rows"),
    AS_STORED("as stored", "as stored"),
    BY_CLASS("by class", "by class, then as stored");

    private static final int IN_GROUP = 4;
    private static final int SPREAD = 12;

    private final String label;
    private final String caption;

    PictureOrder(String label, String caption) {
        this.label = label;
        this.caption = caption;
    }

    /** In the list of orders. */
    public String label() {
        return label;
    }

    /** In the line above the pictures. */
    public String caption() {
        return caption;
    }

    /**
     * What an order needs to know of each place.
     *
     * @param leak by the reference: the larger, the more leaked
     * @param drop how much less leaks in the current arm
     * @param disagreement how much the rows differ
     * @param className of the record; empty where it has none
     */
    public record Facts(
            ToDoubleFunction<Integer> leak,
            ToDoubleFunction<Integer> drop,
            ToDoubleFunction<Integer> disagreement,
            Map<Integer, String> className) {}

    /** The places that may be shown, picked and in order. */
    public Picks of(List<Integer> places, Facts facts) {
        return switch (this) {
            case BEST_MEDIAN_WORST -> asInReports(places, facts);
            case EVEN_SPREAD -> evenSpread(places, facts);
            case MOST_LEAK -> one(sorted(places, place -> -facts.leak().applyAsDouble(place)));
            case LEAST_LEAK -> one(sorted(places, facts.leak()));
            case LARGEST_DROP -> one(sorted(places, place -> -facts.drop().applyAsDouble(place)));
            case DISAGREEMENT ->
                one(sorted(places, place -> -facts.disagreement().applyAsDouble(place)));
            case AS_STORED -> one(places);
            case BY_CLASS -> byClass(places, facts);
        };
    }

    private static Picks one(List<Integer> places) {
        return new Picks(List.of(new Picks.Group("", places)));
    }

    private static List<Integer> sorted(List<Integer> places, ToDoubleFunction<Integer> by) {
        return places.stream()
                .sorted(Comparator.comparingDouble(by).thenComparing(Comparator.naturalOrder()))
                .toList();
    }

    /** By the code of the report, so that both show the same pictures. */
    private static Picks asInReports(List<Integer> places, Facts facts) {
        double[] leak = places.stream().mapToDouble(facts.leak()).toArray();
        return new Picks(GalleryPicks.of(leak, IN_GROUP).groups().stream()
                .map(group -> new Picks.Group(
                        group.title(), group.images().stream().map(places::get).toList()))
                .toList());
    }

    private static Picks evenSpread(List<Integer> places, Facts facts) {
        List<Integer> best = sorted(places, place -> -facts.leak().applyAsDouble(place));
        LinkedHashSet<Integer> spread = new LinkedHashSet<>();
        for (int i = 0; i < SPREAD && !best.isEmpty(); i++) {
            spread.add(best.get(Math.round((best.size() - 1) * i / (float) (SPREAD - 1))));
        }
        return one(new ArrayList<>(spread));
    }

    private static Picks byClass(List<Integer> places, Facts facts) {
        Map<String, List<Integer>> byClass = places.stream()
                .collect(Collectors.groupingBy(
                        place -> facts.className().getOrDefault(place, ""), TreeMap::new, Collectors.toList()));
        return new Picks(byClass.entrySet().stream()
                .map(entry -> new Picks.Group(entry.getKey(), entry.getValue()))
                .toList());
    }
}
