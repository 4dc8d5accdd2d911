package io.github.crosstie.ews;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.crosstie.connector.Endpoint;
import io.github.crosstie.connector.ReadOutcome;
import io.github.crosstie.connector.Tagged;
import io.github.crosstie.connector.Write;
import io.github.crosstie.connector.WriteOutcome;
import io.github.crosstie.fault.AccessBlockedException;
import io.github.crosstie.fault.ContractBrokenException;
import io.github.crosstie.fault.CursorExpiredException;
import io.github.crosstie.fault.ThrottledException;
import io.github.crosstie.fault.UnauthorizedException;
import io.github.crosstie.fault.UnavailableException;
import io.github.crosstie.item.ContactFields;
import io.github.crosstie.item.EventFields;
import io.github.crosstie.item.EventTime;
import io.github.crosstie.item.Item;
import io.github.crosstie.testkit.Items;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What goes wrong on the wire, in the words of the engine. */
class TroubleOverTheWireTest {

    private static final Duration PAUSE = Duration.ofSeconds(90);

    private final Office office = new Office();
    private final Endpoint contacts = office.contacts();

    @AfterEach
    void close() {
        office.close();
    }

    private static Item ada() {
        return Items.contact("Ada", "Example").build();
    }

    @Test
    @DisplayName("F2: a creation whose answer was lost is unknown, and found by its mark")
    void saysUnknownWhereTheAnswerWasLost() {
        contacts.changes(null);
        Write.Create creation = office.creation(ada());
        office.exchange.faults().next("CreateItem").loseAnswer();

        WriteOutcome outcome = contacts.write(List.of(creation)).get(0);

        assertThat(outcome).isInstanceOf(WriteOutcome.Unknown.class);
        assertThat(contacts.find(List.of(creation.tag())))
                .extracting(Tagged::tag)
                .containsExactly(creation.tag());
    }

    @Test
    @DisplayName("F2: a creation that a gateway answers with 503 is unknown, and found by its mark if it was saved")
    void saysUnknownWhereAGatewayGaveUp() {
        contacts.changes(null);
        Write.Create creation = office.creation(ada());
        office.exchange.faults().next("CreateItem").loseAnswerToGateway(503);

        WriteOutcome outcome = contacts.write(List.of(creation)).get(0);

        assertThat(outcome).isInstanceOf(WriteOutcome.Unknown.class);
        assertThat(contacts.find(List.of(creation.tag())))
                .extracting(Tagged::tag)
                .containsExactly(creation.tag());
    }

    @Test
    @DisplayName("F7: a 503 that says until when keeps the mailbox quiet, although what became of the write is unknown")
    void keepsQuietAfterAWriteOfUnknownOutcome() {
        contacts.changes(null);
        office.exchange.faults().next("CreateItem").serviceUnavailable(PAUSE);

        WriteOutcome outcome = contacts.write(List.of(office.creation(ada()))).get(0);

        assertThat(outcome).isInstanceOf(WriteOutcome.Unknown.class);
        assertThatThrownBy(() -> contacts.changes(null)).isInstanceOf(ThrottledException.class);
    }

    @Test
    @DisplayName("F7: a busy mailbox is left alone until the moment that it names, and nothing was written")
    void throwsWhereNothingWasSent() {
        contacts.changes(null);
        office.exchange.faults().next("CreateItem").throttle(PAUSE);

        assertThatThrownBy(() -> contacts.write(List.of(office.creation(ada()))))
                .isInstanceOfSatisfying(
                        ThrottledException.class,
                        throttled -> assertThat(throttled.retryAt())
                                .isEqualTo(office.clock.instant().plus(PAUSE)));
        assertThat(office.contactFolder().list()).isEmpty();
    }

    @Test
    @DisplayName("F7: what was not sent because the mailbox is busy is put off, what was sent is told")
    void putsOffWhatWasNotSent() {
        WriteOutcome.Written known = office.create(contacts, ada());
        office.exchange.faults().next("UpdateItem").throttle(PAUSE);

        List<WriteOutcome> outcomes = contacts.write(
                List.of(Office.change(known, ContactFields.JOB_TITLE, "Keeper"), office.creation(ada())));

        assertThat(outcomes.get(0))
                .isEqualTo(new WriteOutcome.Deferred(office.clock.instant().plus(PAUSE)));
        assertThat(outcomes.get(1)).isInstanceOf(WriteOutcome.Written.class);
    }

    @Test
    @DisplayName("F7: a mailbox that is busy for one write hears nothing more before its moment, of neither endpoint")
    void sendsNothingMoreOnceOneWriteWasTooMuch() {
        Endpoint events = office.events();
        events.changes(null);
        WriteOutcome.Written known = office.create(contacts, ada());
        office.exchange.faults().next("CreateItem").throttleInMessage(PAUSE);
        WriteOutcome later = new WriteOutcome.Deferred(office.clock.instant().plus(PAUSE));
        List<WriteOutcome> outcomes = new ArrayList<>();

        int requests = office.requests(() -> {
            outcomes.addAll(contacts.write(
                    List.of(Office.change(known, ContactFields.JOB_TITLE, "Keeper"), office.creation(ada()))));
            assertThatThrownBy(() -> events.changes(null))
                    .isInstanceOfSatisfying(
                            ThrottledException.class,
                            throttled -> assertThat(throttled.retryAt())
                                    .isEqualTo(office.clock.instant().plus(PAUSE)));
        });

        assertThat(outcomes).containsExactly(later, later);
        assertThat(requests).isEqualTo(1);
    }

    @Test
    @DisplayName("F7: a mailbox that is busy for one item that is read is left alone by its other endpoint, too")
    void sendsNothingMoreOnceOneItemWasTooMuch() {
        Endpoint events = office.events();
        WriteOutcome.Written known = office.create(contacts, ada());
        office.exchange.faults().next("GetItem").throttleInMessage(PAUSE);

        assertThatThrownBy(() -> contacts.read(List.of(known.id()))).isInstanceOf(ThrottledException.class);

        assertThat(office.requests(
                        () -> assertThatThrownBy(() -> events.changes(null)).isInstanceOf(ThrottledException.class)))
                .isZero();
    }

    @Test
    @DisplayName("S15: one record that is refused keeps no other back")
    void tellsRefusedRecordsApart() {
        contacts.changes(null);
        office.exchange.faults().next("CreateItem").refusePart(1, "ErrorInvalidPropertySet");

        List<WriteOutcome> outcomes =
                contacts.write(List.of(office.creation(ada()), office.creation(ada()), office.creation(ada())));

        assertThat(outcomes.get(0)).isInstanceOf(WriteOutcome.Written.class);
        assertThat(outcomes.get(1)).isInstanceOfSatisfying(WriteOutcome.Rejected.class, rejected -> {
            assertThat(rejected.code()).isEqualTo("ErrorInvalidPropertySet");
            assertThat(rejected.permanent()).isTrue();
        });
        assertThat(outcomes.get(2)).isInstanceOf(WriteOutcome.Written.class);
    }

    @Test
    @DisplayName("S15: an item that the server cannot tell is unreadable, and the others are read")
    void tellsUnreadableItemsApart() {
        WriteOutcome.Written ada = office.create(contacts, ada());
        WriteOutcome.Written bea = office.create(contacts, ada());
        office.exchange.faults().next("GetItem").refusePart(0, "ErrorItemCorrupt");

        List<ReadOutcome> outcomes = contacts.read(List.of(ada.id(), bea.id()));

        assertThat(outcomes.get(0))
                .isInstanceOfSatisfying(
                        ReadOutcome.Unreadable.class,
                        unreadable -> assertThat(unreadable.message()).contains("ErrorItemCorrupt"));
        assertThat(outcomes.get(1)).isInstanceOf(ReadOutcome.Found.class);
    }

    @Test
    @DisplayName("F12: a deletion and an update of a stale version are refused")
    void refusesStaleVersions() {
        WriteOutcome.Written first = office.create(contacts, ada());
        office.contactFolder().edit(first.id().value(), "JobTitle", "Person's");

        List<WriteOutcome> outcomes = List.of(
                contacts.write(List.of(Office.change(first, ContactFields.JOB_TITLE, "Keeper")))
                        .get(0),
                contacts.write(List.of(new Write.Delete(first.id(), first.version())))
                        .get(0));

        assertThat(outcomes).hasOnlyElementsOfType(WriteOutcome.Conflict.class);
        assertThat(office.contactFolder().item(first.id().value()).value("JobTitle"))
                .isEqualTo("Person's");
    }

    @Test
    @DisplayName("F12: a change of an event's time that somebody else was faster than is refused")
    void refusesStaleTimes() {
        Endpoint events = office.events();
        Item meeting = Items.allDay("Fair", LocalDate.of(2026, 7, 1), 2).build();
        WriteOutcome.Written first = office.create(events, meeting);
        office.mailbox.calendar().edit(first.id().value(), "Subject", "Person's");

        WriteOutcome outcome = events.write(List.of(Office.change(
                        first,
                        EventFields.TIME,
                        new EventTime.AllDay(LocalDate.of(2026, 7, 2), LocalDate.of(2026, 7, 3)))))
                .get(0);

        assertThat(outcome).isInstanceOf(WriteOutcome.Conflict.class);
    }

    @Test
    @DisplayName("F8, F10: trouble of the whole mailbox is an exception that says what to do next")
    void throwsWhatConcernsTheMailbox() {
        contacts.changes(null);
        Map<Class<? extends Exception>, Runnable> troubles = Map.of(
                UnauthorizedException.class,
                        () -> office.exchange.faults().next().fault("ErrorAccessDenied"),
                AccessBlockedException.class,
                        () -> office.exchange.faults().next().blocked(),
                UnavailableException.class,
                        () -> office.exchange.faults().next().errorPage(),
                CursorExpiredException.class,
                        () -> office.exchange.faults().next().refuse("ErrorInvalidSyncStateData"),
                ContractBrokenException.class,
                        () -> office.exchange.faults().next().answer(200, "text/xml", "<html/>"));
        troubles.forEach((expected, trouble) -> {
            trouble.run();

            assertThatThrownBy(() -> contacts.changes(null)).isInstanceOf(expected);
        });
    }

    @Test
    @DisplayName("S4: a body that a person formatted stays HTML when its text changes, and is read as text")
    void keepsFormattedBodies() {
        WriteOutcome.Written ada = office.create(contacts, ada());
        office.contactFolder().edit(ada.id().value(), "Body/HTML", "<html><body>a<br>b</body></html>");
        WriteOutcome.Written known = new WriteOutcome.Written(
                ada.id(), Office.read(contacts, ada.id()).version());

        assertThat(Office.read(contacts, ada.id()).item().get(ContactFields.NOTES))
                .contains("a\nb");
        Office.update(contacts, known, ContactFields.NOTES, "1 < 2\n  three");

        assertThat(office.contactFolder().item(ada.id().value()).value("Body")).startsWith("<html>");
        assertThat(Office.read(contacts, ada.id()).item().get(ContactFields.NOTES))
                .contains("1 < 2\n  three");
    }
}
