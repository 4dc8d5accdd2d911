package io.github.crosstie.move;

import io.github.crosstie.state.LinkId;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The decisions of a person about what was not found again (S22). Immutable.
 *
 * <pre>{@code
 * MoveReview review = MoveReview.NONE
 *         .deciding(link, new Decision.Choose(theRightOne))
 *         .orphans(new Decision.Detach());
 * }</pre>
 *
 * @param decisions what was decided about single records
 * @param orphans what becomes of orphaned records about which nothing else was decided; null if each is to be asked about
 * @param losesMarks whether records that are left alone, detached or out of scope, may take part again if they are not found
 */
public record MoveReview(
        Map<LinkId, Decision> decisions, @Nullable Decision orphans, boolean losesMarks) {

    /** Nobody has decided anything. */
    public static final MoveReview NONE = new MoveReview(Map.of(), null, false);

    /**
     * Copies the decisions.
     *
     * @throws IllegalArgumentException if all orphans are to be one record
     */
    public MoveReview {
        decisions = Map.copyOf(decisions);
        if (orphans instanceof Decision.Choose) {
            throw new IllegalArgumentException(
                    "review: all orphans cannot be one record; choose for single links by deciding(link, decision)");
        }
    }

    /**
     * The same with one more decision.
     *
     * @param link about which link
     * @param decision the decision
     * @return a changed copy
     */
    public MoveReview deciding(LinkId link, Decision decision) {
        Map<LinkId, Decision> more = new TreeMap<>(decisions);
        more.put(Objects.requireNonNull(link, "link"), Objects.requireNonNull(decision, "decision"));
        return new MoveReview(more, orphans, losesMarks);
    }

    /**
     * The same with a decision about all orphans about which nothing else was decided.
     *
     * @param decision the decision; not a choice
     * @return a changed copy
     * @throws IllegalArgumentException if it is a choice
     */
    public MoveReview orphans(Decision decision) {
        return new MoveReview(decisions, Objects.requireNonNull(decision, "decision"), losesMarks);
    }

    /**
     * The same, with consent that records that are left alone (S11, S14) take part again if they are not found.
     *
     * @return a changed copy
     */
    public MoveReview losingMarks() {
        return new MoveReview(decisions, orphans, true);
    }

    Optional<Decision> about(LinkId link) {
        return Optional.ofNullable(decisions.get(link));
    }

    Optional<Decision> aboutOrphan(LinkId link) {
        return about(link).or(() -> Optional.ofNullable(orphans));
    }
}
