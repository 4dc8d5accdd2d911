package io.github.crosstie.conflict;

import java.util.List;
import java.util.Objects;

/**
 * One way to settle a conflict.
 *
 * @param text the way in words, as one sentence
 * @param steps the same for machines, to be done in this order
 * @param affected the other users whom it would change, found by applying it; empty for a harmless way
 */
public record RemedyOption(String text, List<RemedyStep> steps, List<AffectedUser> affected) {

    /** Copies the lists. */
    public RemedyOption {
        Objects.requireNonNull(text, "text");
        steps = List.copyOf(steps);
        affected = affected instanceof Bystanders shared ? shared : List.copyOf(affected);
    }

    /**
     * Whether it changes nobody but the participants it is about.
     *
     * @return true if nobody else is affected
     */
    public boolean harmless() {
        return affected.isEmpty();
    }
}
