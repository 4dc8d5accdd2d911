package io.github.crosstie.graph;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.crosstie.connector.Endpoint;
import io.github.crosstie.connector.Notification;
import io.github.crosstie.connector.Write;
import io.github.crosstie.connector.WriteOutcome;
import io.github.crosstie.graph.internal.wire.Way;
import io.github.crosstie.item.CancelledOccurrences;
import io.github.crosstie.item.EventFields;
import io.github.crosstie.item.Item;
import io.github.crosstie.item.ItemVersion;
import io.github.crosstie.item.OccurrenceExceptions;
import io.github.crosstie.item.OriginalStart;
import io.github.crosstie.item.Recurrence;
import io.github.crosstie.testkit.Items;
import io.github.crosstie.testkit.exchange.LoopbackItem;
import io.github.crosstie.testkit.exchange.SentMessage;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** What attendees hear of writes, over a server that tells them of each. */
@ParameterizedClass
@EnumSource(Way.class)
class InvitationsOverTheWireTest {

    private static final ZonedDateTime MONDAY =
            LocalDateTime.of(2026, 10, 19, 9, 0).atZone(ZoneId.of("Europe/Berlin"));
    private static final String BEA = "bea@other.example";

    private final Office office;
    private final Endpoint events;

    InvitationsOverTheWireTest(Way way) {
        office = new Office(way);
        events = office.events();
    }

    @AfterEach
    void close() {
        office.close();
    }

    private static Item appointment() {
        return Items.meeting("Standing", MONDAY, Duration.ofHours(1)).build();
    }

    private static Item meeting() {
        return appointment().toBuilder()
                .set(EventFields.REQUIRED_ATTENDEES, Set.of(BEA))
                .build();
    }

    private static Item series() {
        return meeting().toBuilder()
                .set(
                        EventFields.RECURRENCE,
                        Recurrence.weekly(MONDAY.getDayOfWeek()).toBuilder()
                                .count(6)
                                .build())
                .set(
                        EventFields.CANCELLED_OCCURRENCES,
                        CancelledOccurrences.of(new OriginalStart.At(MONDAY.plusWeeks(2))))
                .set(
                        EventFields.EXCEPTIONS,
                        OccurrenceExceptions.of(
                                new OriginalStart.At(MONDAY.plusWeeks(1)),
                                Item.event().set(EventFields.SUBJECT, "Sitting").build()))
                .build();
    }

    private WriteOutcome.Written invited(Item item) {
        return Office.written(events.write(List.of(office.creation(item, Notification.ATTENDEES)))
                .get(0));
    }

    private static void assertRefused(WriteOutcome outcome) {
        assertThat(outcome)
                .isInstanceOfSatisfying(
                        WriteOutcome.Rejected.class,
                        rejected -> assertThat(rejected.code()).isEqualTo("WOULD_NOTIFY"));
    }

    private int sent() {
        return office.mailbox.sent().size();
    }

    @Test
    @DisplayName("S7: says that it cannot write a meeting silently, and a contact it can")
    void saysThatItCannotBeSilent() {
        assertThat(events.capabilities().silentWrites()).isFalse();
        assertThat(office.contacts().capabilities().silentWrites()).isTrue();
    }

    @Test
    @DisplayName("S7: a meeting that is to tell nobody is not made")
    void makesNoMeetingSilently() {
        for (Item item : List.of(meeting(), series())) {
            assertRefused(events.write(List.of(office.creation(item))).get(0));
        }

        assertThat(office.mailbox.calendar().list()).isEmpty();
        assertThat(sent()).isZero();
    }

    @Test
    @DisplayName("S7: an appointment becomes no meeting without a word")
    void invitesNobodySilently() {
        WriteOutcome.Written known = office.create(events, appointment());

        assertRefused(events.write(List.of(Office.change(known, EventFields.OPTIONAL_ATTENDEES, Set.of(BEA))))
                .get(0));

        assertThat(sent()).isZero();
    }

    @Test
    @DisplayName("S7: a meeting is neither changed nor deleted by a write that is to tell nobody")
    void changesNoMeetingSilently() {
        WriteOutcome.Written known = invited(meeting());
        int before = sent();

        assertRefused(events.write(List.of(Office.change(known, EventFields.SUBJECT, "Sitting")))
                .get(0));
        assertRefused(events.write(List.of(Office.change(known, EventFields.RECURRENCE, Recurrence.daily())))
                .get(0));
        assertRefused(events.write(List.of(new Write.Delete(known.id(), known.version())))
                .get(0));

        assertThat(sent()).isEqualTo(before);
        assertThat(Office.read(events, known.id()).version()).isEqualTo(known.version());
    }

    @Test
    @DisplayName("S7: an appointment that somebody made a meeting of meanwhile tells nobody of a late write")
    void tellsNobodyOfALateWrite() {
        WriteOutcome.Written known = office.create(events, appointment());
        String exchangeId = office.exchangeId(known.id());
        LoopbackItem meeting = office.mailbox.calendar().edit(exchangeId, "RequiredAttendees", BEA);
        int before = sent();
        WriteOutcome.Written now = new WriteOutcome.Written(known.id(), new ItemVersion(meeting.changeKey()));

        WriteOutcome late = events.write(List.of(Office.change(known, EventFields.SUBJECT, "Sitting")))
                .get(0);
        WriteOutcome later = events.write(List.of(Office.change(now, EventFields.SUBJECT, "Sitting")))
                .get(0);

        assertThat(late).isInstanceOf(WriteOutcome.Conflict.class);
        assertRefused(later);
        assertThat(sent()).isEqualTo(before);
    }

    @Test
    @DisplayName("S7: who organizes nothing but takes part tells nobody, and may write")
    void letsAttendeesWrite() {
        LoopbackItem copy = office.mailbox
                .calendar()
                .put(Map.of(
                        "Subject", "Board",
                        "Start", MONDAY.toInstant().toString(),
                        "End", MONDAY.plusHours(1).toInstant().toString(),
                        "Organizer", BEA,
                        "RequiredAttendees", Office.ADA.value()));
        WriteOutcome.Written known =
                new WriteOutcome.Written(office.graphId(copy.id()), new ItemVersion(copy.changeKey()));

        Office.written(events.write(List.of(Office.change(known, EventFields.CATEGORIES, Set.of("Own"))))
                .get(0));

        assertThat(sent()).isZero();
    }

    @Test
    @DisplayName("S7: attendees are told if the write says so")
    void tellsAttendeesIfAsked() {
        WriteOutcome.Written known = invited(meeting());
        assertThat(office.mailbox.sent())
                .containsExactly(new SentMessage(SentMessage.Kind.REQUEST, "Standing", List.of(BEA)));

        events.write(List.of(new Write.Delete(known.id(), known.version(), Notification.ATTENDEES)));

        assertThat(office.mailbox.sent())
                .last()
                .isEqualTo(new SentMessage(SentMessage.Kind.CANCELLATION, "Standing", List.of(BEA)));
    }

    @Test
    @DisplayName("S7: a series with occurrences of their own invites once, when it is whole")
    void invitesOnceToASeries() {
        WriteOutcome.Written known = invited(series());

        assertThat(office.mailbox.sent()).hasSize(1);
        assertThat(Office.read(events, known.id()).item().get(EventFields.REQUIRED_ATTENDEES))
                .contains(Set.of(BEA));
    }

    @Test
    @DisplayName("P7: whether events have become meetings is asked once for all of them")
    void asksOnceForAll() {
        WriteOutcome.Written one = office.create(events, appointment());
        WriteOutcome.Written two = office.create(events, appointment());

        int requests = office.requests(() -> events.write(List.of(
                Office.change(one, EventFields.SUBJECT, "Sitting"), new Write.Delete(two.id(), two.version()))));

        assertThat(requests).isEqualTo(2);
    }
}
