package peekbench.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import peekbench.result.Reconstructions;
import peekbench.result.StoredTrial;
import peekbench.threat.TargetSet;

/**
 * The part of a gallery about one protocol, one cut and one seed.
 *
 * @param first a trial of it, for headings
 * @param targets which records
 * @param reference the arm whose SSIM picks the images: the undefended one, where there is one
 * @param rows all arms, the reference among them
 */
record GalleryBlock(StoredTrial first, TargetSet targets, GalleryRow reference, List<GalleryRow> rows) {

    /** One block a protocol and cut that has any images. */
    static List<GalleryBlock> of(List<StoredTrial> trials) {
        List<GalleryBlock> blocks = new ArrayList<>();
        for (List<SeedGroup> arms : SeedGroup.comparable(SeedGroup.of(trials))) {
            Stream.of(TargetSet.VICTIM_TEST, TargetSet.VICTIM_TRAIN)
                    .map(targets -> block(arms, targets))
                    .flatMap(Optional::stream)
                    .findFirst()
                    .ifPresent(blocks::add);
        }
        return blocks;
    }

    /** Of the first seed of the first arm with images; groups have those without a defense first. */
    private static Optional<GalleryBlock> block(List<SeedGroup> arms, TargetSet targets) {
        return arms.stream()
                .flatMap(arm -> arm.completed().stream())
                .filter(trial -> GalleryRow.of(trial, targets).images().isPresent())
                .findFirst()
                .map(trial -> block(arms, trial, targets));
    }

    private static GalleryBlock block(List<SeedGroup> arms, StoredTrial first, TargetSet targets) {
        GalleryRow reference = GalleryRow.of(first, targets);
        Reconstructions records = reference.images().orElseThrow();
        List<GalleryRow> rows = new ArrayList<>();
        for (SeedGroup arm : arms) {
            arm.trials().stream()
                    .filter(trial -> trial.key().seed() == first.key().seed())
                    .map(trial -> GalleryRow.of(trial, targets))
                    .map(row -> row.sameRecords(records) ? row : new GalleryRow(row.arm(), "", Optional.empty()))
                    .forEach(rows::add);
        }
        return new GalleryBlock(first, targets, reference, List.copyOf(rows));
    }

    /** Protocol, cut, records and seed in words. */
    String subtitle() {
        String records = targets == TargetSet.VICTIM_TEST
                ? "unseen records (nobody trained on them)"
                : "records that the victims trained on";
        return String.join(
                " \u00b7 ",
                first.info().provenance().data().dataset(),
                first.key().protocol(),
                "cut " + first.key().cut(),
                records,
                "seed " + first.key().seed());
    }
}
