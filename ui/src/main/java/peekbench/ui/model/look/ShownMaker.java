package peekbench.ui.model.look;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import peekbench.metric.Metric;
import peekbench.ui.model.workspace.Focus;
import peekbench.ui.service.picture.LookContent;
import peekbench.ui.service.picture.PictureArrays;
import peekbench.ui.service.picture.RecordScores;
import peekbench.ui.service.picture.ShownRecords;
import peekbench.ui.service.picture.ShownRow;

/** Makes of what was read, the selection and the choices what is shown. */
final class ShownMaker {
    private final LookContent content;
    private final List<ShownRow> wanted;
    private final Focus focus;
    private final LookChoices choices;

    ShownMaker(LookContent content, List<ShownRow> wanted, Focus focus, LookChoices choices) {
        this.content = content;
        this.wanted = wanted;
        this.focus = focus;
        this.choices = choices;
    }

    LookShown make() {
        Optional<ShownRow> first =
                wanted.stream().filter(row -> row.finished().isPresent()).findFirst();
        List<LookRow> rows = wanted.stream().map(row -> row(row, first)).toList();
        Optional<LookRow> reference = rows.stream()
                .filter(row -> row.row().finished().isPresent())
                .findFirst()
                .map(row -> new LookRow(row.row(), row.row().finished(), Optional.empty(), true));
        Optional<LookRow> current = current(rows);
        if (reference.isEmpty()) {
            return new LookShown(content, rows, current, reference, Picks.NONE, Map.of(), 0, 0);
        }
        int all = reference.get().arrays().map(PictureArrays::count).orElse(0);
        int there = focus.epoch().isPresent()
                ? rows.stream()
                        .filter(LookRow::sameRecords)
                        .flatMap(row -> row.arrays().stream())
                        .mapToInt(PictureArrays::count)
                        .max()
                        .orElse(all)
                : all;
        List<Integer> passing = passing(Math.min(all, there), current.or(() -> reference));
        Picks picks = choices.usedOrder().of(passing, facts(reference.get(), current, rows, content.records()));
        return new LookShown(content, rows, current, reference, picks, ownPicks(rows), passing.size(), all);
    }

    private LookRow row(ShownRow row, Optional<ShownRow> first) {
        boolean same = first.filter(one -> one.sameRecords(row)).isPresent() || first.isEmpty();
        if (row.lack().isPresent() || focus.epoch().isEmpty()) {
            Optional<String> lack = row.lack()
                    .or(() -> row.finished().isPresent()
                            ? Optional.empty()
                            : Optional.of("Nothing is stored of this attack on the finished network."));
            return new LookRow(row, row.finished(), lack, same);
        }
        int epoch = focus.epoch().getAsInt();
        Optional<PictureArrays> then = Optional.ofNullable(row.epochs().get(epoch));
        Optional<String> lack = then.isPresent()
                ? Optional.empty()
                : Optional.of("Not attacked after epoch " + epoch + ". The key attack-at-epochs: [" + epoch
                        + "] of its scenario brings pictures of it.");
        return new LookRow(row, then, lack, same);
    }

    private Optional<LookRow> current(List<LookRow> rows) {
        return rows.stream()
                .filter(row -> focus.arm().filter(row.row().arm().key()::equals).isPresent())
                .findFirst()
                .or(() -> rows.stream().findFirst());
    }

    /** The places that the filters on records let pass, as stored. */
    private List<Integer> passing(int count, Optional<LookRow> current) {
        RecordFilter filter = choices.recordsProperty().get();
        ShownRecords records = content.records();
        Optional<RecordScores> scores = current.flatMap(LookRow::scores);
        List<Integer> read =
                current.flatMap(LookRow::arrays).map(PictureArrays::read).orElseGet(List::of);
        return IntStream.range(0, count)
                .filter(place -> filter.classes().isEmpty()
                        || label(records, place)
                                .filter(filter.classes()::contains)
                                .isPresent())
                .filter(place -> filter.range().isEmpty()
                        || scores.filter(all -> place < all.size()
                                        && filter.range().get().holds(all.at(place)))
                                .isPresent())
                .filter(place -> filter.read() == RecordFilter.Reading.ANY || reads(filter, records, read, place))
                .boxed()
                .toList();
    }

    private static Optional<Integer> label(ShownRecords records, int place) {
        return place < records.records().size()
                ? records.records().get(place).label().stream().boxed().findFirst()
                : Optional.empty();
    }

    private static boolean reads(RecordFilter filter, ShownRecords records, List<Integer> read, int place) {
        if (place >= read.size()) {
            return false;
        }
        boolean right = label(records, place).filter(read.get(place)::equals).isPresent();
        return right == (filter.read() == RecordFilter.Reading.RIGHT);
    }

    private static PictureOrder.Facts facts(
            LookRow reference, Optional<LookRow> current, List<LookRow> rows, ShownRecords records) {
        ToDoubleFunction<Integer> leak = leak(reference.scores());
        ToDoubleFunction<Integer> own =
                leak(current.filter(LookRow::sameRecords).flatMap(LookRow::scores));
        List<ToDoubleFunction<Integer>> each = rows.stream()
                .filter(row -> row.sameRecords() && row.scores().isPresent())
                .map(row -> leak(row.scores()))
                .toList();
        Map<Integer, String> names = new HashMap<>();
        for (int place = 0; place < records.records().size(); place++) {
            int at = place;
            records.className(place).ifPresent(name -> names.put(at, name));
        }
        return new PictureOrder.Facts(
                leak,
                place -> leak.applyAsDouble(place) - own.applyAsDouble(place),
                place -> spread(each, place),
                names);
    }

    private static double spread(List<ToDoubleFunction<Integer>> rows, int place) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (ToDoubleFunction<Integer> row : rows) {
            low = Math.min(low, row.applyAsDouble(place));
            high = Math.max(high, row.applyAsDouble(place));
        }
        return high - low;
    }

    /** The larger, the more leaked. */
    private static ToDoubleFunction<Integer> leak(Optional<RecordScores> scores) {
        if (scores.isEmpty()) {
            return place -> 0;
        }
        RecordScores all = scores.get();
        double sign = all.column().metric().meaning() == Metric.Meaning.LESS_IS_LEAK ? -1 : 1;
        return place -> place < all.size() ? sign * all.at(place) : Double.NEGATIVE_INFINITY;
    }

    /** Rows of other records show theirs, picked by their own scores. */
    private Map<Integer, Picks> ownPicks(List<LookRow> rows) {
        Map<Integer, Picks> own = new HashMap<>();
        for (int i = 0; i < rows.size(); i++) {
            LookRow row = rows.get(i);
            if (!row.sameRecords() && row.arrays().isPresent()) {
                List<Integer> all = new ArrayList<>();
                IntStream.range(0, row.arrays().get().count()).forEach(all::add);
                PictureOrder.Facts facts = facts(row, Optional.of(row), List.of(row), ShownRecords.UNKNOWN);
                own.put(i, choices.usedOrder().of(all, facts));
            }
        }
        return own;
    }
}
