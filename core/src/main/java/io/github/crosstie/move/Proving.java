package io.github.crosstie.move;

import io.github.crosstie.item.Side;
import io.github.crosstie.plan.PlannedChange;
import io.github.crosstie.plan.SyncPlan;
import io.github.crosstie.state.CollectionState;
import io.github.crosstie.state.Link;
import io.github.crosstie.state.LinkId;
import io.github.crosstie.state.RecordKey;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Reads from the plan of the next round whether it does harm: whether it creates a record whose counterpart was known before the
 * move, or deletes or unlinks one because the new way does not show it.
 */
final class Proving {

    private final Set<RecordKey> linked = new HashSet<>();
    private final Set<LinkId> recreated;
    private int created;
    private int deleted;
    private int unlinked;
    private int updated;
    private int waiting;

    private Proving(CollectionState before, Collection<MovedRecord> records) {
        for (Link link : before.links()) {
            for (Side side : Side.values()) {
                RecordKey key = link.key(side);
                if (key != null && link.missing().isEmpty()) {
                    linked.add(key);
                }
            }
        }
        recreated = records.stream()
                .filter(Proving::isRecreated)
                .map(MovedRecord::link)
                .collect(Collectors.toSet());
    }

    private static boolean isRecreated(MovedRecord record) {
        return (record instanceof MovedRecord.Orphaned orphan && orphan.decision() instanceof Decision.Recreate)
                || (record instanceof MovedRecord.Ambiguous unclear && unclear.decision() instanceof Decision.Recreate);
    }

    /** What a round would do that goes by the new way from the moved state. */
    static MoveProof of(CollectionState before, Collection<MovedRecord> records, SyncPlan next) {
        Proving proving = new Proving(before, records);
        next.changes().forEach(proving::count);
        return new MoveProof(proving.created, proving.deleted, proving.unlinked, proving.updated, proving.waiting);
    }

    private void count(PlannedChange change) {
        if (change instanceof PlannedChange.Create create) {
            LinkId link = create.link();
            boolean isDecided = link != null && recreated.contains(link);
            if (linked.contains(create.source()) && !isDecided) {
                created++;
            } else {
                waiting++;
            }
        } else if (change instanceof PlannedChange.Delete delete) {
            countDeletion(delete);
        } else if (change instanceof PlannedChange.Held held) {
            countDeletion(held.deletion());
        } else if (change instanceof PlannedChange.Detach detach) {
            countEnd(detach.deletedOn() == Side.MAIL);
        } else if (change instanceof PlannedChange.Unlink unlink) {
            countEnd(unlink.records().stream().anyMatch(key -> key.side() == Side.MAIL));
        } else if (change instanceof PlannedChange.Update) {
            updated++;
        }
    }

    /** What is deleted in the CRM is deleted because the mailbox does not show its counterpart. */
    private void countDeletion(PlannedChange.Delete deletion) {
        if (deletion.side() == Side.CRM) {
            deleted++;
        } else {
            waiting++;
        }
    }

    private void countEnd(boolean isUnseenInMailbox) {
        if (isUnseenInMailbox) {
            unlinked++;
        } else {
            waiting++;
        }
    }
}
