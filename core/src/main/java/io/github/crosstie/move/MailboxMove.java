package io.github.crosstie.move;

import io.github.crosstie.configuration.SyncConfiguration;
import io.github.crosstie.configuration.SyncDirection;
import io.github.crosstie.connector.Endpoint;
import io.github.crosstie.directory.OrganizationId;
import io.github.crosstie.directory.UserId;
import io.github.crosstie.fault.Incubating;
import io.github.crosstie.fault.UnavailableException;
import io.github.crosstie.internal.log.LogEvent;
import io.github.crosstie.item.ItemId;
import io.github.crosstie.item.ItemKind;
import io.github.crosstie.log.LogKeys;
import io.github.crosstie.state.CollectionKey;
import io.github.crosstie.state.Fence;
import io.github.crosstie.state.Half;
import io.github.crosstie.state.Link;
import io.github.crosstie.state.StateChange;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Moves one mailbox from one way of access to another (S22), without a duplicate and without a loss.
 *
 * <pre>{@code
 * MailboxMove move = crosstie.move(acme, anna).orElseThrow();
 * MovePlan plan = move.plan(MoveReview.NONE);        // looks everything up; touches nothing
 * MoveResult result = move.commit(MoveReview.NONE);  // looks again while no round can run, proves, and commits
 * move.rollBack(MoveReview.NONE);                    // or, until it is retired, goes back
 * move.retire();                                     // forgets the former ids
 * }</pre>
 *
 * <p>Rounds go on by the old way until {@link #commit} returns {@link MoveResult.Committed}. Neither the mailbox nor the CRM is ever
 * written. Every method may be called again after any failure: contacts and events are committed each by themselves, and what is moved
 * already is left alone. Thread-safe as far as its parts are.
 */
@Incubating
public final class MailboxMove {

    private static final Logger LOG = LoggerFactory.getLogger(MailboxMove.class);
    private static final Duration LEASE = Duration.ofMinutes(30);

    private final MoveParts parts;

    MailboxMove(MoveParts parts) {
        this.parts = parts;
    }

    /**
     * Starts a move.
     *
     * @param organization the user's organization
     * @param user whose mailbox
     * @param configuration how the user syncs
     * @return a builder
     */
    public static MailboxMoveBuilder builder(
            OrganizationId organization, UserId user, SyncConfiguration configuration) {
        return new MailboxMoveBuilder(organization, user, configuration);
    }

    /**
     * What the move comes to: looks every linked record up by the new way, and tries the next round without doing it. Reads both ways
     * and the CRM; writes nothing, and takes no lease, so that rounds may go on meanwhile.
     *
     * @param review what was decided about records that are not found again
     * @return the plan, of what is not moved yet; its blockers say what keeps it
     * @throws io.github.crosstie.fault.ContractBrokenException if a connector, the translator or the store broke its contract
     * @throws io.github.crosstie.fault.UnavailableException if the store cannot be reached
     */
    public MovePlan plan(MoveReview review) {
        return plan(parts, review);
    }

    /**
     * Moves the mailbox: keeps rounds from running, looks everything up once more, and commits if nothing keeps it. From then on rounds
     * go by the new way: the first of them lists everything there, and reads only what has changed.
     *
     * @param review what was decided about records that are not found again
     * @return done, or why not; then nothing has changed
     * @throws io.github.crosstie.fault.FencedException if another worker has taken over meanwhile; events may stay where they are
     *     then while contacts have moved: commit again
     * @throws io.github.crosstie.fault.CrosstieException as from {@link #plan}
     */
    public MoveResult commit(MoveReview review) {
        return commit(parts, review);
    }

    /**
     * Goes back to the old way, as carefully: by the former ids, which are kept until the move is retired, and for what is younger by
     * the other rungs.
     *
     * @param review what was decided about records that are not found again
     * @return done, or why not; then nothing has changed
     * @throws io.github.crosstie.fault.FencedException if another worker has taken over meanwhile; events may stay where they are
     *     then while contacts have moved: commit again
     * @throws io.github.crosstie.fault.CrosstieException as from {@link #plan}
     */
    public MoveResult rollBack(MoveReview review) {
        return commit(parts.back(), review);
    }

    /**
     * Forgets the ids that the records had before the move. The mailbox stays moved; {@link #rollBack} has to find records by their
     * marks and contents from then on.
     *
     * @return true if they are forgotten; false if another worker is at a collection: try again
     * @throws io.github.crosstie.fault.UnavailableException if the store cannot be reached
     */
    public boolean retire() {
        boolean isDone = true;
        for (ItemKind kind : kinds()) {
            Optional<Fence> fence = freeze(kind);
            fence.ifPresent(held -> {
                try {
                    parts.store().commit(held, List.of(new StateChange.ForgetFormerIds()));
                } finally {
                    parts.store().release(held);
                }
            });
            isDone &= fence.isPresent();
        }
        return isDone;
    }

    /**
     * Gathers by what the linked records are known beyond the old way, for moves after which that way does not answer any more, as when
     * the mailbox itself migrates. To be kept and handed to {@link MailboxMoveBuilder#uids}.
     *
     * @return the UIDs of linked events, by their ids by the old way
     * @throws io.github.crosstie.fault.CrosstieException if the old way or the store does not answer
     */
    public Map<ItemId, String> gatherUids() {
        Map<ItemId, String> uids = new HashMap<>();
        for (ItemKind kind : kinds()) {
            List<ItemId> ids = parts.store().load(parts.collection(kind)).links().stream()
                    .map(Link::mail)
                    .flatMap(Stream::ofNullable)
                    .map(Half::id)
                    .toList();
            Endpoint from = parts.openFrom(kind);
            uids.putAll(Identities.uids(from, ids));
        }
        return Map.copyOf(uids);
    }

    private List<ItemKind> kinds() {
        return Stream.of(ItemKind.values())
                .filter(kind -> parts.configuration().records(kind).direction() != SyncDirection.OFF)
                .toList();
    }

    /** The kinds that are to be moved: all, unless some of them are where they should be already. */
    private List<ItemKind> open(MoveParts way) {
        List<ItemKind> open = kinds().stream()
                .filter(kind -> parts.store().movedFrom(way.collection(kind)).isPresent() == way.isBack())
                .toList();
        return open.isEmpty() ? kinds() : open;
    }

    private MovePlan plan(MoveParts way, MoveReview review) {
        return new MovePlan(
                way.mailbox(),
                open(way).stream()
                        .map(kind -> new CollectionMover(way, kind)
                                .prepare(review, () -> {})
                                .move())
                        .toList());
    }

    private Optional<Fence> freeze(ItemKind kind) {
        return parts.store()
                .acquire(
                        parts.collection(kind),
                        parts.ids().next(),
                        parts.clock().instant(),
                        LEASE);
    }

    private MoveResult commit(MoveParts way, MoveReview review) {
        Map<ItemKind, Fence> fences = new EnumMap<>(ItemKind.class);
        try {
            List<CollectionMove> leased = new ArrayList<>();
            for (ItemKind kind : open(way)) {
                freeze(kind)
                        .ifPresentOrElse(
                                fence -> fences.put(kind, fence),
                                () -> leased.add(leasedElsewhere(way.collection(kind))));
            }
            return leased.isEmpty()
                    ? commitFrozen(way, review, fences)
                    : new MoveResult.Refused(new MovePlan(way.mailbox(), leased));
        } finally {
            release(fences.values());
        }
    }

    /** What is committed stays committed: a lease that cannot be given back runs out. */
    private void release(Collection<Fence> fences) {
        for (Fence fence : fences) {
            try {
                parts.store().release(fence);
            } catch (UnavailableException e) {
                LogEvent.LEASE_KEPT
                        .on(LOG)
                        .addKeyValue(LogKeys.ORGANIZATION, fence.collection().organization())
                        .addKeyValue(LogKeys.USER, fence.collection().user())
                        .addKeyValue(LogKeys.KIND, fence.collection().kind())
                        .log();
            }
        }
    }

    private static CollectionMove leasedElsewhere(CollectionKey collection) {
        return CollectionMove.blocked(
                collection,
                List.of(new MoveBlocker(
                        MoveBlocker.Kind.LEASED, "another worker is at " + collection + "; try again in a while")));
    }

    private MoveResult commitFrozen(MoveParts way, MoveReview review, Map<ItemKind, Fence> fences) {
        Map<ItemKind, CollectionMover.Prepared> prepared = new EnumMap<>(ItemKind.class);
        for (ItemKind kind : fences.keySet()) {
            prepared.put(kind, new CollectionMover(way, kind).prepare(review, () -> renew(fences.values())));
            renew(fences.values());
        }
        MovePlan plan = new MovePlan(
                way.mailbox(),
                prepared.values().stream().map(CollectionMover.Prepared::move).toList());
        if (!plan.isCommittable()) {
            return new MoveResult.Refused(plan);
        }
        prepared.forEach(
                (kind, ready) -> parts.store().commit(Objects.requireNonNull(fences.get(kind)), ready.changes()));
        return new MoveResult.Committed(plan);
    }

    private void renew(Collection<Fence> fences) {
        fences.forEach(fence -> parts.store().renew(fence, parts.clock().instant(), LEASE));
    }
}
