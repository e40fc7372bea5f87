package peekbench.ui.service;

import java.util.Optional;
import java.util.OptionalDouble;

/**
 * One trial of a result folder, as a line of the table.
 *
 * @param id names the trial in its folder
 * @param protocol who sent what to whom
 * @param cut where the network was split
 * @param arm label of the defenses
 * @param seed of every random number
 * @param failure what ended the trial, when an error did; the trial stays in the table
 * @param accuracy the victims' test accuracy after the last epoch, in [0,1]
 * @param similarity mean SSIM of the strongest attack on records that nobody trained on
 */
public record TrialSummary(
        String id,
        String protocol,
        String cut,
        String arm,
        long seed,
        Optional<String> failure,
        OptionalDouble accuracy,
        OptionalDouble similarity) {}
