package io.github.crosstie.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.crosstie.connector.Change;
import io.github.crosstie.connector.ReadOutcome;
import io.github.crosstie.connector.Removal;
import io.github.crosstie.connector.WriteOutcome;
import io.github.crosstie.fault.ContractBrokenException;
import io.github.crosstie.fault.UnavailableException;
import io.github.crosstie.graph.internal.wire.Way;
import io.github.crosstie.item.ContactFields;
import io.github.crosstie.item.EventFields;
import io.github.crosstie.item.ItemId;
import io.github.crosstie.item.ItemKind;
import io.github.crosstie.item.Recurrence;
import io.github.crosstie.testkit.Items;
import io.github.crosstie.testkit.MutableClock;
import io.github.crosstie.testkit.exchange.LoopbackFolder;
import io.github.crosstie.testkit.exchange.LoopbackItem;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** What a mailbox tells of changes, over both transports. */
@ParameterizedClass
@EnumSource(Way.class)
class ChangesOverTheWireTest {

    private static final ZonedDateTime TEN =
            MutableClock.START.atZone(ZoneId.of("Europe/Berlin")).withHour(10);

    private final Office office;
    private final LoopbackFolder calendar;
    private final View events;
    private final View contacts;

    ChangesOverTheWireTest(Way way) {
        office = new Office(way);
        office.mailbox.addFolder("Salesforce_Sync", office.mailbox.contacts());
        calendar = office.mailbox.calendar();
        events = new View(office.events());
        contacts = new View(office.contacts());
    }

    @AfterEach
    void close() {
        office.close();
    }

    private LoopbackItem event(String subject, ZonedDateTime start) {
        return calendar.put(Map.of("Subject", subject, "Start", text(start), "End", text(start.plusHours(1))));
    }

    private static String text(ZonedDateTime moment) {
        return moment.toInstant().toString();
    }

    private ItemId id(LoopbackItem item) {
        return office.graphId(item.id());
    }

    private LoopbackItem contact(String surname) {
        contacts.read();
        return office.folder(ItemKind.CONTACT).put(Map.of("Surname", surname));
    }

    private WriteOutcome.Written series(int count) {
        return office.create(
                office.events(),
                Items.meeting("Standing", TEN, Duration.ofHours(1))
                        .set(
                                EventFields.RECURRENCE,
                                Recurrence.daily().toBuilder().count(count).build())
                        .build());
    }

    @Test
    @DisplayName("a server that calls a state too old where none was given is unavailable, and listed later")
    void beginsLaterWhereTheServerRefusesToBegin() {
        LoopbackItem ada = contact("Lovelace");
        View anew = new View(office.another().build().open(Office.ADA, ItemKind.CONTACT, Items.anyConfiguration()));
        office.graph.faults().next("delta").expire();

        assertThatThrownBy(anew::read).isInstanceOf(UnavailableException.class);

        assertThat(anew.read()).extracting(Change::id).containsExactly(id(ada));
    }

    @Test
    @DisplayName("S6: a series is told as one record, and read once, however many occurrences are told")
    void readsASeriesOnce() {
        WriteOutcome.Written series = series(40);
        View inPages = new View(
                office.another().paging(500, 50).build().open(Office.ADA, ItemKind.EVENT, Items.anyConfiguration()));
        int before = office.graph.count("GET events");

        List<Change> told = inPages.read();

        assertThat(told).extracting(Change::id).containsExactly(series.id());
        assertThat(office.graph.count("GET events") - before).isEqualTo(1);
    }

    @Test
    @DisplayName("S6: an occurrence that a person changes, and one that a person deletes, change their series")
    void tellsTheSeriesOfAnOccurrence() {
        WriteOutcome.Written series = series(5);
        events.read();
        List<LoopbackItem> occurrences = calendar.occurrences(
                TEN.minusDays(1).toInstant(), TEN.plusDays(9).toInstant());
        calendar.edit(occurrences.get(1).id(), "Subject", "Sitting");

        assertThat(events.read()).extracting(Change::id).containsExactly(series.id());

        calendar.delete(occurrences.get(2).id());
        assertThat(events.read()).extracting(Change::id).containsExactly(series.id());
    }

    @Test
    @DisplayName("S23: an event that is moved out of the window is told as it is, not as gone")
    void tellsOfAnEventThatLeavesTheWindow() {
        LoopbackItem lunch = event("Lunch", TEN.plusDays(3));
        events.read();

        LoopbackItem moved = calendar.edit(
                lunch.id(),
                Map.of(
                        "Start",
                        text(TEN.plusYears(3)),
                        "End",
                        text(TEN.plusYears(3).plusHours(1))));

        assertThat(events.read())
                .singleElement()
                .isInstanceOfSatisfying(
                        Change.Upserted.class,
                        change -> assertThat(change.version().value()).isEqualTo(moved.changeKey()));
        assertThat(events.gone).isEmpty();
    }

    @Test
    @DisplayName("S23: an event that was never in the window is not read, though it is told as gone")
    void leavesEventsOutsideTheWindowAlone() {
        events.read();
        event("Far away", TEN.plusYears(3));
        int before = office.graph.count("GET events");

        List<Change> told = events.read();

        assertThat(told).noneMatch(Change.Upserted.class::isInstance);
        assertThat(office.graph.count("GET events")).isEqualTo(before);
    }

    @Test
    @DisplayName("S23: an event comes into view as the days go by, without a listing of everything")
    void movesOnWithTheDays() {
        LoopbackItem far = event("Far", TEN.plusDays(450));
        events.read();
        assertThat(events.known).isEmpty();

        for (int day = 0; day < 60; day += 5) {
            office.clock.advance(Duration.ofDays(5));
            events.read();
        }

        assertThat(events.known).containsOnlyKeys(id(far));
    }

    @Test
    @DisplayName("S10: an event that is deleted while the windows change is told as deleted")
    void losesNoDeletionBetweenWindows() {
        LoopbackItem lunch = event("Lunch", TEN.plusDays(60));
        ItemId id = id(lunch);
        events.read();
        office.clock.advance(Duration.ofDays(50));
        calendar.delete(lunch.id());

        events.read();

        assertThat(events.gone).containsEntry(id, Removal.DELETED);
    }

    @Test
    @DisplayName("S10: deleted, moved elsewhere, and destroyed are three things, of contacts")
    void tellsWhyAContactIsGone() {
        LoopbackItem ada = contact("Ada");
        LoopbackItem bea = contact("Bea");
        LoopbackItem cleo = contact("Cleo");
        List<ItemId> ids = List.of(id(ada), id(bea), id(cleo));
        contacts.read();
        LoopbackFolder folder = office.folder(ItemKind.CONTACT);
        folder.delete(ada.id());
        folder.move(bea.id(), office.mailbox.contacts());
        folder.destroy(cleo.id());

        contacts.read();

        assertThat(contacts.gone)
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        ids.get(0), Removal.DELETED,
                        ids.get(1), Removal.GONE_FROM_VIEW,
                        ids.get(2), Removal.UNKNOWN));
    }

    @Test
    @DisplayName("S10: deleted, moved elsewhere, and destroyed are three things, of events")
    void tellsWhyAnEventIsGone() {
        LoopbackItem lunch = event("Lunch", TEN);
        LoopbackItem dinner = event("Dinner", TEN.plusDays(1));
        LoopbackItem party = event("Party", TEN.plusDays(2));
        List<ItemId> ids = List.of(id(lunch), id(dinner), id(party));
        events.read();
        calendar.delete(lunch.id());
        calendar.move(dinner.id(), office.mailbox.addFolder("Another calendar", calendar));
        calendar.destroy(party.id());

        events.read();

        assertThat(events.gone)
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        ids.get(0), Removal.DELETED,
                        ids.get(1), Removal.GONE_FROM_VIEW,
                        ids.get(2), Removal.UNKNOWN));
    }

    @Test
    @DisplayName("S10: a contact that was away and is back is there")
    void knowsWhoIsBack() {
        LoopbackItem ada = contact("Ada");
        contacts.read();
        LoopbackFolder folder = office.folder(ItemKind.CONTACT);
        LoopbackItem away = folder.move(ada.id(), office.mailbox.contacts());
        office.mailbox.contacts().move(away.id(), folder);

        contacts.read();

        assertThat(contacts.known).hasSize(1);
        assertThat(contacts.gone).isEmpty();
    }

    @Test
    @DisplayName("S10: after a restart nothing is concluded about who is gone, until it is asked for")
    void concludesNothingAfterARestart() {
        LoopbackItem ada = contact("Ada");
        ItemId id = id(ada);
        contacts.read();
        office.folder(ItemKind.CONTACT).delete(ada.id());
        View restarted =
                contacts.over(office.another().build().open(Office.ADA, ItemKind.CONTACT, Items.anyConfiguration()));

        restarted.read();

        assertThat(restarted.gone).containsEntry(id, Removal.UNKNOWN);
        assertThat(office.another()
                        .build()
                        .open(Office.ADA, ItemKind.CONTACT, Items.anyConfiguration())
                        .read(List.of(id)))
                .containsExactly(new ReadOutcome.Absent(id, Removal.DELETED));
    }

    @Test
    @DisplayName("F3: empty pages, pages that are told twice and removals that nobody knows change nothing")
    void livesWithStrangePages() {
        contact("Ada");
        contact("Bea");
        View strange = new View(
                office.another().paging(1, 50).build().open(Office.ADA, ItemKind.CONTACT, Items.anyConfiguration()));
        office.graph.faults().nth("delta", 1).emptyPage();
        office.graph.faults().nth("delta", 2).repeatPage();
        office.graph.faults().nth("delta", 3).removeUnknown();

        strange.read();

        contacts.read();
        assertThat(strange.known).isEqualTo(contacts.known).hasSize(2);
        assertThat(strange.gone).isEmpty();
    }

    @Test
    @DisplayName("G6: a link that leads elsewhere is not followed")
    void followsNoLinkElsewhere() {
        contact("Ada");
        office.graph.faults().next("delta").strayLinks();
        View strayed = new View(office.contacts());
        strayed.read();

        assertThatThrownBy(strayed::read).isInstanceOf(ContractBrokenException.class);
    }

    @Test
    @DisplayName("P7: an idle round asks once a collection, and twice while two windows are followed")
    void asksOnce() {
        contacts.read();
        events.read();

        assertThat(office.requests(contacts::read)).isEqualTo(1);
        assertThat(office.requests(events::read)).isEqualTo(1);
        office.clock.advance(Duration.ofDays(45));
        events.read();
        assertThat(office.requests(events::read)).as("two windows").isEqualTo(2);
        assertThat(office.requests(events::read)).as("the next window alone").isEqualTo(1);
    }

    @Test
    @DisplayName("G5: what was written is told with the version that the write gave")
    void tellsWritesByTheirVersion() {
        WriteOutcome.Written ada =
                office.create(office.contacts(), Items.contact("Ada", "Example").build());
        contacts.read();
        WriteOutcome.Written changed = Office.update(office.contacts(), ada, ContactFields.JOB_TITLE, "Countess");

        assertThat(contacts.read()).containsExactly(new Change.Upserted(ada.id(), changed.version()));
    }
}
