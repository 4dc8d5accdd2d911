package io.github.crosstie.ews;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.crosstie.connector.Endpoint;
import io.github.crosstie.connector.Notification;
import io.github.crosstie.connector.Write;
import io.github.crosstie.connector.WriteOutcome;
import io.github.crosstie.item.CancelledOccurrences;
import io.github.crosstie.item.EventFields;
import io.github.crosstie.item.Field;
import io.github.crosstie.item.Item;
import io.github.crosstie.item.OccurrenceException;
import io.github.crosstie.item.OccurrenceExceptions;
import io.github.crosstie.item.OriginalStart;
import io.github.crosstie.item.Recurrence;
import io.github.crosstie.testkit.Items;
import io.github.crosstie.testkit.exchange.LoopbackRequest;
import io.github.crosstie.testkit.exchange.SentMessage;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Who hears of what becomes of a meeting. */
class InvitationsOverTheWireTest {

    private static final ZonedDateTime MONDAY =
            LocalDateTime.of(2026, 10, 19, 9, 0).atZone(ZoneId.of("Europe/Berlin"));
    private static final String BEA = "bea@other.example";
    private static final String CLEO = "cleo@other.example";

    private final Office office = new Office();
    private final Endpoint events = office.events();

    @AfterEach
    void close() {
        office.close();
    }

    private static Item meeting() {
        return Items.meeting("Standing", MONDAY, Duration.ofHours(1))
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
                .build();
    }

    private static OccurrenceExceptions oneCalled(String subject) {
        return OccurrenceExceptions.of(
                new OriginalStart.At(MONDAY.plusWeeks(1)),
                Item.event().set(EventFields.SUBJECT, subject).build());
    }

    private static CancelledOccurrences oneCancelled() {
        return CancelledOccurrences.of(new OriginalStart.At(MONDAY.plusWeeks(2)));
    }

    private List<SentMessage> sentFor(Item before, Notification notification, Field<?> field, Object value) {
        WriteOutcome.Written known = office.create(events, before);
        Write.Update quiet = Office.change(known, field, value);
        Write.Update update = new Write.Update(quiet.id(), quiet.expectedVersion(), quiet.fields(), notification);
        Office.written(events.write(List.of(update)).get(0));
        return office.mailbox.sent();
    }

    @Test
    @DisplayName("S7: attendees are told what changed, if the write says so")
    void tellsAttendeesWhatChanged() {
        assertThat(sentFor(meeting(), Notification.ATTENDEES, EventFields.SUBJECT, "Sitting"))
                .containsExactly(new SentMessage(SentMessage.Kind.UPDATE, "Sitting", List.of(BEA)));
    }

    @Test
    @DisplayName("S7: who is in a meeting already is not told that somebody else is, too")
    void tellsOnlyWhoIsNew() {
        assertThat(sentFor(meeting(), Notification.ATTENDEES, EventFields.REQUIRED_ATTENDEES, Set.of(BEA, CLEO)))
                .containsExactly(new SentMessage(SentMessage.Kind.REQUEST, "Standing", List.of(CLEO)));
    }

    @Test
    @DisplayName("S7: nobody is told of categories")
    void tellsNobodyOfCategories() {
        assertThat(sentFor(meeting(), Notification.ATTENDEES, EventFields.CATEGORIES, Set.of("Own")))
                .isEmpty();
    }

    @Test
    @DisplayName("S7: attendees are told which occurrence changed, if the write says so")
    void tellsOfAChangedOccurrence() {
        assertThat(sentFor(series(), Notification.ATTENDEES, EventFields.EXCEPTIONS, oneCalled("Sitting")))
                .containsExactly(new SentMessage(SentMessage.Kind.UPDATE, "Sitting", List.of(BEA)));
    }

    @Test
    @DisplayName("S7: attendees are told which occurrence does not take place, if the write says so")
    void tellsOfACancelledOccurrence() {
        assertThat(sentFor(series(), Notification.ATTENDEES, EventFields.CANCELLED_OCCURRENCES, oneCancelled()))
                .containsExactly(new SentMessage(SentMessage.Kind.CANCELLATION, "Standing", List.of(BEA)));
    }

    @Test
    @DisplayName("S7: a write that is to tell nobody tells nobody, on none of the paths it takes")
    void tellsNobodyUnlessAsked() {
        sentFor(meeting(), Notification.NONE, EventFields.SUBJECT, "Sitting");
        sentFor(series(), Notification.NONE, EventFields.EXCEPTIONS, oneCalled("Sitting"));
        sentFor(series(), Notification.NONE, EventFields.CANCELLED_OCCURRENCES, oneCancelled());
        sentFor(
                series().toBuilder()
                        .set(EventFields.CANCELLED_OCCURRENCES, oneCancelled())
                        .build(),
                Notification.NONE,
                EventFields.CANCELLED_OCCURRENCES,
                CancelledOccurrences.NONE);

        assertThat(office.mailbox.sent()).isEmpty();
        assertThat(office.exchange.requests())
                .extracting(LoopbackRequest::envelope)
                .noneMatch(envelope -> envelope.contains("SendToAll") || envelope.contains("SendToChanged"));
    }

    /** What is sent when a change of two occurrences stops after the first of them, and when it is undone. */
    private List<SentMessage> sentForUndoing(Notification notification) {
        WriteOutcome.Written known = office.create(events, series());
        OccurrenceExceptions two = oneCalled("Sitting")
                .with(
                        new OriginalStart.At(MONDAY.plusWeeks(3)),
                        OccurrenceException.of(
                                Item.event().set(EventFields.SUBJECT, "Walking").build()));
        Write.Update quiet = Office.change(known, EventFields.EXCEPTIONS, two);
        office.exchange.faults().nth("UpdateItem", 3).loseRequest();
        events.write(List.of(new Write.Update(quiet.id(), quiet.expectedVersion(), quiet.fields(), notification)));
        Office.read(events, known.id());
        office.clock.advance(Duration.ofMinutes(16));

        office.create(
                events,
                Items.meeting("Other", MONDAY.minusWeeks(2), Duration.ofHours(1))
                        .build());

        assertThat(Office.read(events, known.id()).item().get(EventFields.EXCEPTIONS))
                .isEmpty();
        return office.mailbox.sent();
    }

    @Test
    @DisplayName("S7: whoever was told of a change that is undone later is told of that, too")
    void tellsOfWhatIsUndone() {
        assertThat(sentForUndoing(Notification.ATTENDEES))
                .extracting(SentMessage::subject)
                .containsExactly("Sitting", "Standing");
    }

    @Test
    @DisplayName("S7: nobody is told that a change is undone of which nobody was told")
    void undoesWithoutAWord() {
        assertThat(sentForUndoing(Notification.NONE)).isEmpty();
    }
}
