package io.github.crosstie.ews;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.crosstie.connector.CorrelationTag;
import io.github.crosstie.connector.Endpoint;
import io.github.crosstie.connector.ReadOutcome;
import io.github.crosstie.connector.Removal;
import io.github.crosstie.connector.Write;
import io.github.crosstie.connector.WriteOutcome;
import io.github.crosstie.item.Item;
import io.github.crosstie.item.ItemId;
import io.github.crosstie.item.ItemKind;
import io.github.crosstie.testkit.Items;
import io.github.crosstie.testkit.MutableClock;
import io.github.crosstie.testkit.exchange.LoopbackFolder;
import io.github.crosstie.testkit.exchange.LoopbackItem;
import io.github.crosstie.testkit.exchange.LoopbackRequest;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is found out about items that are not in their folder any more (S10). */
class RemovalsOverTheWireTest {

    private final Office office = new Office();

    @AfterEach
    void close() {
        office.close();
    }

    private static Item any(ItemKind kind) {
        return kind == ItemKind.CONTACT
                ? Items.contact("Ada", "Example").build()
                : Items.meeting(
                                "Review",
                                MutableClock.START.plus(Duration.ofDays(3)).atZone(ZoneId.of("Europe/Berlin")),
                                Duration.ofHours(1))
                        .build();
    }

    private LoopbackFolder folder(ItemKind kind) {
        return kind == ItemKind.CONTACT ? office.contactFolder() : office.mailbox.calendar();
    }

    private LoopbackFolder another(ItemKind kind) {
        return kind == ItemKind.CONTACT
                ? office.mailbox.contacts()
                : office.mailbox.addFolder("Another calendar", office.mailbox.calendar());
    }

    private static Removal removal(Endpoint endpoint, ItemId id) {
        ReadOutcome outcome = endpoint.read(List.of(id)).get(0);
        assertThat(outcome).isInstanceOf(ReadOutcome.Absent.class);
        return ((ReadOutcome.Absent) outcome).removal();
    }

    /** A connector that remembers nothing, as after a restart. */
    private Endpoint restarted(ItemKind kind) {
        return ExchangeContract.connector(office.exchange, office.clock)
                .build()
                .open(ExchangeContract.ADA, kind, Items.anyConfiguration());
    }

    private ItemId seen(ItemKind kind) {
        Endpoint endpoint = office.open(kind);
        ItemId id = office.create(endpoint, any(kind)).id();
        endpoint.read(List.of(id));
        return id;
    }

    @ParameterizedTest
    @EnumSource(ItemKind.class)
    @DisplayName("S10: what is in the bin and nowhere else is deleted")
    void isDeleted(ItemKind kind) {
        ItemId id = seen(kind);

        folder(kind).delete(id.value());

        assertThat(removal(office.open(kind), id)).isEqualTo(Removal.DELETED);
    }

    @ParameterizedTest
    @EnumSource(ItemKind.class)
    @DisplayName("S10: what is in another folder of its kind is gone from view")
    void isGoneFromView(ItemKind kind) {
        ItemId id = seen(kind);

        folder(kind).move(id.value(), another(kind));

        assertThat(removal(office.open(kind), id)).isEqualTo(Removal.GONE_FROM_VIEW);
    }

    @Test
    @DisplayName("S10: a contact that moved elsewhere does not look deleted because a copy of it was")
    void isNotTakenForItsCopy() {
        Endpoint contacts = office.contacts();
        WriteOutcome.Written ada = office.create(contacts, any(ItemKind.CONTACT));
        LoopbackItem copy = office.contactFolder().copy(ada.id().value());
        office.contactFolder().delete(copy.id());
        office.contactFolder().move(ada.id().value(), office.mailbox.contacts());

        assertThat(removal(contacts, ada.id())).isEqualTo(Removal.UNKNOWN);
    }

    @Test
    @DisplayName("S10: a contact that came back is not deleted because a copy of it was")
    void isNotTakenForItsCopyOnceItIsBack() {
        Endpoint contacts = office.contacts();
        WriteOutcome.Written ada = office.create(contacts, any(ItemKind.CONTACT));
        LoopbackItem copy = office.contactFolder().copy(ada.id().value());
        office.contactFolder().delete(copy.id());
        LoopbackItem away = office.contactFolder().move(ada.id().value(), office.mailbox.contacts());
        office.mailbox.contacts().move(away.id(), office.contactFolder());

        assertThat(removal(contacts, ada.id())).isEqualTo(Removal.UNKNOWN);
    }

    @Test
    @DisplayName("S10: nobody can tell a contact that came back from its copy, so that neither proves a deletion")
    void isNotProvenBesideItsCopy() {
        Endpoint contacts = office.contacts();
        WriteOutcome.Written ada = office.create(contacts, any(ItemKind.CONTACT));
        office.contactFolder().copy(ada.id().value());
        office.contactFolder().delete(ada.id().value());

        assertThat(removal(contacts, ada.id())).isEqualTo(Removal.UNKNOWN);
    }

    @Test
    @DisplayName("S10: an event is deleted although its copy lies beside it, as the copy has a UID of its own")
    void isDeletedBesideItsCopy() {
        Endpoint events = office.events();
        WriteOutcome.Written meeting = office.create(events, any(ItemKind.EVENT));
        office.mailbox.calendar().copy(meeting.id().value());
        office.mailbox.calendar().delete(meeting.id().value());

        assertThat(removal(events, meeting.id())).isEqualTo(Removal.DELETED);
    }

    @ParameterizedTest
    @EnumSource(ItemKind.class)
    @DisplayName("S10: what has gone and come back by another id is not gone from view")
    void isNotGoneFromViewOnceItIsBack(ItemKind kind) {
        ItemId id = seen(kind);
        LoopbackFolder other = another(kind);
        LoopbackItem away = folder(kind).move(id.value(), other);
        other.move(away.id(), folder(kind));

        assertThat(removal(office.open(kind), id)).isEqualTo(Removal.UNKNOWN);
    }

    @Test
    @DisplayName("S10: what lies in a folder that was thrown away is deleted")
    void isDeletedWithAFolder() {
        ItemId id = seen(ItemKind.CONTACT);
        LoopbackFolder thrown = office.mailbox.addFolder("Thrown away", office.mailbox.deletedItems());

        office.contactFolder().move(id.value(), thrown);

        assertThat(removal(office.contacts(), id)).isEqualTo(Removal.DELETED);
    }

    @Test
    @DisplayName("S10: what is found nowhere is unknown")
    void isUnknown() {
        ItemId id = seen(ItemKind.CONTACT);

        office.contactFolder().destroy(id.value());

        assertThat(removal(office.contacts(), id)).isEqualTo(Removal.UNKNOWN);
    }

    @Test
    @DisplayName("S10: a folder that nobody lets be searched leaves open whether the item is in it")
    void isUndecided() {
        ItemId id = seen(ItemKind.CONTACT);
        office.contactFolder().delete(id.value());
        // The bins are searched first, then the other folders.
        office.exchange.faults().nth("FindItem", 2).refusePart(0, "ErrorAccessDenied");

        assertThat(removal(office.contacts(), id)).isEqualTo(Removal.UNKNOWN);
    }

    @ParameterizedTest
    @EnumSource(ItemKind.class)
    @DisplayName("S10: after a restart what the engine has created is told by its mark")
    void isToldByItsMark(ItemKind kind) {
        Endpoint endpoint = office.open(kind);
        Write.Create deleted = office.creation(any(kind));
        Write.Create moved = office.creation(any(kind));
        ItemId bin = Office.written(endpoint.write(List.of(deleted)).get(0)).id();
        ItemId elsewhere = Office.written(endpoint.write(List.of(moved)).get(0)).id();
        folder(kind).delete(bin.value());
        folder(kind).move(elsewhere.value(), another(kind));
        Endpoint later = restarted(kind);
        assertThat(removal(later, bin)).isEqualTo(Removal.UNKNOWN);

        Map<ItemId, Removal> told = later.removals(Map.of(
                bin,
                List.of(deleted.tag(), new CorrelationTag("v1/attempt/other")),
                elsewhere,
                List.of(moved.tag()),
                new ItemId("AAMkAGother"),
                List.of(new CorrelationTag("v1/attempt/none"))));

        assertThat(told)
                .containsEntry(bin, Removal.DELETED)
                .containsEntry(elsewhere, Removal.GONE_FROM_VIEW)
                .containsEntry(new ItemId("AAMkAGother"), Removal.UNKNOWN);
    }

    @Test
    @DisplayName("P7: three kinds of request tell what became of many items")
    void asksForManyAtOnce() {
        Endpoint contacts = office.contacts();
        List<ItemId> ids =
                List.of(seen(ItemKind.CONTACT), seen(ItemKind.CONTACT), seen(ItemKind.CONTACT), seen(ItemKind.CONTACT));
        ids.forEach(id -> office.contactFolder().delete(id.value()));
        int before = office.exchange.requests().size();

        contacts.read(ids);

        assertThat(office.exchange
                        .requests()
                        .subList(before, office.exchange.requests().size()))
                .extracting(LoopbackRequest::operation)
                .containsOnly("GetItem", "FindFolder", "FindItem")
                .hasSizeLessThanOrEqualTo(6);
    }
}
