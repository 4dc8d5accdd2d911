package io.github.crosstie.move;

import io.github.crosstie.state.LinkId;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The decisions of a person about what was not found again (S22). Immutable.
 *
 * <pre>{@code
 * MoveReview review = MoveReview.NONE
 *         .deciding(link, new Decision.Choose(theRightOne))
 *         .orphans(plan, new Decision.Detach());
 * }</pre>
 *
 * @param decisions what was decided about single records
 * @param losesMarks whether records that are left alone, detached or out of scope, may take part again if they are not found
 */
public record MoveReview(Map<LinkId, Decision> decisions, boolean losesMarks) {

    /** Nobody has decided anything. */
    public static final MoveReview NONE = new MoveReview(Map.of(), false);

    /** Copies the decisions. */
    public MoveReview {
        decisions = Map.copyOf(decisions);
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
        return new MoveReview(more, losesMarks);
    }

    /**
     * The same with one decision about all orphans that a plan shows, unless something else was decided. What is orphaned later
     * is not among them: nobody has seen it.
     *
     * @param shown the plan that a person has looked at
     * @param decision the decision; not a choice
     * @return a changed copy
     * @throws IllegalArgumentException if it is a choice
     */
    public MoveReview orphans(MovePlan shown, Decision decision) {
        if (decision instanceof Decision.Choose) {
            throw new IllegalArgumentException(
                    "review: all orphans cannot be one record; choose for single links by deciding(link, decision)");
        }
        Map<LinkId, Decision> more = new TreeMap<>(decisions);
        shown.collections().stream()
                .flatMap(collection -> collection.unfound().stream())
                .filter(MovedRecord.Orphaned.class::isInstance)
                .forEach(orphan -> more.putIfAbsent(orphan.link(), decision));
        return new MoveReview(more, losesMarks);
    }

    /**
     * The same, with consent that records that are left alone (S11, S14) take part again if they are not found.
     *
     * @return a changed copy
     */
    public MoveReview losingMarks() {
        return new MoveReview(decisions, true);
    }

    Optional<Decision> about(LinkId link) {
        return Optional.ofNullable(decisions.get(link));
    }
}
