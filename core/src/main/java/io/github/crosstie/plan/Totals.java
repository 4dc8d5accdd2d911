package io.github.crosstie.plan;

import io.github.crosstie.connector.Notification;
import io.github.crosstie.item.Side;
import java.util.List;
import java.util.function.Predicate;

/**
 * How much a plan asks for.
 *
 * @param matches existing records that are recognised as one
 * @param crmCreates records created in the CRM
 * @param crmUpdates records updated in the CRM
 * @param crmDeletes records deleted in the CRM
 * @param mailCreates records created in the mailbox
 * @param mailUpdates records updated in the mailbox
 * @param mailDeletes records deleted in the mailbox
 * @param duplicates records of the engine's own making that are removed, because they were created twice
 * @param detached pairs that part, one record being deleted
 * @param held deletions that wait for a release
 * @param conflicts values that are overwritten, or deleted with their record, and kept in the journal
 * @param skipped records, pairs of them, or fields of theirs, that are left alone for a reason
 * @param notifying writes that make a mail server tell attendees (S7)
 */
public record Totals(
        int matches,
        int crmCreates,
        int crmUpdates,
        int crmDeletes,
        int mailCreates,
        int mailUpdates,
        int mailDeletes,
        int duplicates,
        int detached,
        int held,
        int conflicts,
        int skipped,
        int notifying) {

    private static final Totals NONE = new Totals(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);

    /**
     * Counts what a plan asks for.
     *
     * @param changes its changes
     * @param skips what it leaves alone
     * @return the totals
     */
    public static Totals of(List<PlannedChange> changes, List<Skip> skips) {
        return changes.isEmpty() && skips.isEmpty() ? NONE : counted(changes, skips);
    }

    private static Totals counted(List<PlannedChange> changes, List<Skip> skips) {
        return new Totals(
                count(changes, PlannedChange.Match.class::isInstance),
                writes(changes, PlannedChange.Create.class, Side.CRM),
                writes(changes, PlannedChange.Update.class, Side.CRM),
                writes(changes, PlannedChange.Delete.class, Side.CRM),
                writes(changes, PlannedChange.Create.class, Side.MAIL),
                writes(changes, PlannedChange.Update.class, Side.MAIL),
                writes(changes, PlannedChange.Delete.class, Side.MAIL),
                count(changes, PlannedChange.RemoveDuplicate.class::isInstance),
                count(changes, PlannedChange.Detach.class::isInstance),
                count(changes, PlannedChange.Held.class::isInstance),
                changes.stream().mapToInt(Totals::conflicts).sum(),
                skips.size(),
                count(changes, Totals::notifies));
    }

    private static boolean notifies(PlannedChange change) {
        return change instanceof PlannedChange.RemoteWrite write && write.notification() != Notification.NONE;
    }

    private static int conflicts(PlannedChange change) {
        if (change instanceof PlannedChange.Update update) {
            return update.conflicts().size();
        }
        return change instanceof PlannedChange.Delete delete
                ? delete.conflicts().size()
                : 0;
    }

    private static int writes(List<PlannedChange> changes, Class<? extends PlannedChange.RemoteWrite> type, Side side) {
        return count(
                changes, change -> type.isInstance(change) && type.cast(change).side() == side);
    }

    private static int count(List<PlannedChange> changes, Predicate<PlannedChange> wanted) {
        return (int) changes.stream().filter(wanted).count();
    }

    /**
     * How many writes the plan makes on a side.
     *
     * @param side the side
     * @return creates, updates and deletes together
     */
    public int writes(Side side) {
        return side == Side.CRM ? crmCreates + crmUpdates + crmDeletes : mailCreates + mailUpdates + mailDeletes;
    }

    /**
     * How many writes the plan makes on both sides.
     *
     * @return creates, updates, deletes and removed duplicates together
     */
    public int writes() {
        return writes(Side.CRM) + writes(Side.MAIL) + duplicates;
    }
}
