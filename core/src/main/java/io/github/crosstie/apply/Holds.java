package io.github.crosstie.apply;

import io.github.crosstie.item.Side;
import io.github.crosstie.plan.HoldNotice;
import io.github.crosstie.plan.PlannedChange;
import io.github.crosstie.plan.SyncPlan;
import io.github.crosstie.state.CollectionKey;
import io.github.crosstie.state.CollectionState;
import io.github.crosstie.state.HeldDeletion;
import io.github.crosstie.state.Hold;
import io.github.crosstie.state.IdSource;
import io.github.crosstie.state.Link;
import io.github.crosstie.state.LinkId;
import io.github.crosstie.state.RecordKey;
import io.github.crosstie.state.Release;
import io.github.crosstie.state.StateChange;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Keeps what waits for a person in step with what is planned: offers it under a token, and has a release used once (S13).
 *
 * <p>A release is spent once a round, in a commit of its own after all slices and passes, for its deletions may be in any of them. A
 * crash before that leaves it good for those that were
 * not made: each of them ends its link in the commit that records it, and a deletion without a link is planned no more.
 */
final class Holds {

    private final CollectionKey collection;
    private final Ledger ledger;
    private final IdSource ids;
    private final Clock clock;
    private final RoundLog log;
    private final Set<LinkId> releasing = new TreeSet<>();
    private int made;

    Holds(CollectionKey collection, Ledger ledger, IdSource ids, Clock clock, RoundLog log) {
        this.collection = collection;
        this.ledger = ledger;
        this.ids = ids;
        this.clock = clock;
        this.log = log;
    }

    /**
     * Stores what a plan holds, unless it is stored already, and names the token in the plan.
     *
     * @param looked the records that the plan was made from: what it says nothing about, it has not looked at
     */
    SyncPlan note(SyncPlan plan, Set<RecordKey> looked) {
        Hold hold = ledger.state().hold();
        Map<LinkId, HeldDeletion> deletions = new TreeMap<>();
        for (HeldDeletion kept : hold.deletions()) {
            if (isNotLookedAt(kept, looked) || isBeingReleased(hold, kept)) {
                deletions.put(kept.link(), kept);
            }
        }
        boolean holds = false;
        releasing.clear();
        for (PlannedChange change : plan.changes()) {
            if (change instanceof PlannedChange.Held held) {
                deletions.put(held.deletion().link(), held.deletion().held(held.reason(), clock.instant()));
                holds = true;
            } else if (change instanceof PlannedChange.Delete delete) {
                HeldDeletion deletion = delete.held("released", clock.instant());
                if (hold.releases(deletion)) {
                    deletions.put(deletion.link(), deletion);
                    releasing.add(deletion.link());
                }
            }
        }
        Hold now = hold.holding(collection, deletions.values(), ids::next);
        if (!now.equals(hold)) {
            ledger.commit(List.of(new StateChange.PutHold(now)));
        }
        Release release = now.release();
        return plan.with(new HoldNotice(
                holds ? now.token().orElse(null) : null, release == null ? null : release.token(), releasing.size()));
    }

    private boolean isNotLookedAt(HeldDeletion held, Set<RecordKey> looked) {
        return ledger.state()
                .link(held.link())
                .filter(link -> records(link).noneMatch(looked::contains))
                .isPresent();
    }

    /** What a release has ended stays in its set until it is spent: others are not offered anew for that. */
    private boolean isBeingReleased(Hold hold, HeldDeletion held) {
        return hold.releases(held) && ledger.state().link(held.link()).isEmpty();
    }

    private static Stream<RecordKey> records(Link link) {
        return Stream.of(Side.values()).flatMap(side -> Stream.ofNullable(link.key(side)));
    }

    /** After a plan that was noted was carried out, wholly or in part. */
    void count() {
        made += (int) releasing.stream()
                .filter(link -> ledger.state().link(link).isEmpty())
                .count();
        releasing.clear();
    }

    /** After a stored plan was carried out: what it was not about stays released, for the round that finds it. */
    void settleIfComplete(SyncPlan plan) {
        Hold hold = ledger.state().hold();
        Release release = hold.release();
        Set<LinkId> tried = plan.changes().stream()
                .filter(PlannedChange.Delete.class::isInstance)
                .map(change -> ((PlannedChange.Delete) change).link())
                .collect(Collectors.toSet());
        if (release != null && hold.offered(release.offer()).stream().allMatch(held -> tried.contains(held.link()))) {
            settle();
        }
    }

    /** After all was carried out: the release is spent, unless it is unknown what became of one of its deletions. */
    void settle() {
        CollectionState state = ledger.state();
        Hold hold = state.hold();
        Release release = hold.release();
        if (release == null) {
            return;
        }
        List<HeldDeletion> offered = hold.offered(release.offer());
        if (offered.stream().anyMatch(held -> state.intent(held.link()).isPresent())) {
            return;
        }
        ledger.commit(List.of(
                new StateChange.PutHold(hold.released(link -> state.link(link).isEmpty()))));
        log.add(new Outcome.Released(release.token(), release.size(), made));
    }
}
