package io.github.crosstie.sync;

import static io.github.crosstie.item.ContactFields.BUSINESS_PHONE;
import static io.github.crosstie.item.ContactFields.CATEGORIES;
import static io.github.crosstie.item.ContactFields.COMPANY_NAME;
import static io.github.crosstie.item.ContactFields.EMAIL_ADDRESS;
import static io.github.crosstie.item.ContactFields.JOB_TITLE;
import static io.github.crosstie.item.ContactFields.NOTES;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.crosstie.apply.Outcome;
import io.github.crosstie.apply.RoundReport;
import io.github.crosstie.configuration.AmbiguousMatchPolicy;
import io.github.crosstie.configuration.Filter;
import io.github.crosstie.configuration.SyncDirection;
import io.github.crosstie.item.EventFields;
import io.github.crosstie.item.EventTime;
import io.github.crosstie.item.Item;
import io.github.crosstie.item.ItemId;
import io.github.crosstie.item.Sensitivity;
import io.github.crosstie.item.Side;
import io.github.crosstie.plan.OutcomeCode;
import io.github.crosstie.plan.SyncPlan;
import io.github.crosstie.plan.Totals;
import io.github.crosstie.testkit.Items;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class FirstSyncTest {

    private static final Item ADA = Items.contact("Ada", "Lovelace").build();
    private static final Item BEA = Items.contact("Bea", "Baker").build();
    private static final ZonedDateTime NOON = ZonedDateTime.of(2026, 3, 4, 12, 0, 0, 0, ZoneId.of("Europe/Berlin"));

    @Test
    @DisplayName("S1: records of either side appear on the other")
    void copiesBothWays() {
        Enrollment user = Enrollment.contacts();
        user.crm.create(ADA);
        user.mail.create(BEA);

        RoundReport report = user.run();

        assertThat(user.crm.items().values()).containsExactlyInAnyOrder(ADA, BEA);
        assertThat(user.mail.items().values()).containsExactlyInAnyOrder(ADA, BEA);
        assertThat(report.writes()).isEqualTo(2);
        assertThat(report.plan().orElseThrow().header().totals().writes()).isEqualTo(2);
    }

    @Test
    @DisplayName("S2: contacts that exist on both sides are linked by e-mail, not duplicated")
    void linksByEmailWithoutCase() {
        Enrollment user = Enrollment.contacts();
        user.crm.create(
                Items.contact("Ada", "Lovelace").set(COMPANY_NAME, "Engines").build());
        user.mail.create(Item.contact()
                .set(EMAIL_ADDRESS, "ADA.LOVELACE@EXAMPLE.COM")
                .set(BUSINESS_PHONE, "+49 1")
                .build());

        RoundReport report = user.run();

        assertThat(report.plan().orElseThrow().header().totals().matches()).isEqualTo(1);
        assertThat(user.crm.items()).hasSize(1);
        assertThat(user.mail.items()).hasSize(1);
        Item merged = Items.contact("Ada", "Lovelace")
                .set(COMPANY_NAME, "Engines")
                .set(BUSINESS_PHONE, "+49 1")
                .build();
        assertThat(user.crm.items().values()).containsExactly(merged);
        assertThat(user.mail.items().values()).containsExactly(merged);
        assertThat(report.journal())
                .singleElement()
                .satisfies(line -> assertThat(line.conflict().lost()).isEqualTo("ADA.LOVELACE@EXAMPLE.COM"));
    }

    @Test
    @DisplayName("S2: contacts without a common e-mail are linked by first and last name")
    void linksByName() {
        Enrollment user = Enrollment.contacts();
        user.crm.create(ADA);
        user.mail.create(ADA.toBuilder().clear(EMAIL_ADDRESS).build());

        user.run();

        assertThat(user.crm.items().values()).containsExactly(ADA);
        assertThat(user.mail.items().values()).containsExactly(ADA);
    }

    @Test
    @DisplayName("S2: several candidates are reported, neither linked nor created")
    void reportsSeveralCandidates() {
        Enrollment user = Enrollment.contacts();
        user.crm.create(ADA);
        user.mail.create(ADA);
        ItemId second =
                user.mail.create(ADA.toBuilder().set(JOB_TITLE, "Countess").build());

        RoundReport report = user.run();

        assertThat(report.writes()).isZero();
        assertThat(report.outcomes()).hasSize(3).extracting(Outcome::code).containsOnly(OutcomeCode.AMBIGUOUS_MATCH);

        user.mail.delete(second);
        user.run();

        assertThat(user.crm.items()).as("told apart, they are linked").hasSize(1);
        assertThat(user.memory.load(user.key).links()).hasSize(1);
    }

    @Test
    @DisplayName("S2: several candidates go by the setting")
    void choosesAmongSeveralBySetting() {
        Enrollment user =
                Enrollment.contacts().settings(change -> change.ambiguousMatches(AmbiguousMatchPolicy.OLDEST_CREATED));
        user.crm.create(ADA);
        ItemId older = user.mail.create(ADA);
        user.clock.advance(Duration.ofHours(1));
        ItemId newer = user.mail.create(ADA.toBuilder().set(NOTES, "newer").build());

        user.run();

        assertThat(user.mail.items()).containsOnlyKeys(older, newer);
        assertThat(user.crm.items().values())
                .containsExactlyInAnyOrder(
                        ADA, ADA.toBuilder().set(NOTES, "newer").build());
    }

    @Test
    @DisplayName("S2: equal events are linked by subject, start and end, and two equal meetings stay two")
    void keepsTwoEqualMeetingsTwo() {
        Enrollment user = Enrollment.events();
        Item standup = Items.meeting("Standup", NOON, Duration.ofMinutes(15)).build();
        ZonedDateTime sameMoment = NOON.withZoneSameInstant(ZoneId.of("America/New_York"));
        user.crm.create(standup);
        user.crm.create(standup);
        user.mail.create(
                Items.meeting("Standup", sameMoment, Duration.ofMinutes(15)).build());

        user.run();

        assertThat(user.crm.items()).hasSize(2);
        assertThat(user.mail.items()).hasSize(2);
        assertThat(user.memory.load(user.key).links()).hasSize(2);
    }

    @Test
    @DisplayName("S5: an all-day event stays all-day, by its dates")
    void keepsAllDayEventsByDate() {
        Enrollment user = Enrollment.events();
        user.crm.create(Items.allDay("Fair", LocalDate.of(2026, 3, 28), 2).build());

        user.run();

        assertThat(user.mail.items().values())
                .extracting(item -> item.get(EventFields.TIME).orElseThrow())
                .containsExactly(new EventTime.AllDay(LocalDate.of(2026, 3, 28), LocalDate.of(2026, 3, 30)));
    }

    @Test
    @DisplayName("S23: events outside the window wait until they enter it")
    void waitsForTheWindow() {
        Enrollment user = Enrollment.events();
        user.crm.create(Items.meeting("Long ago", NOON.minusDays(40), Duration.ofHours(1))
                .build());
        user.crm.create(Items.meeting("Next year", NOON.plusDays(400), Duration.ofHours(1))
                .build());

        RoundReport report = user.run();

        assertThat(user.mail.items()).isEmpty();
        assertThat(report.outcomes()).extracting(Outcome::code).containsOnly(OutcomeCode.FILTERED_OUT);

        user.clock.advance(Duration.ofDays(60));
        user.run();

        assertThat(user.mail.items().values())
                .extracting(item -> item.get(EventFields.SUBJECT).orElseThrow())
                .containsExactly("Next year");
    }

    @Test
    @DisplayName("S9: private events do not flow unless the setting says so")
    void keepsPrivateEvents() {
        Enrollment user = Enrollment.events();
        user.mail.create(Items.meeting("Doctor", NOON, Duration.ofHours(1))
                .set(EventFields.SENSITIVITY, Sensitivity.PRIVATE)
                .build());

        user.run();

        assertThat(user.crm.items()).isEmpty();
    }

    @Test
    @DisplayName("S14: a record that a filter keeps out flows once it meets the filter")
    void filters() {
        Enrollment user = Enrollment.contacts()
                .settings(change ->
                        change.filters(List.of(new Filter(Side.CRM, CATEGORIES, Filter.Operator.IN, Set.of("Sync")))));
        ItemId ada = user.crm.create(ADA);
        user.run();
        assertThat(user.mail.items()).isEmpty();

        user.crm.edit(ada, contact -> contact.set(CATEGORIES, Set.of("Sync")));
        user.run();

        assertThat(user.mail.items()).hasSize(1);
    }

    @Test
    @DisplayName("S1: against the direction nothing is created, but matched")
    void createsInTheDirectionAlone() {
        Enrollment user = Enrollment.contacts().settings(change -> change.direction(SyncDirection.CRM_TO_MAIL));
        user.mail.create(ADA);
        user.mail.create(BEA);
        user.run();
        assertThat(user.crm.items()).isEmpty();

        user.crm.create(ADA.toBuilder().set(JOB_TITLE, "Countess").build());
        user.run();

        assertThat(user.mail.items().values())
                .containsExactlyInAnyOrder(
                        ADA.toBuilder().set(JOB_TITLE, "Countess").build(), BEA);
        assertThat(user.crm.items()).hasSize(1);
    }

    @Test
    @DisplayName("G1: a dry run tells what the round will do, and touches nothing")
    void dryRunTouchesNothing() {
        Enrollment user = Enrollment.contacts();
        user.crm.create(ADA);
        user.mail.create(BEA);

        SyncPlan plan = user.plan();

        Totals totals = plan.header().totals();
        assertThat(totals.mailCreates()).isEqualTo(1);
        assertThat(totals.crmCreates()).isEqualTo(1);
        assertThat(user.writes()).isZero();
        assertThat(user.memory.load(user.key).cursor(Side.CRM)).isNull();
        assertThat(user.memory.load(user.key).observations()).isEmpty();
        assertThat(user.plan()).as("the same inputs give the same plan").isEqualTo(plan);
        assertThat(user.run().plan()).contains(plan);
    }

    @Test
    @DisplayName("G5: the second round writes nothing, reads nothing and asks each side once")
    void secondRoundIsSilent() {
        Enrollment user = Enrollment.contacts(mailbox -> mailbox.carriesRecords(false));
        user.crm.create(ADA);
        user.mail.create(BEA);
        user.mail.create(ADA.toBuilder().set(NOTES, "x").build());
        user.run();
        int writes = user.writes();
        int reads = user.mail.faults().reads() + user.crm.faults().reads();
        int calls = user.mail.faults().calls();

        RoundReport second = user.run();

        assertThat(second.plan().orElseThrow().changes()).isEmpty();
        assertThat(second.outcomes()).isEmpty();
        assertThat(user.writes()).isEqualTo(writes);
        assertThat(user.mail.faults().reads() + user.crm.faults().reads()).isEqualTo(reads);
        assertThat(user.mail.faults().calls()).isEqualTo(calls + 1);
    }
}
