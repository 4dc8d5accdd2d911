package io.github.crosstie.graph;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.crosstie.connector.Change;
import io.github.crosstie.connector.ChangePage;
import io.github.crosstie.connector.Cursor;
import io.github.crosstie.connector.Removal;
import io.github.crosstie.graph.internal.item.EventMapping;
import io.github.crosstie.graph.internal.operation.CalendarWindow;
import io.github.crosstie.graph.internal.operation.Delta;
import io.github.crosstie.graph.internal.operation.Folders;
import io.github.crosstie.graph.internal.operation.Items;
import io.github.crosstie.internal.exchange.WindowsZones;
import io.github.crosstie.item.ItemId;
import io.github.crosstie.item.ItemKind;
import io.github.crosstie.item.ItemVersion;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What pages of changes mean that a server tells as none on this machine does. */
class ChangesTest {

    private static final Clock CLOCK = Clock.fixed(ScriptedChannel.NOW, ZoneOffset.UTC);
    private static final String CALENDAR = "CALENDAR-ENTRY";
    private static final Cursor REST = new Cursor("{\"version\":1,\"listing\":false,\"at\":0,\"strands\":"
            + "[{\"from\":\"2026-01-01\",\"to\":\"2027-06-01\",\"base\":\"https://graph.example/d\",\"laps\":2}]}");

    private final ScriptedChannel channel = new ScriptedChannel();
    private final SeenItems seen = SeenItems.of(100);
    private final Changes changes = changes();

    private Changes changes() {
        Mailbox mailbox = new Mailbox("ada@acme.example", channel, CLOCK);
        SyncedFolder folder = new SyncedFolder(ItemKind.EVENT, "", CLOCK);
        Reading reading = new Reading(
                mailbox,
                new EventMapping(WindowsZones.standard(), ZoneOffset.UTC),
                new Items(ItemKind.EVENT),
                folder,
                new Folders(channel),
                seen);
        Following following = new Following(
                new Delta(channel),
                50,
                () -> Strand.begin(new CalendarWindow(LocalDate.of(2026, 1, 1), LocalDate.of(2027, 6, 1))),
                known -> known,
                strand -> Delta.ofCalendar(Objects.requireNonNull(strand.window())));
        return new Changes(following, reading, seen);
    }

    private static String present(String id, String version) {
        return "{'@odata.etag':'W/\\\"" + version + "\\\"','id':'" + id + "','type':'singleInstance'}";
    }

    private static String occurrence(String id, String seriesId) {
        return "{'@odata.etag':'W/\\\"o\\\"','id':'" + id + "','type':'occurrence','seriesMasterId':'" + seriesId
                + "'}";
    }

    private static String removed(String id) {
        return "{'id':'" + id + "','@removed':{'reason':'deleted'}}";
    }

    private ChangesTest page(String... entries) {
        channel.answer(
                200, "{'value':[" + String.join(",", entries) + "],'@odata.deltaLink':'https://graph.example/d2'}");
        return this;
    }

    private ChangesTest event(String id, String version, String parent) {
        channel.answer(
                200,
                "{'@odata.etag':'W/\\\"" + version + "\\\"','id':'" + id
                        + "','subject':'Lunch','type':'singleInstance',"
                        + "'start':{'dateTime':'2026-03-03T10:00:00.0000000','timeZone':'UTC'},"
                        + "'end':{'dateTime':'2026-03-03T11:00:00.0000000','timeZone':'UTC'},"
                        + "'originalStartTimeZone':'UTC','originalEndTimeZone':'UTC','attendees':[],"
                        + "'singleValueExtendedProperties':[{'id':'Binary 0xe09','value':'" + parent + "'}]}");
        return this;
    }

    private void folder(String id, String entryId) {
        channel.answer(
                200,
                "{'id':'" + id + "','singleValueExtendedProperties':[{'id':'Binary 0xfff','value':'" + entryId
                        + "'}]}");
    }

    private static Change told(String id, String version) {
        return new Change.Upserted(new ItemId(id), new ItemVersion(version));
    }

    @Test
    @DisplayName("P7: changes tell versions alone, and read nothing")
    void readsNothingThatIsTold() {
        page(present("a", "1"), present("b", "7"));

        ChangePage page = changes.page(REST);

        assertThat(page.changes()).containsExactly(told("a", "1"), told("b", "7"));
        assertThat(channel.requests()).isEqualTo(1);
    }

    @Test
    @DisplayName("F3: of an item that is told twice the last word counts")
    void takesTheLastWord() {
        page(present("a", "1"), present("a", "2"));

        assertThat(changes.page(REST).changes()).containsExactly(told("a", "2"));
    }

    @Test
    @DisplayName("S6: a series of which occurrences alone are told is read once")
    void readsASeriesOfWhichOccurrencesAreTold() {
        page(occurrence("a1", "a"), occurrence("a2", "a"), occurrence("a3", "a"))
                .event("a", "5", CALENDAR);
        folder("calendar", CALENDAR);

        assertThat(changes.page(REST).changes())
                .singleElement()
                .isInstanceOfSatisfying(Change.Upserted.class, change -> {
                    assertThat(change.id()).isEqualTo(new ItemId("a"));
                    assertThat(change.version()).isEqualTo(new ItemVersion("5"));
                });
    }

    @Test
    @DisplayName("S6: a series that is told itself is not read for its occurrences")
    void readsNoSeriesThatIsTold() {
        page(present("a", "5"), occurrence("a1", "a"), occurrence("a2", "a"));

        assertThat(changes.page(REST).changes()).containsExactly(told("a", "5"));
    }

    @Test
    @DisplayName("S10: an item that a page tells as there and as gone is read")
    void readsWhatIsInDoubt() {
        page(removed("a"), present("a", "1")).event("a", "3", CALENDAR);
        folder("calendar", CALENDAR);

        assertThat(changes.page(REST).changes())
                .singleElement()
                .isInstanceOfSatisfying(
                        Change.Upserted.class,
                        change -> assertThat(change.version()).isEqualTo(new ItemVersion("3")));
    }

    @Test
    @DisplayName("S10: the removal of somebody whom nobody has seen is told, and not looked into")
    void looksIntoNoUnknownRemoval() {
        page(removed("x"));

        assertThat(changes.page(REST).changes()).containsExactly(new Change.Removed(new ItemId("x"), Removal.UNKNOWN));
        assertThat(channel.requests()).isEqualTo(1);
    }

    @Test
    @DisplayName("S10: whoever was seen is looked for before it counts as gone")
    void looksForWhoWasSeen() {
        page(present("a", "1"));
        changes.page(REST);
        page(removed("a"));
        channel.refuse(404, "ErrorItemNotFound");

        assertThat(changes.page(REST).changes()).containsExactly(new Change.Removed(new ItemId("a"), Removal.UNKNOWN));
    }

    @Test
    @DisplayName("S10: an event in Deleted Items is deleted")
    void knowsDeletedItems() {
        page(present("a", "1"));
        changes.page(REST);
        page(removed("a")).event("a", "2", "BIN");
        folder("calendar", CALENDAR);
        folder("bin", "BIN");
        channel.refuse(404, "ErrorItemNotFound");

        assertThat(changes.page(REST).changes()).containsExactly(new Change.Removed(new ItemId("a"), Removal.DELETED));
    }

    @Test
    @DisplayName("S10: where the server spells folders in a way of its own, no event is gone from view for that")
    void doesNotTrustAStrangeSpelling() {
        page(occurrence("a1", "a")).event("a", "2", "spelled in another way");
        folder("calendar", CALENDAR);
        folder("bin", "BIN");
        channel.refuse(404, "ErrorItemNotFound");

        assertThat(changes.page(REST).changes()).singleElement().isInstanceOf(Change.Upserted.class);
    }

    @Test
    @DisplayName("a listing of everything carries the items themselves, and says when it is complete")
    void carriesItemsInAListing() {
        page(present("a", "1")).event("a", "1", CALENDAR);
        folder("calendar", CALENDAR);

        ChangePage page = changes.page(null);

        assertThat(page.complete()).isTrue();
        assertThat(page.changes())
                .singleElement()
                .isInstanceOfSatisfying(
                        Change.Upserted.class,
                        change -> assertThat(change.record()).isNotNull());
    }

    @Test
    @DisplayName("an item that has gone since the page was made is left to the next page")
    void leavesWhoHasGoneSince() {
        page(present("a", "1"));
        channel.refuse(404, "ErrorItemNotFound");

        assertThat(changes.page(null).changes()).isEqualTo(List.of());
    }
}
