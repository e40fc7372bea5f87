package peekbench.report.gallery;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import peekbench.report.estimate.SeedGroup;
import peekbench.result.StoredTrial;
import peekbench.result.record.Reconstructions;
import peekbench.threat.observation.TargetSet;

/**
 * The part of a gallery about one protocol, one cut and one seed.
 *
 * @param first a trial of it, for headings
 * @param targets which records
 * @param reference the arm whose SSIM picks the images: the undefended one, where there is one
 * @param rows attacks of all arms, the reference among them
 */
public record GalleryBlock(StoredTrial first, TargetSet targets, GalleryRow reference, List<GalleryRow> rows) {
    private static final int MOST_ROWS = 60;

    /** A block whose pictures are not read yet: comparable arms, and the trial whose records it is about. */
    private record Place(List<SeedGroup> arms, StoredTrial first, TargetSet targets) {
        List<StoredTrial> trials() {
            return arms.stream()
                    .flatMap(arm -> arm.trials().stream())
                    .filter(trial -> trial.key().seed() == first.key().seed())
                    .toList();
        }

        int rows() {
            return trials().stream()
                    .mapToInt(trial -> Math.max(1, GalleryRow.count(trial, targets)))
                    .sum();
        }

        /** Rows when each arm has one. */
        int armRows() {
            return (int)
                    trials().stream().map(trial -> trial.key().arm()).distinct().count();
        }

        GalleryBlock block() {
            GalleryRow reference = GalleryRow.of(first, targets).get(0);
            Reconstructions records = reference.images().orElseThrow();
            List<GalleryRow> rows = trials().stream()
                    .flatMap(trial -> GalleryRow.of(trial, targets).stream())
                    .map(row -> row.sameRecords(records) ? row : new GalleryRow(row.arm(), "", Optional.empty()))
                    .toList();
            return new GalleryBlock(first, targets, reference, rows);
        }
    }

    /**
     * One block a protocol and cut that has any images. Where all attacks on all arms would make too many rows to look at,
     * an arm's row is that of the attack that got most of it, and the blocks that are too many even so are left out, their
     * pictures unread.
     */
    public static List<GalleryBlock> of(List<StoredTrial> trials) {
        List<Place> all = places(trials);
        if (all.stream().mapToInt(Place::rows).sum() <= MOST_ROWS) {
            return all.stream().map(Place::block).toList();
        }
        List<GalleryBlock> shown = new ArrayList<>();
        int rows = 0;
        for (Place place : all) {
            if (rows + place.armRows() <= MOST_ROWS) {
                rows += place.armRows();
                shown.add(place.block().withStrongestOnly());
            }
        }
        return shown;
    }

    private GalleryBlock withStrongestOnly() {
        List<GalleryRow> strongest = rows.stream()
                .collect(Collectors.groupingBy(GalleryRow::arm, LinkedHashMap::new, Collectors.toList()))
                .values()
                .stream()
                .map(ofArm -> ofArm.stream()
                        .max(Comparator.comparingDouble(row -> row.images().isEmpty() ? -1 : row.meanSsim()))
                        .orElseThrow())
                .toList();
        return new GalleryBlock(first, targets, reference, strongest);
    }

    private static List<Place> places(List<StoredTrial> trials) {
        List<Place> places = new ArrayList<>();
        for (List<SeedGroup> arms : SeedGroup.comparable(SeedGroup.of(trials))) {
            Stream.of(TargetSet.VICTIM_TEST, TargetSet.VICTIM_TRAIN)
                    .map(targets -> place(arms, targets))
                    .flatMap(Optional::stream)
                    .findFirst()
                    .ifPresent(places::add);
        }
        return places;
    }

    /** Of the first seed of the first arm with images; groups have those without a defense first. */
    private static Optional<Place> place(List<SeedGroup> arms, TargetSet targets) {
        return arms.stream()
                .flatMap(arm -> arm.completed().stream())
                .filter(trial -> GalleryRow.count(trial, targets) > 0)
                .findFirst()
                .map(trial -> new Place(arms, trial, targets));
    }

    /** Protocol, cut, records and seed in words. */
    String subtitle() {
        String records = targets == TargetSet.VICTIM_TEST
                ? "unseen records (nobody trained on them)"
                : "records that the victims trained on";
        return Stream.of(
                        first.info().provenance().data().dataset(),
                        first.key().protocol(),
                        "cut " + first.key().cut(),
                        first.key().settingsBesideArm().stream()
                                .map(setting -> setting.key() + " " + setting.value())
                                .collect(Collectors.joining(", ")),
                        records,
                        "seed " + first.key().seed())
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" \u00b7 "));
    }
}
