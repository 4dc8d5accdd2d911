package io.github.crosstie.salesforce;

import io.github.crosstie.configuration.Cloud;
import io.github.crosstie.configuration.Retirement;
import io.github.crosstie.configuration.RetirementCalendar;
import java.time.LocalDate;
import java.util.List;

/**
 * The dates of retirement that concern whoever syncs Salesforce with Microsoft mailboxes, as the vendors published them
 * (S24). Data, not law: replace or remove a date by {@link RetirementCalendar#with} and {@link RetirementCalendar#without}
 * when a vendor moves it. All are of the commercial cloud; Government Cloud is exempt.
 */
public final class SalesforceRetirements {

    /** Lightning Sync for users of Microsoft 365 over EWS: Salesforce names August 2026. */
    public static final Retirement LIGHTNING_SYNC_OVER_EWS = new Retirement(
            "Lightning Sync for Microsoft 365 over EWS",
            Cloud.COMMERCIAL,
            LocalDate.of(2026, 8, 1),
            "Salesforce Help, Lightning Sync System Requirements: migrate by August 2026; Government Cloud excepted");

    /** EWS in Exchange Online is off by default from 1 October 2026. */
    public static final Retirement EWS_OFF_BY_DEFAULT = new Retirement(
            "EWS in Exchange Online unless the tenant allows it",
            Cloud.COMMERCIAL,
            LocalDate.of(2026, 10, 1),
            "Microsoft: disabled by default from 1 October 2026");

    /** EWS in Exchange Online is off for good from 1 April 2027. */
    public static final Retirement EWS_OFF = new Retirement(
            "EWS in Exchange Online",
            Cloud.COMMERCIAL,
            LocalDate.of(2027, 4, 1),
            "Microsoft: final shutdown on 1 April 2027, without exceptions");

    /** Lightning Sync altogether: Salesforce names April 2027. */
    public static final Retirement LIGHTNING_SYNC = new Retirement(
            "Lightning Sync",
            Cloud.COMMERCIAL,
            LocalDate.of(2027, 4, 1),
            "Salesforce Help, Lightning Sync System Requirements: retires in April 2027; Government Cloud excepted");

    private SalesforceRetirements() {}

    /**
     * The published dates.
     *
     * @return a calendar that the host can change
     */
    public static RetirementCalendar calendar() {
        return new RetirementCalendar(List.of(LIGHTNING_SYNC_OVER_EWS, EWS_OFF_BY_DEFAULT, EWS_OFF, LIGHTNING_SYNC));
    }
}
