package io.github.crosstie.report;

import io.github.crosstie.connector.Notification;
import io.github.crosstie.diff.FieldChange;
import io.github.crosstie.diff.FieldConflict;
import io.github.crosstie.item.Field;
import io.github.crosstie.item.ItemKind;
import io.github.crosstie.item.Side;
import io.github.crosstie.plan.HoldNotice;
import io.github.crosstie.plan.Pair;
import io.github.crosstie.plan.PlanHeader;
import io.github.crosstie.plan.PlannedChange;
import io.github.crosstie.plan.Skip;
import io.github.crosstie.plan.SyncPlan;
import io.github.crosstie.plan.Totals;
import io.github.crosstie.state.RecordKey;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A plan before it is applied, change by change: {@code +} creates, {@code ~} updates (old {@code ->} new), {@code -}
 * deletes, {@code =} recognizes two records as one, {@code !} is held, {@code #} gives way to what somebody else did, {@code @} makes
 * the server send mail to attendees; then the totals.
 */
public final class PlanText {

    private static final int FIELD_WIDTH = 18;

    private final boolean showValues;
    private final String kind;
    private final StringBuilder text = new StringBuilder();

    private PlanText(ItemKind kind, boolean showValues) {
        this.showValues = showValues;
        this.kind = kind.name().toLowerCase(Locale.ROOT);
    }

    /**
     * Renders a plan without the values of fields, which are personal data: fit for logs and tickets.
     *
     * @param plan the plan
     * @return the text
     */
    public static String masked(SyncPlan plan) {
        return new PlanText(plan.header().collection().kind(), false).render(plan);
    }

    /**
     * Renders a plan with all values: for the eyes of whoever owns the records.
     *
     * @param plan the plan
     * @return the text
     */
    public static String withValues(SyncPlan plan) {
        return new PlanText(plan.header().collection().kind(), true).render(plan);
    }

    /** One change by itself, as in a plan. */
    static String change(PlannedChange change, ItemKind kind, boolean showValues) {
        PlanText one = new PlanText(kind, showValues);
        one.change(change);
        return one.text.toString();
    }

    /** One skip by itself, as in a plan. */
    static String skip(Skip skip, ItemKind kind, boolean showValues) {
        PlanText one = new PlanText(kind, showValues);
        one.skip(skip);
        return one.text.toString();
    }

    private String render(SyncPlan plan) {
        line(
                "Plan for %s by configuration %s",
                plan.header().collection(), plan.header().configuration());
        plan.changes().forEach(this::change);
        plan.skips().forEach(this::skip);
        totals(plan.header().totals());
        if (plan.header().guard().holds()) {
            line("Deletions are held: %s", plan.header().guard().reason());
        }
        hold(plan.header());
        return text.toString();
    }

    private void change(PlannedChange change) {
        if (change instanceof PlannedChange.Create create) {
            line("  + %s %s, from %s", name(create.side()), kind, create.source());
            if (create.isRestoration()) {
                line("      # %s", OutcomeReason.restored(create));
            }
            create.content().values().forEach((field, value) -> field(field, shown(value)));
            notification(create, "sends invitations, once an update has added the attendees");
        } else if (change instanceof PlannedChange.Update update) {
            line("  ~ %s %s %s", name(update.side()), kind, on(update.pair(), update.side()));
            update.changes().forEach(this::fieldChange);
            update.conflicts().forEach(this::conflict);
            notification(update, "sends mail to the attendees");
        } else if (change instanceof PlannedChange.Delete delete) {
            line("  - %s %s %s", name(delete.side()), kind, on(delete.pair(), delete.side()));
            seen(delete);
            delete.conflicts().forEach(this::conflict);
            notification(delete, "sends cancellations to the attendees");
        } else if (change instanceof PlannedChange.RemoveDuplicate removal) {
            line("  - %s was created twice by earlier attempts", removal.record());
            removal.conflicts().forEach(this::conflict);
        } else if (change instanceof PlannedChange.Held held) {
            Side side = held.deletion().side();
            line(
                    "  ! held: - %s %s %s: %s",
                    name(side), kind, on(held.deletion().pair(), side), held.reason());
            seen(held.deletion());
        } else if (change instanceof PlannedChange.Match match) {
            line("  = %s are one, by %s", records(match), match.by());
        } else if (change instanceof PlannedChange.Detach detach) {
            line("    %s part: %s", records(detach), detach.reason());
        } else if (change instanceof PlannedChange.Leave leave) {
            line("    %s leave, and stay as they are: %s", records(leave), leave.reason());
        } else if (change instanceof PlannedChange.Adopt adopt) {
            line("  = %s was created by an earlier attempt", adopt.record());
        }
        // what settles, unlinks, refutes or forgets changes neither side and is nobody's decision
    }

    /** What is to be deleted: nobody can agree to an id. */
    private void seen(PlannedChange.Delete deletion) {
        if (showValues && deletion.seen() != null) {
            deletion.seen().values().forEach((field, value) -> field(field, shown(value)));
        }
    }

    private void fieldChange(FieldChange change) {
        field(change.field(), shown(change.from()) + " -> " + shown(change.to()));
    }

    private void notification(PlannedChange.RemoteWrite write, String what) {
        if (write.notification() != Notification.NONE) {
            line("      @ the %s %s", name(write.side()), what);
        }
    }

    private void conflict(FieldConflict conflict) {
        line(
                "      # %s of the %s gives way: %s, kept in the journal",
                conflict.field(), name(conflict.loser()), shown(conflict.lost()));
    }

    private void skip(Skip skip) {
        line(
                "    %s: %s (%s)",
                skip.records().stream().map(RecordKey::toString).collect(Collectors.joining(" and ")),
                skip.reason(),
                skip.code());
    }

    private void totals(Totals totals) {
        line(
                "Plan: %d to create, %d to update, %d to delete, %d to link, %d held, %d left alone"
                        + " (CRM %d writes, mailbox %d writes)",
                totals.crmCreates() + totals.mailCreates(),
                totals.crmUpdates() + totals.mailUpdates(),
                totals.crmDeletes() + totals.mailDeletes(),
                totals.matches(),
                totals.held(),
                totals.skipped(),
                totals.writes(Side.CRM),
                totals.writes(Side.MAIL));
        if (totals.detached() > 0) {
            line("Pairs that part: %d, as one record was deleted; the other stays", totals.detached());
        }
        if (totals.notifying() > 0) {
            line("Mail to attendees: %d writes make the server send it", totals.notifying());
        }
    }

    private void hold(PlanHeader header) {
        HoldNotice hold = header.hold();
        if (hold.release() != null) {
            line("%d deletions are made because they were released with token %s", hold.released(), hold.release());
        }
        if (hold.token() != null) {
            line("To have the held deletions made: Crosstie.releaseDeletions(..., token %s)", hold.token());
        } else if (header.totals().held() > 0) {
            line("The next round gives a token that releases the held deletions");
        }
    }

    private void field(Field<?> field, String value) {
        line("      %-" + FIELD_WIDTH + "s = %s", field, value);
    }

    private String shown(@Nullable Object value) {
        if (value == null) {
            return "(none)";
        }
        return showValues ? '"' + Plain.text(value) + '"' : "(value)";
    }

    private static String name(Side side) {
        return side == Side.CRM ? "CRM" : "mailbox";
    }

    private static String on(Pair pair, Side side) {
        return pair.on(side).id().value();
    }

    private static String records(PlannedChange change) {
        return change.records().stream().map(RecordKey::toString).collect(Collectors.joining(" and "));
    }

    private void line(String format, @Nullable Object... values) {
        text.append(String.format(Locale.ROOT, format, values)).append('\n');
    }
}
