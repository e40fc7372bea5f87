package peekbench.evaluation;

import java.util.Optional;
import peekbench.metric.Interval;
import peekbench.threat.observation.TargetSet;

/**
 * One number about one contestant.
 *
 * @param contestant who produced the reconstructions: an attack ({@code decoder}), one of its strengths ({@code
 *     decoder/small}), a floor ({@code mean-image}, {@code untrained-client}) or a ceiling ({@code identity-client})
 * @param targets the records it is scored on
 * @param metric a name of the metric registry: {@code ssim}
 * @param value the value; NaN when it could not be computed
 * @param interval over images (bootstrap) or permutations, where the metric has one
 */
public record Score(String contestant, TargetSet targets, String metric, double value, Optional<Interval> interval) {}
