package io.github.crosstie.plan;

import io.github.crosstie.configuration.ConfigurationId;
import io.github.crosstie.configuration.SettingsFingerprint;
import io.github.crosstie.connector.Cursor;
import io.github.crosstie.connector.ScopeIdentity;
import io.github.crosstie.item.Side;
import io.github.crosstie.state.CollectionKey;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a plan is about, what it presumes and how much it asks for.
 *
 * @param collection whose records of which kind
 * @param configuration by which configuration
 * @param fingerprint how that configuration was set when the plan was made
 * @param plannedAt when
 * @param crmScope which records of the CRM the plan is about; null if the CRM was not asked
 * @param mailScope which mailbox and folder the plan is about; null if the mailbox was not asked
 * @param crmCursor up to where the CRM's changes are in it; null if none were read
 * @param mailCursor up to where the mailbox's changes are in it; null if none were read
 * @param guard what the deletion guard says of it (S13)
 * @param totals how much it asks for
 * @param hold which token releases what it holds, and which release it carries out (S11, S13)
 */
public record PlanHeader(
        CollectionKey collection,
        ConfigurationId configuration,
        SettingsFingerprint fingerprint,
        Instant plannedAt,
        @Nullable ScopeIdentity crmScope,
        @Nullable ScopeIdentity mailScope,
        @Nullable Cursor crmCursor,
        @Nullable Cursor mailCursor,
        GuardVerdict guard,
        Totals totals,
        HoldNotice hold) {

    /** Requires all parts but scopes and cursors. */
    public PlanHeader {
        Objects.requireNonNull(collection, "collection");
        Objects.requireNonNull(configuration, "configuration");
        Objects.requireNonNull(fingerprint, "fingerprint");
        Objects.requireNonNull(plannedAt, "plannedAt");
        Objects.requireNonNull(guard, "guard");
        Objects.requireNonNull(totals, "totals");
        Objects.requireNonNull(hold, "hold");
    }

    PlanHeader with(HoldNotice hold) {
        return new PlanHeader(
                collection,
                configuration,
                fingerprint,
                plannedAt,
                crmScope,
                mailScope,
                crmCursor,
                mailCursor,
                guard,
                totals,
                hold);
    }

    /** The same with another verdict and other totals. */
    PlanHeader with(GuardVerdict guard, Totals totals) {
        return new PlanHeader(
                collection,
                configuration,
                fingerprint,
                plannedAt,
                crmScope,
                mailScope,
                crmCursor,
                mailCursor,
                guard,
                totals,
                hold);
    }

    /**
     * What a side stood for when the plan was made.
     *
     * @param side the side
     * @return its identity; null if it was not asked
     */
    public @Nullable ScopeIdentity scope(Side side) {
        return side == Side.CRM ? crmScope : mailScope;
    }

    /**
     * Up to where a side's changes are in the plan.
     *
     * @param side the side
     * @return its cursor; null if none were read, or its listing is not complete
     */
    public @Nullable Cursor cursor(Side side) {
        return side == Side.CRM ? crmCursor : mailCursor;
    }
}
