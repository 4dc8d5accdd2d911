package io.github.crosstie.sync;

import static io.github.crosstie.item.EventFields.BODY;
import static io.github.crosstie.item.EventFields.CANCELLED_OCCURRENCES;
import static io.github.crosstie.item.EventFields.EXCEPTIONS;
import static io.github.crosstie.item.EventFields.LOCATION;
import static io.github.crosstie.item.EventFields.RECURRENCE;
import static io.github.crosstie.item.EventFields.REQUIRED_ATTENDEES;
import static io.github.crosstie.item.EventFields.SENSITIVITY;
import static io.github.crosstie.item.EventFields.SUBJECT;
import static io.github.crosstie.item.EventFields.TIME;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.crosstie.apply.Outcome;
import io.github.crosstie.configuration.DeletePolicy;
import io.github.crosstie.configuration.FieldMapping;
import io.github.crosstie.configuration.InvitationPolicy;
import io.github.crosstie.configuration.PrivateEventPolicy;
import io.github.crosstie.item.CancelledOccurrences;
import io.github.crosstie.item.EventFields;
import io.github.crosstie.item.EventTime;
import io.github.crosstie.item.Item;
import io.github.crosstie.item.ItemId;
import io.github.crosstie.item.OccurrenceExceptions;
import io.github.crosstie.item.OriginalStart;
import io.github.crosstie.item.Recurrence;
import io.github.crosstie.item.Sensitivity;
import io.github.crosstie.item.Side;
import io.github.crosstie.plan.OutcomeCode;
import io.github.crosstie.testkit.Items;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Private events by each of the three settings. */
class PrivateEventSyncTest {

    private final Enrollment user = Enrollment.events();

    @BeforeEach
    void timeOnly() {
        set(PrivateEventPolicy.TIME_ONLY);
        user.crm.create(event("Other", 4).build());
        user.crm.create(event("Another", 5).build());
        user.run();
    }

    private void set(PrivateEventPolicy policy) {
        user.eventSettings(policy, InvitationPolicy.NEVER, 50);
    }

    private EventTime time(int days) {
        ZonedDateTime start = ZonedDateTime.now(user.clock).plusDays(days);
        return new EventTime.Timed(start, start.plusHours(1));
    }

    private Item.Builder event(String subject, int days) {
        return Items.meeting(subject, ZonedDateTime.now(user.clock).plusDays(days), Duration.ofHours(1));
    }

    private Item.Builder doctor() {
        return event("Doctor", 2).set(BODY, "Nobody's business").set(LOCATION, "Clinic");
    }

    private Item.Builder secret() {
        return doctor().set(SENSITIVITY, Sensitivity.PRIVATE).set(REQUIRED_ATTENDEES, Set.of("charles@example.com"));
    }

    @ParameterizedTest
    @EnumSource(Side.class)
    @DisplayName("S9: of a private series its times flow, cancelled occurrences included")
    void carriesTheTimesOfASeries(Side side) {
        user.on(side).create(series().build());

        user.run();

        Item copy = held(side.other());
        assertThat(copy.values().keySet())
                .containsExactlyInAnyOrder(TIME, SENSITIVITY, RECURRENCE, CANCELLED_OCCURRENCES);
        assertThat(copy.get(CANCELLED_OCCURRENCES)).isEqualTo(held(side).get(CANCELLED_OCCURRENCES));
    }

    @ParameterizedTest
    @EnumSource(Side.class)
    @DisplayName("S6, S9: of an occurrence of a private series that differs, its time alone flows")
    void carriesTheTimesOfOccurrences(Side side) {
        Item moved =
                Item.event().set(LOCATION, "Other clinic").set(TIME, time(12)).build();
        user.on(side)
                .create(series().set(EXCEPTIONS, OccurrenceExceptions.of(occurrence(1), moved))
                        .build());

        user.run();

        assertThat(held(side.other()).get(EXCEPTIONS))
                .contains(OccurrenceExceptions.of(
                        occurrence(1), Item.event().set(TIME, time(12)).build()));
        assertThat(user.run().writes()).isZero();
    }

    @Test
    @DisplayName("S9: a series with a private occurrence is private")
    void countsPrivateOccurrences() {
        set(PrivateEventPolicy.OFF);
        Item secret = Item.event()
                .set(SENSITIVITY, Sensitivity.PRIVATE)
                .set(SUBJECT, "Oncologist")
                .build();
        user.mail.create(series().clear(SENSITIVITY)
                .set(EXCEPTIONS, OccurrenceExceptions.of(occurrence(1), secret))
                .build());

        user.run();

        assertThat(user.crm.items()).hasSize(2);
    }

    private OriginalStart occurrence(int number) {
        return new OriginalStart.At(ZonedDateTime.now(user.clock).plusDays(2).plusWeeks(number));
    }

    private Item.Builder series() {
        return secret().set(RECURRENCE, Recurrence.parse("FREQ=WEEKLY;COUNT=4"))
                .set(CANCELLED_OCCURRENCES, CancelledOccurrences.of(occurrence(2)));
    }

    private Item busy(int days) {
        return Item.event()
                .set(TIME, time(days))
                .set(SENSITIVITY, Sensitivity.PRIVATE)
                .build();
    }

    private Item held(Side side) {
        return user.on(side).item(user.newest(side)).orElseThrow();
    }

    @ParameterizedTest
    @EnumSource(Side.class)
    @DisplayName("S9: of a private event its time alone flows, and that it is private")
    void carriesTheTimeAlone(Side side) {
        user.on(side).create(secret().build());

        user.run();

        assertThat(held(side.other())).isEqualTo(busy(2));
        assertThat(held(side)).isEqualTo(secret().build());
        assertThat(user.run().writes()).isZero();
    }

    @ParameterizedTest
    @EnumSource(Side.class)
    @DisplayName(
            "S9: a private event that moves, moves on the other side; what else is edited on either side stays there")
    void movesAndKeepsTheRest(Side side) {
        ItemId original = user.on(side).create(secret().build());
        user.run();
        ItemId copy = user.newest(side.other());
        user.on(side.other()).edit(copy, event -> event.set(SUBJECT, "Away").set(LOCATION, "Elsewhere"));
        user.run();

        user.on(side).edit(original, event -> event.set(TIME, time(3)).set(BODY, "Take the X-rays along"));
        user.run();

        assertThat(user.on(side.other()).item(copy))
                .contains(busy(3).toBuilder()
                        .set(SUBJECT, "Away")
                        .set(LOCATION, "Elsewhere")
                        .build());
        assertThat(user.on(side).item(original))
                .contains(secret().set(TIME, time(3))
                        .set(BODY, "Take the X-rays along")
                        .build());
    }

    @ParameterizedTest
    @EnumSource(Side.class)
    @DisplayName(
            "S9: an event that becomes private keeps on the other side what is there, and says no more than its time")
    void becomesPrivate(Side side) {
        ItemId here = user.on(side).create(doctor().build());
        user.run();

        user.on(side)
                .edit(
                        here,
                        event -> event.set(SENSITIVITY, Sensitivity.PRIVATE)
                                .set(SUBJECT, "Oncologist")
                                .set(TIME, time(3)));
        user.run();

        assertThat(held(side.other()))
                .isEqualTo(doctor().set(TIME, time(3))
                        .set(SENSITIVITY, Sensitivity.PRIVATE)
                        .build());
    }

    @ParameterizedTest
    @EnumSource(Side.class)
    @DisplayName("S9, S14: an event that becomes public flows whole, with what was edited while it was private")
    void becomesPublic(Side side) {
        ItemId original = user.on(side).create(secret().build());
        user.run();
        user.on(side).edit(original, event -> event.set(SUBJECT, "Dentist"));
        user.run();

        user.on(side).edit(original, event -> event.set(SENSITIVITY, Sensitivity.NORMAL));
        user.run();

        assertThat(held(side.other())).isEqualTo(held(side));
        assertThat(held(side.other()).get(SUBJECT)).contains("Dentist");
    }

    @Test
    @DisplayName(
            "S9, S14: by the setting off, an event that becomes private stays as it is on both sides until it is public again")
    void leavesAndReturns() {
        set(PrivateEventPolicy.OFF);
        ItemId mail = user.mail.create(doctor().build());
        user.run();
        user.mail.edit(
                mail, event -> event.set(SENSITIVITY, Sensitivity.CONFIDENTIAL).set(SUBJECT, "Oncologist"));

        assertThat(user.run().outcomes()).extracting(Outcome::code).containsExactly(OutcomeCode.FILTERED_OUT);
        assertThat(held(Side.CRM)).isEqualTo(doctor().build());

        user.mail.edit(mail, event -> event.set(SENSITIVITY, Sensitivity.NORMAL));
        user.run();

        assertThat(held(Side.CRM).get(SUBJECT)).contains("Oncologist");
    }

    @ParameterizedTest
    @EnumSource(Side.class)
    @DisplayName("S9: by the setting full, a private event flows whole")
    void carriesEverything(Side side) {
        set(PrivateEventPolicy.FULL);
        user.on(side).create(secret().build());

        user.run();

        assertThat(held(side.other())).isEqualTo(secret().build());
    }

    @Test
    @DisplayName("S9: a private event that is recognised keeps its privacy against a CRM that calls it normal and wins")
    void isNotOpenedByTheFirstContact() {
        user.mail.create(secret().build());
        user.crm.create(event("Doctor", 2).set(SENSITIVITY, Sensitivity.NORMAL).build());

        user.run();
        user.run();

        assertThat(held(Side.MAIL)).isEqualTo(secret().build());
        assertThat(held(Side.CRM))
                .isEqualTo(
                        event("Doctor", 2).set(SENSITIVITY, Sensitivity.PRIVATE).build());
    }

    @Test
    @DisplayName(
            "S9: a CRM without confidentiality neither gets nor gives more than the time of what the mailbox calls private")
    void asksTheMailboxWhatIsPrivate() {
        user.settings(change -> change.fields(EventFields.STANDARD.stream()
                .filter(field -> !field.equals(SENSITIVITY))
                .map(FieldMapping::same)
                .toList()));
        user.mail.create(secret().build());
        user.run();
        assertThat(held(Side.CRM)).isEqualTo(Item.event().set(TIME, time(2)).build());

        user.crm.edit(user.newest(Side.CRM), event -> event.set(SUBJECT, "Away").set(TIME, time(3)));
        user.run();

        assertThat(held(Side.MAIL)).isEqualTo(secret().set(TIME, time(3)).build());
    }

    @Test
    @DisplayName("S9, S11: the copy of a private event goes with its original")
    void deletesTheCopy() {
        ItemId original = user.crm.create(secret().build());
        user.run();

        user.crm.delete(original);
        user.run();

        assertThat(user.mail.items()).hasSize(2);
    }

    @Test
    @DisplayName("S9, S11: the original of a private event does not go with its copy, which never showed all of it")
    void keepsTheOriginal() {
        ItemId original = user.mail.create(secret().build());
        user.run();

        user.crm.delete(user.newest(Side.CRM));
        user.run();
        user.run();

        assertThat(user.mail.item(original)).contains(secret().build());
        assertThat(user.crm.items()).as("nor is it copied again").hasSize(2);
    }

    @Test
    @DisplayName("S9, S11: an original that moved while its copy was deleted comes back with its time alone")
    void copiesTheTimeAloneAgain() {
        user.settings(change -> change.deletions(Side.CRM, DeletePolicy.PROPAGATE));
        ItemId original = user.mail.create(secret().build());
        user.run();
        user.mail.edit(original, event -> event.set(TIME, time(3)));
        user.crm.delete(user.newest(Side.CRM));

        user.run();

        assertThat(user.crm.items()).hasSize(3);
        assertThat(held(Side.CRM)).isEqualTo(busy(3));
    }
}
