package io.github.crosstie.plan;

import io.github.crosstie.configuration.ConfigurationId;
import io.github.crosstie.connector.Cursor;
import io.github.crosstie.state.CollectionKey;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a plan is about, what it presumes and how much it asks for.
 *
 * @param collection whose records of which kind
 * @param configuration by which configuration
 * @param plannedAt when
 * @param crmCursor up to where the CRM's changes are in it; null if none were read
 * @param mailCursor up to where the mailbox's changes are in it; null if none were read
 * @param guard what the deletion guard says of it (S13)
 * @param totals how much it asks for
 * @param hold which token releases what it holds, and which release it carries out (S11, S13)
 */
public record PlanHeader(
        CollectionKey collection,
        ConfigurationId configuration,
        Instant plannedAt,
        @Nullable Cursor crmCursor,
        @Nullable Cursor mailCursor,
        GuardVerdict guard,
        Totals totals,
        HoldNotice hold) {

    /**
     * A header of a plan that knows of no hold.
     *
     * @param collection whose records of which kind
     * @param configuration by which configuration
     * @param plannedAt when
     * @param crmCursor up to where the CRM's changes are in it; null if none were read
     * @param mailCursor up to where the mailbox's changes are in it; null if none were read
     * @param guard what the deletion guard says of it
     * @param totals how much it asks for
     */
    public PlanHeader(
            CollectionKey collection,
            ConfigurationId configuration,
            Instant plannedAt,
            @Nullable Cursor crmCursor,
            @Nullable Cursor mailCursor,
            GuardVerdict guard,
            Totals totals) {
        this(collection, configuration, plannedAt, crmCursor, mailCursor, guard, totals, HoldNotice.NONE);
    }

    /** Requires all parts but the cursors. */
    public PlanHeader {
        Objects.requireNonNull(collection, "collection");
        Objects.requireNonNull(configuration, "configuration");
        Objects.requireNonNull(plannedAt, "plannedAt");
        Objects.requireNonNull(guard, "guard");
        Objects.requireNonNull(totals, "totals");
        Objects.requireNonNull(hold, "hold");
    }

    PlanHeader with(HoldNotice hold) {
        return new PlanHeader(collection, configuration, plannedAt, crmCursor, mailCursor, guard, totals, hold);
    }
}
