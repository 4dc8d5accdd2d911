package io.github.crosstie.apply;

import io.github.crosstie.fault.Incubating;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How far a round has come.
 *
 * @param phase what it is at
 * @param done how many changes a side has told so far, or how many dirty records of the pass were worked on
 * @param total how many there are: in {@link RoundPhase#WORK} those that were dirty when the pass began, as records that are taken in
 *     while it runs wait for the next; null where nobody knows before the end, as in a change stream
 */
@Incubating
public record RoundProgress(
        RoundPhase phase, int done, @Nullable Integer total) {
    /** Requires the phase. */
    public RoundProgress {
        Objects.requireNonNull(phase, "phase");
    }
}
